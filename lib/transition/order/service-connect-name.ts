import type { TemplateResource } from '../../cloudformation/template-resource';
import type { OrderRule } from '../order-rule';
import { valueAt } from '../property-value';
import { listOf } from '../roll/task-demand';

export const serviceConnectName: OrderRule = {
  id: 'service-connect-name',
  description:
    'Discovery names and client aliases are unique within a namespace of Service Connect: a service that takes those of a service that the same update removes is rejected',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectClientAlias.html',
  ],
  asOf: '2026-11-28',
  *judge({ changes }, replaced) {
    const leaving = new Map<string, string>();
    for (const { id, before, after } of changes) {
      if (before === undefined || (after !== undefined && !replaced.has(id))) continue;
      for (const name of namesOf(before)) leaving.set(name, id);
    }
    for (const { id, before, after } of changes) {
      if (after === undefined || (before !== undefined && !replaced.has(id))) continue;
      const other = namesOf(after).flatMap((name) => leaving.get(name) ?? [])[0];
      if (other === undefined) continue;
      const text = `${other}, which leaves in the same update, still has the same name in Service Connect when this service is created`;
      yield { resource: id, class: 'rejected', text };
    }
  },
};

/** Names that a service has in its namespace: the discovery name, which is that of the port by default, and its client aliases. */
function namesOf({ type, properties }: TemplateResource): readonly string[] {
  if (type !== 'AWS::ECS::Service') return [];
  const configuration = properties.ServiceConnectConfiguration;
  const namespace = JSON.stringify(valueAt(configuration, 'Namespace') ?? null);
  return listOf(valueAt(configuration, 'Services')).flatMap((service) => {
    const port = String(valueAt(service, 'PortName'));
    const discovery = String(valueAt(service, 'DiscoveryName') ?? port);
    const aliases = listOf(valueAt(service, 'ClientAliases')).map(
      (alias) => `client alias ${String(valueAt(alias, 'DnsName') ?? discovery)}:${String(valueAt(alias, 'Port'))}`,
    );
    return [`discovery name ${discovery}`, ...aliases].map((name) => `${name} (${namespace})`);
  });
}
