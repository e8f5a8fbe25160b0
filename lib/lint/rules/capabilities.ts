import { at } from '../../manifests/values';
import type { Rule } from '../rule';

export const capabilities: Rule = {
  id: 'capabilities',
  severity: 'warning',
  description: 'Container has more Linux capabilities than it requires',
  fix: 'Drop ALL, and add no capability except NET_BIND_SERVICE',
  *check({ workloads }) {
    for (const { object, containers } of workloads) {
      for (const { value, path } of containers) {
        const place = [...path, 'securityContext', 'capabilities'];
        if (!stringsIn(at(value, 'securityContext', 'capabilities', 'drop')).includes('ALL')) {
          yield { object, path: [...place, 'drop'], expected: 'a list with ALL' };
        }
        const added = stringsIn(at(value, 'securityContext', 'capabilities', 'add')).filter((name) => name !== ALLOWED);
        if (added.length > 0) yield { object, path: [...place, 'add'], received: added.join(', '), expected: `${ALLOWED} or no value` };
      }
    }
  },
};

/** Source: Kubernetes documentation, pod security standards, restricted. */
const ALLOWED = 'NET_BIND_SERVICE';

function stringsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
