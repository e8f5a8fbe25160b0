import type { TemplateResource } from '../cloudformation/template-resource';

/** The resources of one template, indexed by id and by type. */
export interface ResourceIndex {
  /** The resource that a `Ref` or `Fn::GetAtt` refers to, or undefined. */
  follow(reference: unknown): TemplateResource | undefined;
  /** All resources of a type, in template order. */
  ofType(type: string): readonly TemplateResource[];
}

/** Indexes the resources of templates by id and type. */
export function indexResources(resources: readonly TemplateResource[]): ResourceIndex {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const byType = new Map<string, TemplateResource[]>();
  for (const resource of resources) {
    const siblings = byType.get(resource.type);
    if (siblings === undefined) byType.set(resource.type, [resource]);
    else siblings.push(resource);
  }
  return {
    follow: (reference) => byId.get(targetOf(reference) ?? ''),
    ofType: (type) => byType.get(type) ?? [],
  };
}

function targetOf(reference: unknown): string | undefined {
  if (typeof reference !== 'object' || reference === null) return undefined;
  const { Ref: ref, 'Fn::GetAtt': attribute } = reference as { Ref?: unknown; 'Fn::GetAtt'?: unknown };
  if (typeof ref === 'string') return ref;
  const name: unknown = Array.isArray(attribute) ? attribute[0] : attribute;
  return typeof name === 'string' ? name.split('.')[0] : undefined;
}
