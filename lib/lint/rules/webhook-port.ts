import { itemsAt, numberAt, objectAt, stringAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const webhookPort: Rule = {
  id: 'webhook-port',
  severity: 'error',
  description: 'Webhook refers to a port that its Service does not have',
  fix: 'Set the port of the Service. Without one, the API server uses 443',
  citation: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#service-reference',
  *check(context) {
    for (const object of context.ofKind('ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration')) {
      for (const { value, path } of itemsAt(object.raw, 'webhooks')) {
        const service = objectAt(value, 'clientConfig', 'service');
        const [name, namespace, port] = [stringAt(service, 'name'), stringAt(service, 'namespace'), numberAt(service, 'port') ?? 443];
        if (name === undefined || namespace === undefined) continue;
        const services = context.variants('Service', namespace, name);
        const ports = services.flatMap(({ raw }) => itemsAt(raw, 'spec', 'ports').map((one) => numberAt(one.value, 'port')));
        if (services.length === 0 || ports.length === 0 || ports.includes(port)) continue;
        yield {
          object,
          path: [...path, 'clientConfig', 'service', 'port'],
          received: String(port),
          expected: `a port of the Service: ${ports.join(', ')}`,
        };
      }
    }
  },
};
