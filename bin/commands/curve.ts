import { costCurve, DEFAULT_FROM_USERS } from '../../lib/answers/curve';
import { InputError, shown } from '../../lib/core/problems';
import type { OptionsInput } from '../../lib/model/inputs';
import { curveView } from '../../lib/output/curve';
import { curveJson } from '../../lib/output/json/curve';
import { type Command, type FlagValues, textFlag } from '../command';
import { argumentOrFlag, givenOptions, optionFlags, withFlagNames } from './tier-options';

export const curve: Command = {
  name: 'curve',
  summary: 'Show the monthly cost by number of users, and where the recommended tier changes',
  arguments: [{ name: 'system', description: 'a system of `sizing list`' }],
  flags: [
    { name: 'from', value: 'users', description: `smallest number of concurrent users; default: ${DEFAULT_FROM_USERS}` },
    { name: 'to', value: 'users', description: 'largest number of concurrent users; default: the most that a tier is published for' },
    ...optionFlags(),
  ],
  examples: ['sizing curve aiva --from 20 --to 100'],
  run: async ({ arguments: [system = ''], flags, modules }) => {
    const request = { system, ...usersFlag(flags, 'from'), ...usersFlag(flags, 'to'), options: givenOptions(flags) as OptionsInput };
    const answer = withFlagNames(() => costCurve(request, modules.estimator()), argumentOrFlag);
    return { report: { data: curveJson(answer), ...curveView(answer) }, estimates: answer.estimates, warnings: answer.warnings };
  },
};

function usersFlag(flags: FlagValues, name: 'from' | 'to'): Readonly<Record<string, number>> {
  const text = textFlag(flags, name);
  if (text === undefined) return {};
  const users = Number(text);
  if (text.trim() !== '' && Number.isFinite(users)) return { [name]: users };
  throw new InputError('flags', [{ path: `--${name}`, received: shown(text), expected: 'a number of users such as 800' }]);
}
