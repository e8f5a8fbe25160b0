import { allParts } from '../../lib/core/all-parts';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { blueprintWarningText, isAccessWarning } from '../../lib/output/blueprint-warnings';
import { capacityView } from '../../lib/output/capacity';
import { capacityJson } from '../../lib/output/json/capacity';
import { SYSTEM_FLAG, TIER_FLAG } from '../argument-flags';
import type { Command, Request } from '../command';
import { leveredSystem, WITH_FLAG } from './lever-flags';
import { requestedTier } from './requested-tier';
import { systemArguments } from './system-arguments';
import { argumentOrFlag, optionFlags, withFlagNames } from './tier-options';
import { CALIBRATION_FLAG, calibrationsOf, operationFlags, requireWorkload, withWorkload, workloadFlags } from './workload-flags';

/** Prints the answer of tierCapacity. */
export const capacity: Command = {
  arguments: [
    { name: 'system', description: 'a system of `sizing list`; default: the system of your definition', optional: true },
    { name: 'tier', description: 'a tier of the system', optional: true },
  ],
  flags: [
    SYSTEM_FLAG,
    TIER_FLAG,
    ...workloadFlags(),
    CALIBRATION_FLAG,
    WITH_FLAG,
    { name: 'explain', description: 'include every demand with its source' },
    ...optionFlags(),
  ],
  readsDefinition: true,
  operationFlags,
  examples: ['sizing capacity aiva medium', 'sizing capacity aiva large --users 300 --chats 100 --gpu t4'],
  exitCodes: '0 also if the capacity is unknown, because a demand is.\nJSON lists the missing figures in `unknown`.',
  printsOnly: () => true,
  check: (request) => void partsOf(request),
  run: async (request) => {
    const { flags } = request;
    const { tierCapacity } = require('../../lib/answers/capacity') as typeof import('../../lib/answers/capacity');
    const { subject, levered, calibrations } = partsOf(request);
    const { tier, requested } = subject;
    const { system, warnings } = levered;
    const answer = withWorkload(flags, system, (workload) =>
      withFlagNames(
        () => tierCapacity({ tier: { system, tier, ...requested.options }, workload, calibrations }),
        requested.named(argumentOrFlag),
      ),
    );
    return {
      report: { data: capacityJson(answer), ...capacityView(answer, flags.explain === true) },
      warnings: [
        ...requested.warnings,
        ...warnings,
        ...answer.workloadWarnings.map(answerWarningText),
        ...answer.warnings.filter((warning) => !isAccessWarning(warning)).map(blueprintWarningText),
      ],
    };
  },
};

/** The parts of a request. Throws an InputError with the problems of all of them. */
function partsOf(request: Request) {
  const { flags } = request;
  const system = () => systemArguments(request, 1).system;
  return allParts({
    subject: () => requestedTier(request),
    levered: () => leveredSystem(flags, system()),
    calibrations: () => calibrationsOf(flags, system),
    workload: () => requireWorkload(flags, system),
  });
}
