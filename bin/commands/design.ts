import { join } from 'node:path';
import { loadSystem } from '../../lib/answers/system-reference';
import { designFailures } from '../../lib/answers/target-failures';
import { allParts, validPart } from '../../lib/core/all-parts';
import { InputError, shown } from '../../lib/core/problems';
import { TIER_FILE_SUFFIX, TIER_FOLDER, tierFileText } from '../../lib/definition/tier-files';
import { writeTextFile } from '../../lib/io/write-file';
import type { OptionsInput } from '../../lib/model/inputs';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { designView } from '../../lib/output/design';
import { designJson } from '../../lib/output/json/design';
import { noTier, SYSTEM_FLAG } from '../argument-flags';
import { type Command, type FlagValues, type Request, textFlag } from '../command';
import { leveredSystem, WITH_FLAG } from './lever-flags';
import { PLAN_FLAG, planOf } from './plan-flag';
import { requestedOptions } from './requested-options';
import { systemArguments } from './system-arguments';
import { argumentOrFlag, givenOptions, optionFlags, withFlagNames } from './tier-options';
import {
  CALIBRATION_FLAG,
  calibrationsOf,
  givenWorkload,
  operationFlags,
  requireWorkload,
  targetFlags,
  withWorkload,
  workloadFlags,
} from './workload-flags';

/** Prints the answer of designTierFor, and writes the tier with `--write`. */
export const design: Command = {
  arguments: [{ name: 'system', description: 'a system of `sizing list`; default: the system of your definition', optional: true }],
  flags: [
    SYSTEM_FLAG,
    noTier('the tier whose structure the design has, such as --base-tier small'),
    ...workloadFlags(),
    ...targetFlags(),
    {
      name: 'months',
      value: 'number',
      description: 'months of --growth after which the tier still handles the workload; default: none, for the workload of today',
    },
    {
      name: 'base-tier',
      value: 'tier',
      description:
        'tier whose structure the design has (standby, NAT gateways, poolers); default: the cheapest of the recommended tier, or a smaller one for as many users, and all larger tiers',
    },
    { name: 'id', value: 'id', description: 'id of the designed tier; default: right-sized' },
    { name: 'write', description: `write the tier to ${TIER_FOLDER}/<id>${TIER_FILE_SUFFIX}, which every command and the CDK app read` },
    PLAN_FLAG,
    CALIBRATION_FLAG,
    WITH_FLAG,
    ...optionFlags(),
  ],
  readsDefinition: true,
  operationFlags,
  examples: [
    'sizing design aiva --users 350',
    'sizing design aiva --users 100 --growth 8%/month --months 12',
    'sizing design aiva --users 80 --plan 6m:1000,12m:5000,24m:25000',
    'sizing design ux-flow --users 600 --base-tier growth --confidence 95%',
  ],
  printsOnly: ({ write }) => write !== true,
  check: (request) => void partsOf(request),
  run: async (request) => {
    const { flags, modules, systems } = request;
    const { designTierFor } = require('../../lib/answers/design') as typeof import('../../lib/answers/design');
    const { levered, months, plan, calibrations, requested } = partsOf(request);
    const { system, applied, warnings } = levered;
    const answer = withWorkload(flags, system, (workload) => {
      const question = {
        system,
        workload,
        ...namesOf(flags),
        ...months,
        ...plan,
        options: requested.typed as OptionsInput,
        environmentOptions: requested.ofFile as OptionsInput,
        calibrations,
        appliedLevers: applied,
        deployedFrom: { definitionFile: textFlag(flags, 'config'), deployment: requested.deployment },
      };
      return withFlagNames(() => designTierFor(question, modules.estimator()), requested.named(argumentOrFlag));
    });
    const file =
      flags.write === true && answer.design !== undefined
        ? join(systems.folder, TIER_FOLDER, `${answer.design.written.id}${TIER_FILE_SUFFIX}`)
        : undefined;
    if (file !== undefined && answer.design !== undefined) writeTextFile(file, tierFileText(system.id, answer.design.written));
    return {
      report: {
        get data() {
          return designJson(answer);
        },
        ...designView(answer, file),
      },
      estimates: answer.estimates,
      warnings: [...requested.warnings, ...warnings, ...answer.warnings.map(answerWarningText)],
      failures: designFailures(answer),
    };
  },
};

/** The parts of a request. Throws an InputError with the problems of all of them. */
function partsOf(request: Request) {
  const { flags, modules } = request;
  const system = () => systemArguments(request).system;
  const requested = () => requestedOptions(flags);
  const months = () => monthsFlag(flags);
  const plan = () => planOf(flags, modules);
  return allParts({
    levered: () => leveredSystem(flags, system()),
    write: () => refuseWrite(flags),
    months,
    plan,
    calibrations: () => calibrationsOf(flags, system),
    requested,
    workload: () => requireWorkload(flags, system),
    design: () => {
      const { checkDesign } = require('../../lib/answers/design') as typeof import('../../lib/answers/design');
      const named = validPart(() => loadSystem(system()));
      const options = (validPart(requested)?.options ?? givenOptions(flags)) as OptionsInput;
      const parts = { ...namesOf(flags), ...validPart(months), ...validPart(plan), options };
      withFlagNames(() => checkDesign(named, { ...parts, workload: givenWorkload(flags) }));
    },
  });
}

/** Ids of the base tier and of the designed tier; absent without their flags. */
function namesOf(flags: FlagValues): { readonly baseTier?: string; readonly id?: string } {
  const [baseTier, id] = [textFlag(flags, 'baseTier'), textFlag(flags, 'id')];
  return { ...(baseTier !== undefined && { baseTier }), ...(id !== undefined && { id }) };
}

function monthsFlag(flags: FlagValues): { readonly months?: number } {
  const text = textFlag(flags, 'months');
  if (text === undefined) return {};
  if (/^\d+$/.test(text)) return { months: Number(text) };
  const { EXPECTED_MONTHS } = require('../../lib/answers/design') as typeof import('../../lib/answers/design');
  throw new InputError('flags', [{ path: '--months', received: shown(text), expected: EXPECTED_MONTHS }]);
}

/** A tier file has sizes. Without the levers in the definition, they would not handle the workload. */
function refuseWrite(flags: FlagValues): void {
  if (flags.with === undefined || flags.write !== true) return;
  const expected = 'no --with: a tier file has no levers, and its sizes are too small without them';
  throw new InputError('flags', [{ path: '--write', reason: 'given together with --with', expected }]);
}
