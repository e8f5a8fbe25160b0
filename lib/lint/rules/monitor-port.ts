import { shown } from '../../core/problems';
import { itemsAt, stringAt } from '../../manifests/values';
import { absence } from '../absence';
import { monitors } from '../monitors';
import type { Rule } from '../rule';

export const monitorPort: Rule = {
  id: 'monitor-port',
  severity: 'warning',
  description: 'Monitor refers to a port that its target does not name',
  fix: 'Name a port of the Service, or of the containers for a PodMonitor',
  *check(context) {
    for (const { object, endpoints, targets, mayBeElsewhere } of monitors(context)) {
      if (targets.length === 0) continue;
      const names = [...new Set(targets.flatMap(({ portNames }) => portNames))];
      const places = itemsAt(object.raw, 'spec', endpoints).map(({ value, path }) => ({ port: stringAt(value, 'port'), path }));
      // A monitor may list ports of several releases. One without any port of its targets never works, unless it has others elsewhere.
      const isLost = !mayBeElsewhere && places.every(({ port }) => port !== undefined && !names.includes(port));
      for (const { port, path } of places) {
        if (port === undefined || names.includes(port)) continue;
        yield {
          object,
          path: [...path, 'port'],
          received: shown(port),
          expected: names.length > 0 ? `one of ${names.join(', ')}` : 'a port with a name',
          ...(isLost ? { severity: 'error' as const } : absence(port, names)),
        };
      }
    }
  },
};
