import type { PropertyDifference, ResourceDifference } from '@aws-cdk/cloudformation-diff';
import { referencesIn } from '../cloudformation/references';
import type { Template, TemplateResource } from '../cloudformation/template-resource';
import { isPlainObject } from '../core/plain-object';
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
  const { ResourceImpact } = loadDiff();
  const impacts: Readonly<Record<string, Impact>> = {
    [ResourceImpact.WILL_UPDATE]: 'updates',
    [ResourceImpact.MAY_REPLACE]: 'may-replace',
    [ResourceImpact.WILL_REPLACE]: 'replaces',
  };
  const found = new Map<string, readonly PropertyImpact[]>();
  for (const [id, { newType, properties: changed }] of changedProperties(before, after)) {
    const properties = Object.entries(changed).map(([name, { changeImpact, oldValue, newValue }]) => {
      const impact = impacts[String(changeImpact)] ?? 'unknown';
      const nested = impact === 'updates' ? nestedReplacement(newType, name, oldValue, newValue) : undefined;
      return { name, impact: nested === undefined ? impact : NESTED_IMPACTS[nested] };
    });
    if (properties.length > 0) found.set(id, properties);
  }
  return found;
}

const NESTED_IMPACTS: Readonly<Record<ReplacementStatement, Impact>> = { yes: 'replaces', maybe: 'may-replace' };

/** Loads the specification of all resource types, which takes half a second: on the first comparison, not on import. */
function loadDiff() {
  return require('@aws-cdk/cloudformation-diff') as typeof import('@aws-cdk/cloudformation-diff');
}

type PropertyChanges = Readonly<Record<string, PropertyDifference<unknown>>>;

/**
 * Changed properties of resources that keep their type, with their known values filled in. A reference to a replaced resource changes
 * too. Compares resource by resource, because the time of the comparison of templates grows with the square of the number of resources.
 */
function changedProperties(
  before: Template,
  after: Template,
): ReadonlyMap<string, { readonly newType: string; readonly properties: PropertyChanges }> {
  const { ResourceImpact } = loadDiff();
  const old = new Map(withStatedZones(before.resources).map((resource) => [resource.id, rawOf(resource)]));
  const resources = withStatedZones(after.resources);
  const next = new Map(resources.map((resource) => [resource.id, rawOf(resource)]));
  const own = new Map<string, ResourceDifference>();
  for (const [id, raw] of next) {
    const deployed = old.get(id);
    const difference = deployed === undefined ? undefined : differenceOf(deployed, raw);
    if (difference !== undefined) own.set(id, difference);
  }
  const isReplaced = ({ changeImpact }: ResourceDifference) => changeImpact === ResourceImpact.WILL_REPLACE;
  const replaced = new Set([...own].flatMap(([id, difference]) => (isReplaced(difference) ? id : [])));
  const referrers = referrersIn(resources);
  const withReferences = new Map<string, ResourceDifference>();
  // Grows while it is read: a resource that refers to a replaced one may be replaced itself.
  for (const id of replaced) {
    for (const referrer of referrers.get(id) ?? []) {
      const [deployed, raw] = [old.get(referrer), next.get(referrer)];
      if (deployed === undefined || raw === undefined) continue;
      const marked = withReplaced(raw, id) as RawResource;
      next.set(referrer, marked);
      const difference = marked === raw ? undefined : differenceOf(deployed, marked);
      if (difference === undefined) continue;
      withReferences.set(referrer, difference);
      if (isReplaced(difference)) replaced.add(referrer);
    }
  }
  const ids = new Set([...own.keys(), ...withReferences.keys()]);
  return new Map(
    [...ids].flatMap((id) => {
      const difference = own.get(id);
      if (difference?.resourceTypeChanged) return [];
      return [[id, { newType: next.get(id)?.Type ?? '', properties: changesOf(difference, withReferences.get(id)) }] as const];
    }),
  );
}

/** The changed properties of a resource, and those by which references to replaced resources replace it. */
function changesOf(own: ResourceDifference | undefined, withReferences: ResourceDifference | undefined): PropertyChanges {
  const changes = own?.propertyUpdates ?? {};
  if (withReferences === undefined || withReferences.changeImpact === own?.changeImpact) return changes;
  const { MAY_REPLACE, WILL_REPLACE } = loadDiff().ResourceImpact;
  return Object.fromEntries(
    Object.entries(withReferences.propertyUpdates).flatMap(([name, change]) => {
      const isReplacing = change.changeImpact === MAY_REPLACE || change.changeImpact === WILL_REPLACE;
      const kept = isReplacing ? change : changes[name];
      return kept === undefined ? [] : [[name, kept]];
    }),
  );
}

interface RawResource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

function rawOf({ type, properties }: TemplateResource): RawResource {
  return { Type: type, Properties: properties };
}

/** The difference of a resource of both templates; undefined without one. */
function differenceOf(before: RawResource, after: RawResource): ResourceDifference | undefined {
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  return loadDiff().fullDiff({ Resources: { resource: before } }, { Resources: { resource: after } }).resources.changes.resource;
}

/** Logical ids of the resources that refer to each resource. */
function referrersIn(resources: readonly TemplateResource[]): ReadonlyMap<string, readonly string[]> {
  const referrers = new Map<string, string[]>();
  for (const { id, properties } of resources) {
    for (const name of referencesIn(properties)) referrers.set(name, [...(referrers.get(name) ?? []), id]);
  }
  return referrers;
}

/**
 * A value whose references to a resource have another value, as after its replacement. Other functions, such as `Fn::Join`, keep theirs:
 * a name in a text rarely replaces a resource, and the comparison of the CDK keeps them too.
 */
function withReplaced(value: unknown, id: string): unknown {
  if (Array.isArray(value)) {
    const parts = value.map((part) => withReplaced(part, id));
    return parts.some((part, index) => part !== value[index]) ? parts : value;
  }
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value);
  const [[name, of] = ['', undefined]] = entries;
  if (entries.length === 1 && name === 'Ref') return of === id ? { Ref: `${id} (replaced)` } : value;
  if (entries.length === 1 && name.startsWith('Fn::')) {
    const [first, ...others]: unknown[] = Array.isArray(of) ? of : name === 'Fn::GetAtt' ? String(of).split('.') : [];
    return first === id ? { [name]: [`${id} (replaced)`, ...others] } : value;
  }
  const parts = entries.map(([key, part]) => [key, withReplaced(part, id)] as const);
  return parts.some(([key, part]) => part !== value[key]) ? Object.fromEntries(parts) : value;
}
