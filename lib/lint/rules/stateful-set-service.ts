import { shown } from '../../core/problems';
import { stringAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const statefulSetService: Rule = {
  id: 'stateful-set-service',
  severity: 'warning',
  description: 'StatefulSet has no headless Service',
  fix: 'Set serviceName to a Service with clusterIP: None that selects the pods',
  *check(context) {
    for (const { object, kind, namespace } of context.workloads) {
      if (kind !== 'StatefulSet') continue;
      const name = stringAt(object.raw, 'spec', 'serviceName');
      const path = ['spec', 'serviceName'];
      if (name === undefined || name === '') {
        yield { object, path, expected: 'the name of a headless Service' };
        continue;
      }
      const service = context.find('Service', namespace, name);
      if (service === undefined && !context.mayBeCreated(namespace, name)) {
        yield { object, path, received: shown(name), expected: 'a Service in the manifests' };
      } else if (service !== undefined && stringAt(service.raw, 'spec', 'clusterIP') !== 'None') {
        yield {
          object,
          path,
          received: `${shown(name)}, which is not headless`,
          expected: 'a headless Service (clusterIP: None)',
        };
      }
    }
  },
};
