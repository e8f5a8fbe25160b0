import { shown } from '../../core/problems';
import { absence, namesOf } from '../absence';
import { backends } from '../backends';
import type { Rule } from '../rule';

export const routeWithoutService: Rule = {
  id: 'route-without-service',
  severity: 'warning',
  description: 'Ingress or route refers to a Service that does not exist',
  fix: 'Name a Service of the same namespace',
  *check(context) {
    for (const { object, namespace, service, path } of backends(context)) {
      if (context.find('Service', namespace, service) !== undefined || context.mayBeCreated(namespace, service)) continue;
      yield {
        object,
        path,
        received: shown(service),
        expected: 'a Service in the manifests',
        ...absence(service, namesOf(context, 'Service', namespace)),
      };
    }
  },
};
