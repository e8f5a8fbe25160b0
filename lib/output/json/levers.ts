import { z } from 'zod';
import type { LeverGain } from '../../answers/lever-gains';
import type { ChosenLever } from '../../answers/levers';
import { LEVER_STANDINGS } from '../../capacity/recommend/lever-standing';
import { leverChangeTexts } from '../levers';
import { AmountJson, Number6 } from './numbers';

/** Users handled and cost with one lever alone. */
export const LeverGainJson = z.strictObject({
  lever: z.string().describe('id of the lever'),
  name: z.string().describe('name of the lever, for readers'),
  unit: z.enum(['share', 'number']).describe('unit of the value'),
  value: z.number().describe('default value of the lever: a share from 0 to 1, or a number'),
  standing: z
    .enum(LEVER_STANDINGS)
    .describe(
      'no-extra-cost: more users at no higher cost, or a lower cost; paid: more users at a higher cost; no-gain: neither; unknown-cost: it has unknown costs; unsupported: the tier cannot have its components',
    ),
  usersWithConfidence: Number6.nullable().describe(
    'concurrent users that the tier handles with the required confidence; null when unsupported',
  ),
  moreUsers: Number6.nullable().describe('users in addition to those without the lever; null when unsupported'),
  monthlyUsd: AmountJson.nullable().describe('cost in US dollars per month; null when it is unknown or the lever is unsupported'),
  moreMonthlyUsd: Number6.nullable().describe(
    'cost at mid in addition to that without the lever, US dollars per month; null when it is unknown',
  ),
  usersPerUsd: Number6.nullable().describe(
    'additional users for each additional US dollar per month; null without a higher cost or a gain, and when the cost is unknown',
  ),
  source: z.string().describe('source of the effect'),
});

/** A lever that an answer is for. */
export const AppliedLeverJson = z.strictObject({
  lever: z.string().describe('id of the lever'),
  name: z.string().describe('name of the lever, for readers'),
  unit: z.enum(['share', 'number']).describe('unit of the value'),
  value: z.number().describe('value of the lever: a share from 0 to 1, or a number'),
  changes: z.array(z.string()).describe('changes of the definition that have the effect of the lever, in English'),
});

/** The JSON form of a lever that an answer is for. */
export function appliedLeverJson({ lever, value }: ChosenLever): z.infer<typeof AppliedLeverJson> {
  return { lever: lever.id, name: lever.name, unit: lever.value.unit, value, changes: leverChangeTexts({ lever, value }) };
}

/** The JSON form of a lever that is compared. */
export function leverGainJson({ lever, value, ...gain }: LeverGain): z.infer<typeof LeverGainJson> {
  return {
    lever: lever.id,
    name: lever.name,
    unit: lever.value.unit,
    value,
    standing: gain.standing,
    usersWithConfidence: gain.users ?? null,
    moreUsers: gain.moreUsers ?? null,
    monthlyUsd: gain.monthlyUsd ?? null,
    moreMonthlyUsd: gain.moreUsd ?? null,
    usersPerUsd: gain.usersPerUsd ?? null,
    source: lever.source,
  };
}
