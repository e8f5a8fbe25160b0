import { didYouMean, shown } from '../../core/problems';
import { backends } from '../backends';
import type { Rule } from '../rule';
import { namespaceOf } from '../scene';

export const routeWithoutService: Rule = {
  id: 'route-without-service',
  severity: 'error',
  description: 'an Ingress or route to a Service that is not there',
  fix: 'name a Service of the same namespace',
  *check(scene) {
    const services = scene.ofKind('Service');
    for (const { object, namespace, service, path } of backends(scene)) {
      if (scene.find('Service', namespace, service) !== undefined || scene.mayBeMade(namespace, service)) continue;
      const names = services.filter((candidate) => namespaceOf(candidate) === namespace).map(({ name }) => name);
      const suggestion = didYouMean(service, names);
      yield {
        object,
        path,
        received: shown(service),
        expected: 'a Service among the manifests',
        ...(suggestion !== undefined && { suggestion }),
      };
    }
  },
};
