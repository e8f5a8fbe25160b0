import { z } from 'zod';
import type { PlanStage } from '../../answers/growth-plan';
import { AmountJson, CandidateOptionsJson } from './numbers';
import { StorageShortageJson } from './storage-shortage';

/** One period of a plan. */
export const PlanStageJson = z.strictObject({
  months: z.number().describe('end of the period in months from today'),
  users: z.number().describe('concurrent users at the end of the period'),
  tier: z
    .string()
    .nullable()
    .describe('id of the tier, which may be designed; null when no tier and no sizes handle the users within the budget'),
  options: CandidateOptionsJson,
  monthlyUsd: AmountJson.nullable().describe('cost with the users at the end of the period in US dollars per month; null without a tier'),
  sinceTodayUsd: AmountJson.nullable().describe(
    'cost from today to the end of the period in US dollars, each period at its `monthlyUsd`; null from the first period without a tier',
  ),
  storageShortages: z
    .array(StorageShortageJson)
    .optional()
    .describe(
      'storage that the tier does not have for the workload at the end of the period, and that the costs do not include; absent where none is missing',
    ),
  move: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('none').describe('the tier stays') }),
      z.strictObject({
        kind: z.literal('accepted').describe('updates that are accepted and lose no data'),
        steps: z.number().describe('number of updates'),
      }),
      z.strictObject({
        kind: z.literal('obstacles').describe('no accepted updates are known'),
        resources: z.array(z.string()).describe('resources whose update is rejected or whose data has to be migrated, as stack/resource'),
      }),
      z.strictObject({ kind: z.literal('not-planned').describe('on Kubernetes, and without a tier before or after the move') }),
    ])
    .describe('move from the tier of the period before, the first from the tier of today, which with `design` is the right-sized one'),
});
export type PlanStageJson = z.infer<typeof PlanStageJson>;

/** The JSON form of a period of a plan. */
export function planStageJson({
  months,
  users,
  tier,
  options,
  monthlyUsd,
  sinceTodayUsd,
  storageShortages,
  move,
}: PlanStage): PlanStageJson {
  return {
    months,
    users,
    tier: tier ?? null,
    options,
    monthlyUsd: monthlyUsd ?? null,
    sinceTodayUsd: sinceTodayUsd ?? null,
    ...(storageShortages !== undefined && { storageShortages: [...storageShortages] }),
    move: move.kind === 'obstacles' ? { ...move, resources: [...move.resources] } : move,
  };
}
