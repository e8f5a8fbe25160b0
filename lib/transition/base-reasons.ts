import type { ChangeClass } from './change-class';
import type { Impact, PropertyImpact } from './property-impacts';
import { isUpdated, type ResourceChange } from './resource-change';
import type { Reason, ReasonCause } from './transition';

const SPECIFICATION = {
  rule: 'cloudformation',
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html'],
  asOf: '2026-11-28',
} as const;

/** An unknown effect counts as a replacement, never as harmless. */
const CLASSES: Readonly<Record<Impact, ChangeClass>> = {
  updates: 'in-place',
  'may-replace': 'replaced',
  replaces: 'replaced',
  unknown: 'replaced',
};

/** Reasons that the specification of the resource type gives, without the properties that a rule overrides. */
export function baseReasons(change: ResourceChange, overridden: ReadonlySet<string>): readonly Reason[] {
  if (change.before === undefined) return [reason('created', [], { kind: 'created' })];
  if (change.after === undefined) return [reason('removed', [], { kind: 'removed' })];
  if (!isUpdated(change)) return [];
  const left = change.properties.filter(({ name }) => !overridden.has(name));
  return (Object.keys(CLASSES) as Impact[]).flatMap((impact) => ofImpact(left, impact));
}

function ofImpact(properties: readonly PropertyImpact[], impact: Impact): readonly Reason[] {
  const names = properties.filter((property) => property.impact === impact).map(({ name }) => name);
  return names.length === 0 ? [] : [reason(CLASSES[impact], names, { kind: 'property-impact', impact })];
}

/** An unchanged resource that refers to replaced ones gets their new names or addresses: it is updated. */
export function referenceReason(replaced: readonly string[]): Reason {
  return reason('in-place', [], { kind: 'replaced-reference', replaced });
}

function reason(changeClass: ChangeClass, properties: readonly string[], cause: ReasonCause): Reason {
  return { ...SPECIFICATION, class: changeClass, properties, cause };
}
