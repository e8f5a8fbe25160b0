import { shown } from '../../core/problems';
import { namespaceOf } from '../../manifests/namespace';
import { itemsAt, stringAt } from '../../manifests/values';
import { absence, namesOf } from '../absence';
import { ROUTES } from '../backends';
import { isChanged } from '../doubtful';
import type { Rule } from '../rule';

export const gatewayMissing: Rule = {
  id: 'gateway-missing',
  severity: 'warning',
  description: 'Route refers to a Gateway or listener that does not exist',
  fix: 'Name a Gateway in the manifests, and one of its listeners',
  *check(context) {
    for (const object of context.ofKind(...ROUTES)) {
      for (const { value, path } of itemsAt(object.raw, 'spec', 'parentRefs')) {
        const [name, section, elsewhere] = [stringAt(value, 'name'), stringAt(value, 'sectionName'), stringAt(value, 'namespace')];
        if (name === undefined || (stringAt(value, 'kind') ?? 'Gateway') !== 'Gateway') continue;
        const namespace = elsewhere ?? namespaceOf(object);
        // Of several Gateways of one name, such as those of two environments, any may be the one that is used.
        const gateways = context.ofKind('Gateway').filter((one) => one.name === name && namespaceOf(one) === namespace);
        // A Gateway in another namespace is usually not in the manifests of the route.
        if (gateways.length === 0 && elsewhere !== undefined) continue;
        if (gateways.length === 0) {
          yield {
            object,
            path: [...path, 'name'],
            received: shown(name),
            expected: 'a Gateway of the same namespace',
            ...absence(name, namesOf(context, 'Gateway', namespace)),
          };
          continue;
        }
        const listeners = gateways.flatMap(({ raw }) =>
          itemsAt(raw, 'spec', 'listeners').map((listener) => stringAt(listener.value, 'name')),
        );
        const isComplete = !gateways.some((gateway) => isChanged(gateway, ['spec', 'listeners']));
        if (section === undefined || listeners.includes(section) || !isComplete) continue;
        yield {
          object,
          severity: 'error',
          path: [...path, 'sectionName'],
          received: shown(section),
          expected: `a listener of the Gateway: ${listeners.join(', ')}`,
        };
      }
    }
  },
};
