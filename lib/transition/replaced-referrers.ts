import { referencesIn } from '../cloudformation/references';
import { isUpdated, type ResourceChange } from './resource-change';
import { resourceModel } from './resource-model';

/**
 * Resources that are replaced, and those that are replaced with them, because a property refers to one of them and the specification
 * states a replacement for that property. The comparison of templates knows only replacements that it finds itself.
 */
export function withReplacedReferrers(changes: readonly ResourceChange[], replaced: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(replaced);
  for (let size = -1; size !== all.size; ) {
    size = all.size;
    for (const change of changes) if (!all.has(change.id) && replacingReferences(change, all).length > 0) all.add(change.id);
  }
  return all;
}

/** Properties with a reference to a replaced resource, whose own change replaces this resource. Without those that the comparison found. */
export function replacingReferences(change: ResourceChange, replaced: ReadonlySet<string>): readonly string[] {
  if (!isUpdated(change)) return [];
  const { type, properties } = change.after;
  const found = new Set(change.properties.filter(({ impact }) => impact === 'replaces').map(({ name }) => name));
  return Object.entries(properties).flatMap(([name, value]) =>
    !found.has(name) &&
    referencesIn(value).some((id) => id !== change.id && replaced.has(id)) &&
    resourceModel(type)?.properties[name]?.causesReplacement === 'yes'
      ? [name]
      : [],
  );
}
