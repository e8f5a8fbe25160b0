import { didYouMean, shown } from '../../core/problems';
import { namespaceOf } from '../../manifests/namespace';
import { backends } from '../backends';
import type { Rule } from '../rule';

export const routeWithoutService: Rule = {
  id: 'route-without-service',
  severity: 'error',
  description: 'Ingress or route refers to a Service that does not exist',
  fix: 'Name a Service of the same namespace',
  *check(context) {
    const services = context.ofKind('Service');
    for (const { object, namespace, service, path } of backends(context)) {
      if (context.find('Service', namespace, service) !== undefined || context.mayBeCreated(namespace, service)) continue;
      const names = services.filter((candidate) => namespaceOf(candidate) === namespace).map(({ name }) => name);
      const suggestion = didYouMean(service, names);
      yield {
        object,
        path,
        received: shown(service),
        expected: 'a Service in the manifests',
        ...(suggestion !== undefined && { suggestion }),
      };
    }
  },
};
