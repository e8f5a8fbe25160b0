import { referencesIn } from '../cloudformation/references';
import type { TemplateResource } from '../cloudformation/template-resource';
import type { CheckContext } from './check-context';

/** Every resource that is created before this one: those that it names in DependsOn or refers to, and those that these depend on. */
export function createdBefore(resource: TemplateResource, context: CheckContext): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [resource];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const id of [...context.dependencies(next), ...referencesIn(next.properties)]) {
      const dependency = found.has(id) ? undefined : context.find(id);
      if (dependency === undefined) continue;
      found.add(id);
      pending.push(dependency);
    }
  }
  return found;
}
