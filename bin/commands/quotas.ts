import { quotasJson } from '../../lib/output/json/quotas';
import { quotasView } from '../../lib/output/quotas';
import type { Command } from '../command';
import { requestedOptions } from './requested-options';
import { tierArguments } from './system-arguments';
import { argumentOrFlag, optionFlags, withFlagNames } from './tier-options';

/** Prints the answer of tierQuotas. */
export const quotas: Command = {
  arguments: [
    { name: 'system', description: 'a system of `sizing list`; default: the system of your definition', optional: true },
    { name: 'tier', description: 'a tier of the system', optional: true },
  ],
  flags: optionFlags(),
  readsDefinition: true,
  examples: [
    'sizing quotas aiva small',
    'sizing quotas aiva large --gpu t4 --region eu-west-1 --json',
    'sizing quotas ux-flow startup --compute fargate',
  ],
  printsOnly: () => true,
  run: async (request) => {
    const { flags, modules } = request;
    const requested = requestedOptions(flags);
    const { system, tier } = tierArguments(request);
    const { tierQuotas } = modules.quotas();
    const answer = withFlagNames(() => tierQuotas({ system, tier, ...requested.options }), requested.named(argumentOrFlag));
    return { report: { data: quotasJson(answer), ...quotasView(answer) }, warnings: requested.warnings };
  },
};
