import type { TemplateResource } from '../../cloudformation/template-resource';
import { createdBefore } from '../created-before';
import { containersOf, servicesWithTask } from '../ecs';
import type { Rule } from '../rule';
import { isFlag, isKnownString, itemsAt, stringAt } from '../values';

export const ecsServiceConnectOrder: Rule = {
  id: 'ecs-service-connect-order',
  severity: 'error',
  description: 'Service may be created before the Service Connect endpoint that it calls; its tasks then never resolve the name',
  fix: 'Add the service of the endpoint to DependsOn of the service that calls it',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html',
  unsettled:
    'A template does not state which endpoints a service calls; the rule reads URLs in the environment of its containers, and is silent about two services that call each other',
  *check(context) {
    const connected = servicesWithTask(context).filter(({ service }) =>
      isFlag(true, service.properties, 'ServiceConnectConfiguration', 'Enabled'),
    );
    for (const { service, task } of connected) {
      const before = createdBefore(service, context);
      const urls = containersOf(task).flatMap(({ container }) => itemsAt(container, 'Environment').map((item) => stringAt(item, 'Value')));
      for (const { service: provider } of connected) {
        if (provider === service || before.has(provider.id) || createdBefore(provider, context).has(service.id)) continue;
        const name = endpointNames(provider).find((each) => urls.some((url) => isKnownString(url) && isUrlOf(each, url)));
        if (name !== undefined)
          yield { resource: service, path: 'DependsOn', expected: `${provider.id}, whose endpoint ${name} its containers call` };
      }
    }
  },
};

/** Names under which clients reach a service: its DNS name, or the beginning of the default, which ends with the namespace. */
function endpointNames({ properties }: TemplateResource): readonly string[] {
  return itemsAt(properties, 'ServiceConnectConfiguration', 'Services').flatMap((item) => {
    const aliases = itemsAt(item, 'ClientAliases').map((alias) => stringAt(alias, 'DnsName'));
    const discovery = stringAt(item, 'DiscoveryName') ?? stringAt(item, 'PortName');
    return [...aliases, discovery].filter(isKnownString);
  });
}

/** `http://api:8080` and `http://api.shop:8080` are URLs of `api`. */
function isUrlOf(name: string, url: string): boolean {
  const [, host] = url.split('://');
  return host !== undefined && (host === name || [':', '/', '.'].some((end) => host.startsWith(`${name}${end}`)));
}
