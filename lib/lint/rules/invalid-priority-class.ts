import { numberAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { violationAt } from '../field-checks';
import type { Rule } from '../rule';

export const invalidPriorityClass: Rule = {
  id: 'invalid-priority-class',
  severity: 'error',
  description: 'PriorityClass is invalid',
  fix: 'Use a value of at most one billion, and a name that does not begin with system-',
  citation: apiSource('scheduling'),
  *check({ ofKind }) {
    const defaults = ofKind('PriorityClass').filter(({ raw }) => raw.globalDefault === true);
    for (const object of ofKind('PriorityClass')) {
      if (SYSTEM.includes(object.name)) continue;
      const root = { value: object.raw, path: [] };
      if (object.name.startsWith('system-'))
        yield violationAt(object, root, ['metadata', 'name'], 'a name that does not begin with system-');
      if ((numberAt(object.raw, 'value') ?? 0) > HIGHEST) yield violationAt(object, root, ['value'], `at most ${HIGHEST}`);
      if (defaults.indexOf(object) > 0)
        yield violationAt(object, root, ['globalDefault'], `false, because ${defaults[0]?.name} is the default`);
    }
  },
};

/** Classes of Kubernetes itself. */
const SYSTEM: readonly string[] = ['system-cluster-critical', 'system-node-critical'];

/** Largest priority that users can define. Source: `HighestUserDefinablePriority` of the API server. */
const HIGHEST = 1_000_000_000;
