import { shown } from '../../core/problems';
import { itemsAt, stringAt } from '../../manifests/values';
import { monitors } from '../monitors';
import type { Rule } from '../rule';

export const monitorPort: Rule = {
  id: 'monitor-port',
  severity: 'error',
  description: 'Monitor refers to a port that its target does not name',
  fix: 'Name a port of the Service, or of the containers for a PodMonitor',
  *check(context) {
    for (const { object, endpoints, targets } of monitors(context)) {
      if (targets.length === 0) continue;
      const names = [...new Set(targets.flatMap(({ portNames }) => portNames))];
      for (const { value, path } of itemsAt(object.raw, 'spec', endpoints)) {
        const port = stringAt(value, 'port');
        if (port === undefined || names.includes(port)) continue;
        yield {
          object,
          path: [...path, 'port'],
          received: shown(port),
          expected: names.length > 0 ? `one of ${names.join(', ')}` : 'a port with a name',
        };
      }
    }
  },
};
