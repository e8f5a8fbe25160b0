import { referencesIn } from '../../cloudformation/references';
import type { Template } from '../../cloudformation/template-resource';
import { isPlainObject, section } from '../../core/plain-object';
import type { OrderRule } from '../order-rule';
import { valueAt } from '../property-value';

export const exportInUse: OrderRule = {
  id: 'export-in-use',
  description: 'CloudFormation rejects an update that removes or changes an export while another stack imports it',
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html'],
  asOf: '2026-11-28',
  *judge({ before, after, facts }, replaced) {
    const [old, next] = [exportsOf(before), exportsOf(after)];
    const removed = new Set(before.resources.map(({ id }) => id));
    for (const { id } of after.resources) removed.delete(id);
    for (const [name, value] of old) {
      const targets = referencesIn(value);
      const isGone = !next.has(name);
      const changes =
        isGone || JSON.stringify(next.get(name)) !== JSON.stringify(value) || targets.some((id) => replaced.has(id) || removed.has(id));
      const [resource] = targets;
      if (!changes || resource === undefined) continue;
      const text = `the export ${name} ${isGone ? 'is removed' : 'changes its value'}`;
      if (facts.importedExports.has(name)) yield { resource, class: 'rejected', text: `${text} while another stack imports it` };
      else yield { resource, class: 'in-place', text: `${text}, which is rejected while another stack imports it` };
    }
  },
};

/** Values of exports by name; names that are known only at deployment are left out. */
function exportsOf({ raw }: Template): ReadonlyMap<string, unknown> {
  return new Map(
    Object.values(section(raw, 'Outputs')).flatMap((output): [string, unknown][] => {
      const name = valueAt(output, 'Export', 'Name');
      if (name === undefined || !isPlainObject(output)) return [];
      return [[typeof name === 'string' ? name : JSON.stringify(name), output.Value]];
    }),
  );
}
