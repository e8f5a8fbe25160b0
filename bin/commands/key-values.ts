import { InputError, type Problem, shown } from '../../lib/core/problems';
import { camel } from './tier-options';

/** Parses `tier=large,gpu=t4`. Keys are context keys or flags: `readReplicas=2`, `read-replicas=2`. Throws an InputError without a tier. */
export function keyValues(flag: string, text: string): Record<string, string> {
  const problems: Problem[] = [];
  const values = new Map<string, string>();
  for (const part of text.split(',').map((piece) => piece.trim())) {
    const [, name, value] = /^([^=]+)=(.*)$/.exec(part) ?? [];
    const key = name === undefined ? undefined : camel(name.trim());
    if (key === undefined || value === undefined)
      problems.push({ path: flag, received: shown(part), expected: 'key=value, such as tier=large' });
    else if (values.has(key)) problems.push({ path: `${flag} ${key}`, reason: 'given twice', expected: 'once' });
    else values.set(key, value.trim());
  }
  if (problems.length === 0 && !values.has('tier')) problems.push({ path: `${flag} tier`, expected: 'a tier, such as tier=large' });
  if (problems.length > 0) throw new InputError('flags', problems);
  return Object.fromEntries(values);
}
