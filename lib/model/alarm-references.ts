import { type Alarm, MEASURES } from './alarm';
import type { TierParts } from './operation-references';
import { type ReferenceProblem, unknownWord } from './reference-problem';

/** Alarms that name no component of any tier, that give no level, or whose critical level comes before the warning. */
export function alarmProblems({
  alarms,
  tiers,
}: {
  readonly alarms: readonly Alarm[];
  readonly tiers: readonly TierParts[];
}): ReferenceProblem[] {
  const ids = [...new Set(tiers.flatMap(({ components }) => Object.keys(components)))];
  return alarms.flatMap((alarm, index) => problemsOf(alarm, ['alarms', index], ids));
}

function problemsOf(
  { measure, component, warning, critical }: Alarm,
  path: (string | number)[],
  ids: readonly string[],
): ReferenceProblem[] {
  const problems: ReferenceProblem[] = [];
  const { unit, passed } = MEASURES[measure];
  if (component !== undefined && !ids.includes(component)) {
    problems.push(unknownWord([...path, 'component'], component, ids, 'a component'));
  }
  for (const [level, value] of Object.entries({ warning, critical })) {
    if (unit === 'share' && value !== undefined && value >= 1) {
      problems.push({ path: [...path, level], input: value, message: `a share of ${measure} below 1` });
    }
  }
  if (warning !== undefined && critical !== undefined && (passed === 'upwards' ? critical <= warning : critical >= warning)) {
    const side = passed === 'upwards' ? 'above' : 'below';
    problems.push({ path: [...path, 'critical'], input: critical, message: `${side} the warning at ${warning}` });
  }
  return problems;
}
