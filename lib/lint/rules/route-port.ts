import { shown } from '../../core/problems';
import { itemsAt, numberAt, stringAt } from '../../manifests/values';
import { backends } from '../backends';
import { isChanged } from '../doubtful';
import type { Rule } from '../rule';

export const routePort: Rule = {
  id: 'route-port',
  severity: 'error',
  description: 'Ingress or route refers to a port that the Service does not have',
  fix: 'Use a port of the Service, not of its pods',
  *check(context) {
    for (const { object, namespace, service, port, portPath } of backends(context)) {
      const services = context.variants('Service', namespace, service);
      if (services.length === 0 || services.some(({ raw }) => stringAt(raw, 'spec', 'type') === 'ExternalName')) continue;
      if (services.some((one) => isChanged(one, ['spec', 'ports']))) continue;
      const ports = services.flatMap(({ raw }) =>
        itemsAt(raw, 'spec', 'ports').map(({ value }) => ({ number: numberAt(value, 'port'), name: stringAt(value, 'name') })),
      );
      if (port !== undefined && ports.some(({ number, name }) => number === port || name === port)) continue;
      const descriptions = new Set(ports.map(({ number, name }) => (name === undefined ? `${number}` : `${number} (${name})`)));
      yield {
        object,
        path: portPath,
        ...(port !== undefined && { received: shown(port) }),
        expected: `a port of the Service: ${[...descriptions].join(', ')}`,
      };
    }
  },
};
