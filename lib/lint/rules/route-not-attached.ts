import { namespaceOf } from '../../manifests/namespace';
import { itemsAt, stringAt } from '../../manifests/values';
import { ROUTES } from '../backends';
import { isChanged } from '../doubtful';
import { refusalOf, selectedListeners } from '../route-listeners';
import type { Rule } from '../rule';

export const routeNotAttached: Rule = {
  id: 'route-not-attached',
  severity: 'error',
  description: 'No listener of the Gateway accepts the route',
  fix: 'Change the host names, kind or namespace of the route, or allowedRoutes and the protocol of a listener',
  citation: 'https://gateway-api.sigs.k8s.io/concepts/api-overview/#attaching-routes-to-gateways',
  *check(context) {
    for (const object of context.ofKind(...ROUTES)) {
      for (const { value, path } of itemsAt(object.raw, 'spec', 'parentRefs')) {
        const [name, namespace] = [stringAt(value, 'name'), stringAt(value, 'namespace') ?? namespaceOf(object)];
        if (name === undefined || (stringAt(value, 'kind') ?? 'Gateway') !== 'Gateway') continue;
        // Of several Gateways of one name, such as those of two environments, any may be the one that is used.
        const gateways = context.ofKind('Gateway').filter((one) => one.name === name && namespaceOf(one) === namespace);
        const refusals = gateways.flatMap((gateway) =>
          selectedListeners(gateway, value).map((listener) => refusalOf(context, object, gateway, listener.value)),
        );
        const isComplete = !gateways.some((gateway) => isChanged(gateway, ['spec', 'listeners']));
        if (refusals.length === 0 || refusals.includes(undefined) || !isComplete) continue;
        yield {
          object,
          path,
          received: 'a Gateway without a listener for the route',
          expected: `a route that one of the listeners accepts: ${[...new Set(refusals)].join('; ')}`,
        };
      }
    }
  },
};
