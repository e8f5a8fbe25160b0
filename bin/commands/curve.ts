import { DEFAULT_MIN_USERS } from '../../lib/answers/curve-defaults';
import { allParts } from '../../lib/core/all-parts';
import { InputError, shown } from '../../lib/core/problems';
import type { OptionsInput } from '../../lib/model/inputs';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { curveView } from '../../lib/output/curve';
import { curveJson } from '../../lib/output/json/curve';
import { type Command, type FlagValues, textFlag } from '../command';
import { leveredSystem, WITH_FLAG } from './lever-flags';
import { requestedOptions } from './requested-options';
import { systemArguments } from './system-arguments';
import { argumentOrFlag, flagOf, optionFlags, withFlagNames } from './tier-options';

/** Prints the answer of costCurve. */
export const curve: Command = {
  arguments: [{ name: 'system', description: 'a system of `sizing list`; default: the system of your definition', optional: true }],
  flags: [
    { name: 'min-users', value: 'number', description: `smallest number of concurrent users; default: ${DEFAULT_MIN_USERS}` },
    { name: 'max-users', value: 'number', description: 'largest number of concurrent users; default: the largest workload of a tier' },
    { name: 'designs', description: 'add the cost of right-sized tiers, at up to eight points' },
    WITH_FLAG,
    ...optionFlags(),
  ],
  readsDefinition: true,
  examples: ['sizing curve aiva --min-users 20 --max-users 100', 'sizing curve aiva --min-users 300 --max-users 350 --designs'],
  printsOnly: () => true,
  run: async (request) => {
    const { flags, modules } = request;
    const { costCurve } = require('../../lib/answers/curve') as typeof import('../../lib/answers/curve');
    const { requested, levered, users } = allParts({
      requested: () => requestedOptions(flags),
      levered: () => leveredSystem(flags, systemArguments(request).system),
      users: () => usersFlags(flags),
    });
    const { system, warnings: ofLevers } = levered;
    const subject = { system, ...users, options: requested.options as OptionsInput, designs: flags.designs === true };
    const answer = withFlagNames(() => costCurve(subject, modules.estimator()), requested.named(argumentOrFlag));
    const warnings = [...requested.warnings, ...ofLevers, ...answer.warnings.map(answerWarningText)];
    return {
      report: {
        // Computed for JSON only: it has the median of the response time at every point.
        get data() {
          return curveJson(answer);
        },
        ...curveView(answer),
      },
      estimates: answer.estimates,
      warnings,
    };
  },
};

/** Numbers of users; all flags that are not numbers are reported together. */
function usersFlags(flags: FlagValues): { readonly minUsers?: number; readonly maxUsers?: number } {
  const given = (['minUsers', 'maxUsers'] as const).flatMap((name) => {
    const text = textFlag(flags, name);
    return text === undefined ? [] : [{ name, text, users: text.trim() === '' ? Number.NaN : Number(text) }];
  });
  const problems = given
    .filter(({ users }) => !(users > 0 && Number.isFinite(users)))
    .map(({ name, text }) => ({ path: flagOf(name), received: shown(text), expected: 'a number of users such as 800' }));
  if (problems.length > 0) throw new InputError('flags', problems);
  return Object.fromEntries(given.map(({ name, users }) => [name, users]));
}
