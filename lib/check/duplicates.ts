import type { TemplateResource } from '../cloudformation/template-resource';
import type { CheckContext } from './check-context';

/** Two resources of which a service accepts one. */
export interface Duplicate {
  /** The later resource of the template. */
  readonly resource: TemplateResource;
  /** The resource before it with the same key. */
  readonly other: TemplateResource;
}

/**
 * Resources with the key of a resource before them. Resources without a key, and those whose existence is known only at deployment,
 * are left out.
 */
export function* duplicates(
  context: CheckContext,
  resources: readonly TemplateResource[],
  keyOf: (resource: TemplateResource) => string | undefined,
): Generator<Duplicate> {
  const first = new Map<string, TemplateResource>();
  for (const resource of resources) {
    const key = context.isConditional(resource) ? undefined : keyOf(resource);
    if (key === undefined) continue;
    const other = first.get(key);
    if (other === undefined) first.set(key, resource);
    else yield { resource, other };
  }
}
