import { parameterOf, readParameterFile } from '../../lib/answers/parameter-file';
import { InputError, type Problem, shown } from '../../lib/core/problems';
import { type FlagValues, listFlag, textFlag } from '../command';

/** Values of template parameters: those of `--parameters`, overridden by those of `--parameter`. Throws an InputError. */
export function parameterValues(flags: FlagValues): Readonly<Record<string, string>> {
  const file = textFlag(flags, 'parameters');
  const values = new Map(file === undefined ? [] : readParameterFile(file));
  const problems: Problem[] = [];
  const given = new Set<string>();
  for (const text of listFlag(flags, 'parameter')) {
    const { name, value } = parameterOf(text);
    if (name === undefined) problems.push({ path: '--parameter', received: shown(text), expected: 'name=value, such as Stage=prod' });
    else if (given.has(name)) problems.push({ path: `--parameter ${name}`, reason: 'given twice', expected: 'once' });
    else values.set(name, value);
    if (name !== undefined) given.add(name);
  }
  if (problems.length > 0) throw new InputError('flags', problems);
  return Object.fromEntries(values);
}
