import { InputError, type Problem, shown } from '../../lib/core/problems';
import { camel } from './tier-options';

/** Checks `tier=large,gpu=t4`. Keys are context keys or flags: `readReplicas=2`, `read-replicas=2`. Throws an InputError without a tier. */
export function keyValues(flag: string, text: string): void {
  const { values, invalid, repeated } = pairsIn(text);
  const problems: Problem[] = [
    ...invalid.map((part) => ({
      path: flag,
      received: shown(part),
      expected: `key=value, such as tier=${part.includes('=') || part === '' ? 'large' : part}`,
    })),
    ...repeated.map((key) => ({ path: `${flag} ${key}`, reason: 'given twice', expected: 'once' })),
  ];
  if (problems.length === 0 && !values.has('tier')) problems.push({ path: `${flag} tier`, expected: 'a tier, such as tier=large' });
  if (problems.length > 0) throw new InputError('flags', problems);
}

/** The valid pairs of a text, by context key: `keyValues` reports the others. */
export function validPairs(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(pairsIn(text).values);
}

function pairsIn(text: string) {
  const values = new Map<string, string>();
  const [invalid, repeated]: [string[], string[]] = [[], []];
  for (const part of text.split(',').map((piece) => piece.trim())) {
    const [, name, value] = /^([^=]+)=(.*)$/.exec(part) ?? [];
    const key = name === undefined ? undefined : camel(name.trim());
    if (key === undefined || value === undefined) invalid.push(part);
    else if (values.has(key)) repeated.push(key);
    else values.set(key, value.trim());
  }
  return { values, invalid, repeated };
}
