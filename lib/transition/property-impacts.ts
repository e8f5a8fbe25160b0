import { referencesIn } from '../cloudformation/references';
import type { Template, TemplateResource } from '../cloudformation/template-resource';
import { nestedReplacement, type ReplacementStatement } from './nested-replacements';
import { withStatedZones } from './stated-zones';

/** Statement of the specification of a resource type about an update of a property. */
export type Impact = 'updates' | 'may-replace' | 'replaces' | 'unknown';

/** A property with another value in the second template. */
export interface PropertyImpact {
  /** Name of the property. */
  readonly name: string;
  /** Effect of its change. `unknown`: the specification does not contain the type. */
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
  fullDiff(...comparedTemplates(before, after)).resources.forEachDifference((id, change) => {
    if (change.isAddition || change.isRemoval || change.resourceTypeChanged) return;
    const properties = Object.entries(change.propertyUpdates).map(([name, { changeImpact, oldValue, newValue }]) => {
      const impact = impacts[String(changeImpact)] ?? 'unknown';
      const nested = impact === 'updates' ? nestedReplacement(change.newResourceType ?? '', name, oldValue, newValue) : undefined;
      return { name, impact: nested === undefined ? impact : NESTED_IMPACTS[nested] };
    });
    if (properties.length > 0) found.set(id, properties);
  });
  return found;
}

const NESTED_IMPACTS: Readonly<Record<ReplacementStatement, Impact>> = { yes: 'replaces', maybe: 'may-replace' };

/** Loads the specification of all resource types, which takes half a second: on the first comparison, not on import. */
function loadDiff() {
  return require('@aws-cdk/cloudformation-diff') as typeof import('@aws-cdk/cloudformation-diff');
}

/**
 * Both templates with conditions decided and known values filled in, as far as the comparison reads them. Its time grows with the
 * square of the number of resources, so those whose properties cannot have another value are left out.
 */
function comparedTemplates(before: Template, after: Template): readonly [Record<string, unknown>, Record<string, unknown>] {
  const old = new Map(withStatedZones(before.resources).map((resource) => [resource.id, resource]));
  const next = withStatedZones(after.resources);
  const compared = withFollowers(next, changedIn(old, next));
  return [templateWith([...compared].flatMap((id) => old.get(id) ?? [])), templateWith(next.filter(({ id }) => compared.has(id)))];
}

/** Logical ids of resources that both templates have, with another type or other properties. */
function changedIn(old: ReadonlyMap<string, TemplateResource>, resources: readonly TemplateResource[]): readonly string[] {
  return resources.flatMap((resource) => {
    const before = old.get(resource.id);
    return before === undefined || JSON.stringify(rawOf(before)) === JSON.stringify(rawOf(resource)) ? [] : [resource.id];
  });
}

/** Resources, and those that refer to them, directly or through others: a replacement changes the value of a reference. */
function withFollowers(resources: readonly TemplateResource[], changed: readonly string[]): ReadonlySet<string> {
  const referrers = new Map<string, string[]>();
  for (const { id, properties } of resources) {
    for (const name of referencesIn(properties)) referrers.set(name, [...(referrers.get(name) ?? []), id]);
  }
  const found = new Set(changed);
  for (const id of found) for (const referrer of referrers.get(id) ?? []) found.add(referrer);
  return found;
}

function templateWith(resources: readonly TemplateResource[]): Record<string, unknown> {
  return { Resources: Object.fromEntries(resources.map((resource) => [resource.id, rawOf(resource)])) };
}

function rawOf({ type, properties }: TemplateResource): object {
  return { Type: type, Properties: properties };
}
