import { recommendFailures } from '../../lib/answers/target-failures';
import { allParts } from '../../lib/core/all-parts';
import type { OptionsInput } from '../../lib/model/inputs';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { recommendView } from '../../lib/output/recommend';
import { noTier, SYSTEM_FLAG } from '../argument-flags';
import { type Command, type Request, textFlag } from '../command';
import { leveredSystem, WITH_FLAG } from './lever-flags';
import { PLAN_FLAG, planOf } from './plan-flag';
import { requestedOptions } from './requested-options';
import { systemArguments } from './system-arguments';
import { argumentOrFlag, optionFlags, withFlagNames } from './tier-options';
import {
  CALIBRATION_FLAG,
  calibrationsOf,
  operationFlags,
  requireWorkload,
  targetFlags,
  withWorkload,
  workloadFlags,
} from './workload-flags';

/** Prints the answer of recommendTier. */
export const recommend: Command = {
  arguments: [{ name: 'system', description: 'a system of `sizing list`; default: the system of your definition', optional: true }],
  flags: [
    SYSTEM_FLAG,
    noTier('no tier, because all are compared; `npx sizing capacity` and `estimate` take one'),
    ...workloadFlags(),
    ...targetFlags(),
    CALIBRATION_FLAG,
    PLAN_FLAG,
    { name: 'explain', description: 'include every demand with its source' },
    WITH_FLAG,
    { name: 'levers', description: 'include the users handled and the cost with each lever of the system, the best one first' },
    { name: 'why', description: 'include up to five figures that decide the answer, to measure them first' },
    {
      name: 'no-design',
      description: 'do not search for a right-sized tier; default: it is shown if it saves over 10%',
    },
    ...optionFlags(),
  ],
  readsDefinition: true,
  operationFlags,
  examples: [
    'sizing recommend aiva --users 80',
    'sizing recommend aiva --users 80 --why',
    'sizing recommend aiva --users 80 --levers',
    'sizing recommend aiva --users 60 --chats 20 --calls 5 --searches 100/min --growth 8%/month',
  ],
  printsOnly: () => true,
  check: (request) => void partsOf(request),
  run: async (request) => {
    const { flags, modules } = request;
    const { recommendTier } = require('../../lib/answers/recommend') as typeof import('../../lib/answers/recommend');
    const { levered, requested, calibrations, plan } = partsOf(request);
    const { system, applied, warnings } = levered;
    const options = requested.typed as OptionsInput;
    const environmentOptions = requested.ofFile as OptionsInput;
    const answer = withWorkload(flags, system, (workload) => {
      const question = {
        system,
        workload,
        options,
        environmentOptions,
        calibrations,
        deployedFrom: { definitionFile: textFlag(flags, 'config'), deployment: requested.deployment },
        explain: flags.explain === true,
        why: flags.why === true,
        levers: flags.levers === true,
        appliedLevers: applied,
        design: flags.design !== false,
        ...plan,
      };
      return withFlagNames(() => recommendTier(question, modules.estimator()), requested.named(argumentOrFlag));
    });
    const { designCommand } = require('./design-command') as typeof import('./design-command');
    const command = designCommand(request, system.id);
    return {
      report: {
        // Computed for JSON only: it has the percentiles of every limit of every tier.
        get data() {
          const { recommendJson } = require('../../lib/output/json/recommend') as typeof import('../../lib/output/json/recommend');
          return recommendJson(answer, command);
        },
        ...recommendView(answer, command),
      },
      estimates: answer.estimates,
      warnings: [...requested.warnings, ...warnings, ...answer.warnings.map(answerWarningText)],
      failures: recommendFailures(answer),
    };
  },
};

/** The parts of a request. Throws an InputError with the problems of all of them. */
function partsOf(request: Request) {
  const { flags, modules } = request;
  const system = () => systemArguments(request).system;
  return allParts({
    levered: () => leveredSystem(flags, system()),
    requested: () => requestedOptions(flags),
    calibrations: () => calibrationsOf(flags, system),
    plan: () => planOf(flags, modules),
    workload: () => requireWorkload(flags, system),
  });
}
