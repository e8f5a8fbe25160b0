import { quotasJson } from '../../lib/output/json/quotas';
import { quotasView } from '../../lib/output/quotas';
import { SYSTEM_FLAG, TIER_FLAG } from '../argument-flags';
import type { Command } from '../command';
import { NO_LEVERS } from './lever-flags';
import { requestedTier } from './requested-tier';
import { argumentOrFlag, optionFlags, withFlagNames } from './tier-options';

/** Prints the answer of tierQuotas. */
export const quotas: Command = {
  arguments: [
    { name: 'system', description: 'a system of `sizing list`; default: the system of your definition', optional: true },
    { name: 'tier', description: 'a tier of the system', optional: true },
  ],
  flags: [SYSTEM_FLAG, TIER_FLAG, ...optionFlags(), NO_LEVERS],
  readsDefinition: true,
  examples: [
    'sizing quotas aiva small',
    'sizing quotas aiva large --gpu t4 --region eu-west-1 --json',
    'sizing quotas ux-flow startup --compute fargate',
  ],
  printsOnly: () => true,
  check: (request) => void requestedTier(request),
  run: async (request) => {
    const { system, tier, requested } = requestedTier(request);
    const { tierQuotas } = request.modules.quotas();
    const answer = withFlagNames(() => tierQuotas({ system, tier, ...requested.options }), requested.named(argumentOrFlag));
    return { report: { data: quotasJson(answer), ...quotasView(answer) }, warnings: requested.warnings };
  },
};
