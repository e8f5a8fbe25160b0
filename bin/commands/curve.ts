import { DEFAULT_MIN_USERS } from '../../lib/answers/curve-defaults';
import { loadSystem } from '../../lib/answers/system-reference';
import { allParts, validPart } from '../../lib/core/all-parts';
import { InputError, shown } from '../../lib/core/problems';
import type { OptionsInput } from '../../lib/model/inputs';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { curveView } from '../../lib/output/curve';
import { noTier, SYSTEM_FLAG } from '../argument-flags';
import { type Command, type FlagValues, type Request, textFlag } from '../command';
import { leveredSystem, WITH_FLAG } from './lever-flags';
import { requestedOptions } from './requested-options';
import { systemArguments } from './system-arguments';
import { argumentOrFlag, flagOf, givenOptions, optionFlags, withFlagNames } from './tier-options';

/** Prints the answer of costCurve. */
export const curve: Command = {
  arguments: [{ name: 'system', description: 'a system of `sizing list`; default: the system of your definition', optional: true }],
  flags: [
    SYSTEM_FLAG,
    noTier('no tier, because all are compared; `npx sizing capacity` and `estimate` take one'),
    { name: 'min-users', value: 'number', description: `smallest number of concurrent users; default: ${DEFAULT_MIN_USERS}` },
    {
      name: 'max-users',
      value: 'number',
      description: 'largest number of concurrent users; default: the largest workload of a tier, which may handle more',
    },
    { name: 'designs', description: 'add the cost of right-sized tiers, at up to eight points' },
    WITH_FLAG,
    ...optionFlags(),
  ],
  readsDefinition: true,
  examples: ['sizing curve aiva --min-users 20 --max-users 100', 'sizing curve aiva --min-users 300 --max-users 350 --designs'],
  printsOnly: () => true,
  check: (request) => void partsOf(request),
  run: async (request) => {
    const { flags, modules } = request;
    const { costCurve } = require('../../lib/answers/curve') as typeof import('../../lib/answers/curve');
    const { requested, levered, users } = partsOf(request);
    const { system, warnings: ofLevers } = levered;
    const subject = { system, ...users, options: requested.options as OptionsInput, designs: flags.designs === true };
    const answer = withFlagNames(() => costCurve(subject, modules.estimator()), requested.named(argumentOrFlag));
    const warnings = [...requested.warnings, ...ofLevers, ...answer.warnings.map(answerWarningText)];
    return {
      report: {
        // Computed for JSON only: it has the median of the response time at every point.
        get data() {
          const { curveJson } = require('../../lib/output/json/curve') as typeof import('../../lib/output/json/curve');
          return curveJson(answer);
        },
        ...curveView(answer),
      },
      estimates: answer.estimates,
      warnings,
    };
  },
};

/** The parts of a request. Throws an InputError with the problems of all of them. */
function partsOf(request: Request) {
  const { flags } = request;
  const { boundsOf } = require('../../lib/answers/curve') as typeof import('../../lib/answers/curve');
  const { refuseSingleHost } = require('../../lib/answers/design') as typeof import('../../lib/answers/design');
  const system = () => systemArguments(request).system;
  const requested = () => requestedOptions(flags);
  return allParts({
    requested,
    topology: () => {
      const valid = validPart(requested);
      const options = (valid?.options ?? givenOptions(flags)) as OptionsInput;
      if (flags.designs === true) withFlagNames(() => refuseSingleHost(options), valid?.named(argumentOrFlag));
    },
    levered: () => leveredSystem(flags, system()),
    users: () => usersFlags(flags),
    bounds: () => {
      const named = validPart(system);
      const users = validUsers(flags);
      if (named !== undefined) withFlagNames(() => boundsOf(users, loadSystem(named)));
    },
  });
}

/** Numbers of users; all flags that are not numbers are reported together. */
function usersFlags(flags: FlagValues): { readonly minUsers?: number; readonly maxUsers?: number } {
  const problems = givenUsers(flags)
    .filter(({ users }) => !isNumberOfUsers(users))
    .map(({ name, text }) => ({ path: flagOf(name), received: shown(text), expected: 'a number of users such as 800' }));
  if (problems.length > 0) throw new InputError('flags', problems);
  return validUsers(flags);
}

/** The numbers of users that are numbers. */
function validUsers(flags: FlagValues): { readonly minUsers?: number; readonly maxUsers?: number } {
  const valid = givenUsers(flags).filter(({ users }) => isNumberOfUsers(users));
  return Object.fromEntries(valid.map(({ name, users }) => [name, users]));
}

function givenUsers(flags: FlagValues) {
  return (['minUsers', 'maxUsers'] as const).flatMap((name) => {
    const text = textFlag(flags, name);
    return text === undefined ? [] : [{ name, text, users: text.trim() === '' ? Number.NaN : Number(text) }];
  });
}

function isNumberOfUsers(users: number): boolean {
  return users > 0 && Number.isFinite(users);
}
