import { z } from 'zod';
import { Id } from './scalars';
import { Contradiction, Tier, type TierInput } from './tier';
import { Traffic } from './workload';

/** A named set of tiers, from the smallest to the largest. */
export const System = z
  .strictObject({
    id: Id,
    name: z.string(),
    /** The document that the figures are from, and its date. */
    source: z.string(),
    traffic: Traffic,
    contradictions: z.array(Contradiction),
    tiers: z.array(Tier).min(1),
  })
  .superRefine((system, context) => {
    const ids = system.tiers.map((tier) => tier.id);
    for (const [index, tier] of system.tiers.entries()) {
      if (ids.indexOf(tier.id) !== index) {
        context.addIssue({ code: 'custom', path: ['tiers', index, 'id'], input: tier.id, message: 'an id that no other tier has' });
      }
    }
    for (const [index, contradiction] of system.contradictions.entries()) {
      for (const [position, tier] of (contradiction.tiers ?? []).entries()) {
        if (!ids.includes(tier)) {
          context.addIssue({
            code: 'custom',
            path: ['contradictions', index, 'tiers', position],
            input: tier,
            message: `one of ${ids.join(', ')}`,
          });
        }
      }
    }
  });
export type System = z.infer<typeof System>;
export type SystemInput = z.input<typeof System> & { readonly tiers: readonly TierInput[] };
