import { allParts } from '../../lib/core/all-parts';
import { blueprintWarningText, isAccessWarning } from '../../lib/output/blueprint-warnings';
import { capacityView } from '../../lib/output/capacity';
import { capacityJson } from '../../lib/output/json/capacity';
import type { Command } from '../command';
import { leveredSystem, WITH_FLAG } from './lever-flags';
import { requestedOptions } from './requested-options';
import { tierArguments } from './system-arguments';
import { argumentOrFlag, optionFlags, withFlagNames } from './tier-options';
import { CALIBRATION_FLAG, calibrationsOf, operationFlags, withWorkload, workloadFlags } from './workload-flags';

/** Prints the answer of tierCapacity. */
export const capacity: Command = {
  arguments: [
    { name: 'system', description: 'a system of `sizing list`; default: the system of your definition', optional: true },
    { name: 'tier', description: 'a tier of the system', optional: true },
  ],
  flags: [
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
  run: async (request) => {
    const { flags } = request;
    const { tierCapacity } = require('../../lib/answers/capacity') as typeof import('../../lib/answers/capacity');
    const { system: named, tier } = tierArguments(request);
    const { requested, levered, calibrations } = allParts({
      requested: () => requestedOptions(flags),
      levered: () => leveredSystem(flags, named),
      calibrations: () => calibrationsOf(flags),
    });
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
        ...answer.warnings.filter((warning) => !isAccessWarning(warning)).map(blueprintWarningText),
      ],
    };
  },
};
