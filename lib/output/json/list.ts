import { z } from 'zod';
import type { ListAnswer } from '../../answers/list';
import { spanOf, spanText } from '../tier-form';

const ListedTierJson = z.strictObject({
  id: z.string().describe('id of the tier'),
  description: z.string().describe('purpose of the tier'),
  concurrentUsers: z.string().describe('concurrent users as the document publishes them, such as `10–25` or `1,000+`'),
  topologies: z.array(z.string()).describe('values of the option `topology` that the tier supports'),
  gpu: z.string().describe('GPU model that the tier has by default, or `none`'),
});

/** Output of `list --json`. */
export const ListJson = z
  .strictObject({
    systems: z
      .array(
        z.strictObject({
          id: z.string().describe('id of the system'),
          name: z.string().describe('name of the system'),
          source: z.string().optional().describe('document that publishes the tiers; absent for a system without one'),
          tiers: z.array(ListedTierJson).describe('tiers, from the smallest to the largest'),
        }),
      )
      .describe('systems of the definition file, and the examples of the package'),
    options: z
      .array(
        z.strictObject({
          key: z.string().describe('context key of `cdk synth -c`, such as `readReplicas`'),
          flag: z.string().describe('flag of the commands without dashes, such as `read-replicas`'),
          allowed: z.string().describe('accepted values: a list of words, a range of whole numbers, or the type'),
          default: z.string().describe('default; empty for options without one, and where the tier decides'),
          description: z.string().describe('effect of the option'),
        }),
      )
      .describe('options of a tier'),
    regions: z
      .array(
        z.strictObject({
          id: z.string().describe('AWS region code'),
          oldestPrice: z.string().describe('date of the oldest price, ISO 8601'),
          newestPrice: z.string().describe('date of the newest price, ISO 8601'),
          prices: z.number().int().describe('number of SKUs with a list price'),
        }),
      )
      .describe('regions with prices'),
  })
  .meta({ title: 'sizing list' });
export type ListJson = z.infer<typeof ListJson>;

/** The JSON form of the list: published ranges as strings, such as `10–25`. */
export function listJson({ systems, options, regions }: ListAnswer): ListJson {
  return {
    systems: systems.map(({ tiers, ...system }) => ({
      ...system,
      tiers: tiers.map((tier) => ({ ...tier, topologies: [...tier.topologies], concurrentUsers: spanText(spanOf(tier.concurrentUsers)) })),
    })),
    options: options.map((option) => ({ ...option })),
    regions: regions.map((region) => ({ ...region })),
  };
}
