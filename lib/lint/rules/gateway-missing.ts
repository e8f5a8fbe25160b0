import { shown } from '../../core/problems';
import { namespaceOf } from '../../manifests/namespace';
import { itemsAt, stringAt } from '../../manifests/values';
import { ROUTES } from '../backends';
import type { Rule } from '../rule';

export const gatewayMissing: Rule = {
  id: 'gateway-missing',
  severity: 'error',
  description: 'Route refers to a Gateway or listener that does not exist',
  fix: 'Name a Gateway in the manifests, and one of its listeners',
  *check(context) {
    for (const object of context.ofKind(...ROUTES)) {
      for (const { value, path } of itemsAt(object.raw, 'spec', 'parentRefs')) {
        const [name, section, elsewhere] = [stringAt(value, 'name'), stringAt(value, 'sectionName'), stringAt(value, 'namespace')];
        if (name === undefined || (stringAt(value, 'kind') ?? 'Gateway') !== 'Gateway') continue;
        const gateway = context.find('Gateway', elsewhere ?? namespaceOf(object), name);
        // A Gateway in another namespace is usually not in the manifests of the route.
        if (gateway === undefined && elsewhere !== undefined) continue;
        if (gateway === undefined) {
          yield { object, path: [...path, 'name'], received: shown(name), expected: 'a Gateway of the same namespace' };
          continue;
        }
        const listeners = itemsAt(gateway.raw, 'spec', 'listeners').map((listener) => stringAt(listener.value, 'name'));
        if (section === undefined || listeners.includes(section)) continue;
        yield {
          object,
          path: [...path, 'sectionName'],
          received: shown(section),
          expected: `a listener of the Gateway: ${listeners.join(', ')}`,
        };
      }
    }
  },
};
