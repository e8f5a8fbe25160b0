import type { Template, TemplateResource } from '../cloudformation/template-resource';

/** What the specification of a resource type states about an update of a property. */
export type Impact = 'updates' | 'may-replace' | 'replaces' | 'unknown';

/** A property with another value in the second template. */
export interface PropertyImpact {
  /** Name of the property. */
  readonly name: string;
  /** What its change does. `unknown`: the specification does not contain the type. */
  readonly impact: Impact;
}

/** Changed properties by logical id, of resources that both templates have with the same type. */
export function propertyImpacts(before: Template, after: Template): ReadonlyMap<string, readonly PropertyImpact[]> {
  const { fullDiff, ResourceImpact } = loadDiff();
  const impacts: Readonly<Record<string, Impact>> = {
    [ResourceImpact.WILL_UPDATE]: 'updates',
    [ResourceImpact.MAY_REPLACE]: 'may-replace',
    [ResourceImpact.WILL_REPLACE]: 'replaces',
  };
  const found = new Map<string, readonly PropertyImpact[]>();
  fullDiff(resolvedTemplate(before), resolvedTemplate(after)).resources.forEachDifference((id, change) => {
    if (change.isAddition || change.isRemoval || change.resourceTypeChanged) return;
    const properties = Object.entries(change.propertyUpdates).map(([name, { changeImpact }]) => ({
      name,
      impact: impacts[String(changeImpact)] ?? 'unknown',
    }));
    if (properties.length > 0) found.set(id, properties);
  });
  return found;
}

/** Loads the specification of all resource types, which takes half a second: on the first comparison, not on import. */
function loadDiff() {
  return require('@aws-cdk/cloudformation-diff') as typeof import('@aws-cdk/cloudformation-diff');
}

/** The template with conditions decided and known values filled in, as far as the comparison reads it. */
function resolvedTemplate({ resources }: Template): Record<string, unknown> {
  return { Resources: Object.fromEntries(resources.map((resource) => [resource.id, rawOf(resource)])) };
}

function rawOf({ type, properties }: TemplateResource): object {
  return { Type: type, Properties: properties };
}
