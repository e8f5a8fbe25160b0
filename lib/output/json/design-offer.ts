import { z } from 'zod';
import type { DesignOffer } from '../../answers/design-offer';
import { DesignedJson, designedJson } from './designed-tier';
import { AmountJson } from './numbers';

const base = z.string().describe('id of the tier whose structure the design has');

/** The right-sized tier that `recommend` offers, or why it offers none. */
export const DesignOfferJson = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z
      .literal('offered')
      .describe('the design costs over 10% less than the recommended tier or the cells, or is within a budget that no tier is within'),
    base,
    design: DesignedJson.describe('the right-sized tier'),
    compared: z
      .strictObject({
        tier: z.string().describe('id of the recommended tier, or of the tier of the cells'),
        copies: z.number().describe('number of cells; 1 for a recommended tier'),
        monthlyUsd: AmountJson.describe('cost of all copies in US dollars per month'),
      })
      .nullable()
      .describe('the tier or cells that the design is compared with; null where no tier is within the budget'),
    command: z.string().nullable().describe('command that makes the tier and writes it to a file; null in an answer of the library'),
  }),
  z.strictObject({
    kind: z.literal('saves-little').describe('the cheapest design saves 10% or less'),
    base,
    savedUsd: z.number().describe('US dollars per month that the design costs less; negative where it costs more'),
    savedShare: z.number().describe('the same as a share of the cost of the recommended tier or the cells'),
  }),
  z.strictObject({
    kind: z.literal('little-to-size').describe('not searched: the components that have sizes cost 10% or less of the tier'),
    sizedShare: z.number().describe('share of the cost of the tier that these components have, 0 to 1'),
  }),
  z.strictObject({ kind: z.literal('single-host').describe('not searched: on a single host the host is the only size') }),
  z.strictObject({
    kind: z.literal('no-sizes').describe('no sizes handle the workload with the settings of the base tier and the options'),
    base,
  }),
  z.strictObject({
    kind: z.literal('over-budget').describe('the cheapest design costs more than the budget'),
    base,
    monthlyUsd: z.number().describe('cost of the design in US dollars per month'),
    budgetUsd: z.number().describe('budget in US dollars per month'),
  }),
]);
type DesignOfferJson = z.infer<typeof DesignOfferJson>;

/** The JSON form of an offer. `confidence` is the required one, 0 to 1. */
export function designOfferJson(offer: DesignOffer, confidence: number, command: string | undefined): DesignOfferJson {
  if (offer.kind !== 'offered') return offer;
  const { design, compared, ...offered } = offer;
  return { ...offered, design: designedJson(design, confidence), compared: compared ?? null, command: command ?? null };
}
