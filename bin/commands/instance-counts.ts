import { InputError, type Problem, shown } from '../../lib/core/problems';
import { type FlagValues, listFlag } from '../command';

/** Numbers of instances by service, from `--instances api=2,worker=3`. Throws an InputError for anything else. */
export function instanceCounts(flags: FlagValues): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  const problems: Problem[] = [];
  for (const part of listFlag(flags, 'instances').flatMap((text) => text.split(','))) {
    const [, service, count] = /^\s*([a-z0-9-]+)\s*=\s*(\d{1,9})\s*$/.exec(part) ?? [];
    if (service === undefined || count === undefined)
      problems.push({ path: '--instances', received: shown(part), expected: 'service=number, such as api=2' });
    else if (counts.has(service)) problems.push({ path: `--instances ${service}`, reason: 'given twice', expected: 'once' });
    else counts.set(service, Number(count));
  }
  if (problems.length > 0) throw new InputError('flags', problems);
  return Object.fromEntries(counts);
}
