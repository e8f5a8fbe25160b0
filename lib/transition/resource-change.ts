import type { Template, TemplateResource } from '../cloudformation/template-resource';
import { type PropertyImpact, propertyImpacts } from './property-impacts';

/** One resource before and after an update; at least one of both is present. */
export interface ResourceChange {
  /** Logical id. */
  readonly id: string;
  /** The resource in the first template. Absent: it is created. */
  readonly before?: TemplateResource;
  /** The resource in the second template. Absent: it is removed. */
  readonly after?: TemplateResource;
  /** Properties with another value, where both templates have the resource with the same type. */
  readonly properties: readonly PropertyImpact[];
}

/** A resource that both templates have with the same type. */
export interface UpdatedResource extends ResourceChange {
  /** The resource in the first template. */
  readonly before: TemplateResource;
  /** The resource in the second template. */
  readonly after: TemplateResource;
}

/** Every resource of both templates: in the order of the second, then those that only the first has. */
export function resourceChanges(before: Template, after: Template): readonly ResourceChange[] {
  const impacts = propertyImpacts(before, after);
  const known = new Map(before.resources.map((resource) => [resource.id, resource]));
  const kept = new Set(after.resources.map(({ id }) => id));
  return [
    ...after.resources.map((resource) => {
      const old = known.get(resource.id);
      return { id: resource.id, ...(old !== undefined && { before: old }), after: resource, properties: impacts.get(resource.id) ?? [] };
    }),
    ...before.resources.filter(({ id }) => !kept.has(id)).map((resource) => ({ id: resource.id, before: resource, properties: [] })),
  ];
}

/** Whether a resource exists before and after, with the same type. */
export function isUpdated(change: ResourceChange): change is UpdatedResource {
  return change.before !== undefined && change.after !== undefined && change.before.type === change.after.type;
}
