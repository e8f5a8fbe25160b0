import { itemsAt, stringAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const unnamedPort: Rule = {
  id: 'unnamed-port',
  severity: 'error',
  description: 'Service with several ports has a port without a name',
  fix: 'Name every port of a Service that has more than one',
  *check({ ofKind }) {
    for (const object of ofKind('Service')) {
      const ports = itemsAt(object.raw, 'spec', 'ports');
      if (ports.length < 2) continue;
      for (const { value, path } of ports) {
        if (stringAt(value, 'name') === undefined)
          yield { object, path: [...path, 'name'], expected: 'a name, because the Service has several ports' };
      }
    }
  },
};
