import type { ChangeClass } from './change-class';
import type { Impact, PropertyImpact } from './property-impacts';
import { isUpdated, type ResourceChange } from './resource-change';
import type { Reason } from './transition';

/** Name of the specification among the rules. */
export const SPECIFICATION_RULE = 'cloudformation';

const SPECIFICATION = {
  rule: SPECIFICATION_RULE,
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html'],
  asOf: '2026-11-28',
} as const;

/** What is unknown counts as a replacement: it is never read as harmless. */
const CLASSES: Readonly<Record<Impact, ChangeClass>> = {
  updates: 'in-place',
  'may-replace': 'replaced',
  replaces: 'replaced',
  unknown: 'replaced',
};

const TEXTS: Readonly<Record<Impact, string>> = {
  updates: 'updated without replacement',
  'may-replace': 'may replace the resource, under conditions that the specification does not contain',
  replaces: 'replaces the resource',
  unknown: 'the specification does not contain the resource type, so the resource may be replaced',
};

/** What CloudFormation does with a resource by itself, without the properties about which a rule knows more. */
export function baseReasons(change: ResourceChange, overridden: ReadonlySet<string>): readonly Reason[] {
  if (change.before === undefined) return [reason('created', [], 'the first template does not have it')];
  if (change.after === undefined) return [reason('removed', [], 'the second template does not have it')];
  if (!isUpdated(change)) return [];
  const left = change.properties.filter(({ name }) => !overridden.has(name));
  return (Object.keys(CLASSES) as Impact[]).flatMap((impact) => ofImpact(left, impact));
}

function ofImpact(properties: readonly PropertyImpact[], impact: Impact): readonly Reason[] {
  const names = properties.filter((property) => property.impact === impact).map(({ name }) => name);
  return names.length === 0 ? [] : [reason(CLASSES[impact], names, `${names.join(', ')}: ${TEXTS[impact]}`)];
}

function reason(changeClass: ChangeClass, properties: readonly string[], text: string): Reason {
  return { ...SPECIFICATION, class: changeClass, properties, text };
}
