import { didYouMean, InputError, oneOf, type Problem, shown } from '../core/problems';
import type { MetricsRun } from './observed-series';
import { type Measure, REQUESTS, underscored } from './series-names';
import { timeText } from './times';

/** Values by time, in the order of time. */
export type Values = ReadonlyMap<number, number>;

/** The series of all files by name. Series of the same name are pages of one series. Throws an InputError with all problems. */
export function valuesByName(runs: readonly MetricsRun[], measures: ReadonlyMap<string, Measure>): ReadonlyMap<string, Values> {
  const problems: Problem[] = [];
  const found = new Map<string, Map<number, number>>();
  for (const { name, file, values } of runs.flatMap(({ series }) => series)) {
    if (!measures.has(name)) {
      problems.push({ path: `${file}: name of a series`, received: shown(name), ...nameExpected(name, measures) });
      continue;
    }
    const own = found.get(name) ?? new Map<number, number>();
    found.set(name, own);
    const negative = [...values].find(([, value]) => value < 0);
    if (negative !== undefined) problems.push({ path: `${file}: ${name}`, received: shown(negative[1]), expected: 'values of at least 0' });
    const twice = [...values.keys()].find((time) => own.has(time));
    if (twice !== undefined)
      problems.push({
        path: `${file}: ${name}`,
        reason: `two values at ${timeText(twice)}`,
        expected: 'one series of all instances, such as their sum',
      });
    for (const [time, value] of values) own.set(time, value);
  }
  const names = [...found.keys()];
  problems.push(...measuredTwice(names, measures));
  if (problems.length === 0 && !names.includes(REQUESTS))
    problems.push({ path: REQUESTS, reason: 'no series', expected: 'requests/s of the system' });
  if (problems.length === 0 && !names.some((name) => measures.get(name)?.kind === 'use'))
    problems.push({ path: 'series', reason: 'no use of a resource', expected: useNames(measures) });
  if (problems.length > 0) throw new InputError('metrics', problems);
  return new Map([...found].map(([name, values]) => [name, new Map([...values].sort(([left], [right]) => left - right))]));
}

/** The names that an unknown one may be a misspelling of: those of its component, or else all, about 50 in a tier. */
function nameExpected(name: string, measures: ReadonlyMap<string, Measure>): Pick<Problem, 'expected' | 'suggestion'> {
  const names = [...measures.keys()];
  const components = [
    ...new Set([...measures.values()].flatMap((measure) => (measure.kind === 'use' ? [underscored(measure.supply.component)] : []))),
  ];
  const [component] = components.filter((each) => name.startsWith(`${each}_`)).sort((one, other) => other.length - one.length);
  const prefix = component === undefined ? '' : `${component}_`;
  const ofComponent = names.filter((each) => each.startsWith(prefix));
  const word = didYouMean(
    name.slice(prefix.length),
    ofComponent.map((each) => each.slice(prefix.length)),
  );
  return {
    expected: oneOf(ofComponent),
    ...(word !== undefined && { suggestion: `${prefix}${word}` }),
  };
}

/** A resource in two units, such as `api_processor` and `api_processor_percent`. */
function measuredTwice(names: readonly string[], measures: ReadonlyMap<string, Measure>): Problem[] {
  const supplyOf = (name: string) => {
    const measure = measures.get(name);
    return measure?.kind === 'use' ? measure.supply : undefined;
  };
  return names.flatMap((name, index) => {
    const other = names.slice(0, index).find((before) => supplyOf(before) !== undefined && supplyOf(before) === supplyOf(name));
    return other === undefined ? [] : [{ path: name, reason: `the same resource as ${other}`, expected: 'one of them' }];
  });
}

function useNames(measures: ReadonlyMap<string, Measure>): string {
  return `one of ${[...measures].flatMap(([name, { kind }]) => (kind === 'use' ? [name] : [])).join(', ')}`;
}
