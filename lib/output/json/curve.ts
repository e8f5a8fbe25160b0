import { z } from 'zod';
import type { CurveAnswer } from '../../answers/curve';
import type { Candidate } from '../../capacity/recommend/candidate';
import type { BreakEven, CurvePoint } from '../../capacity/recommend/curve';
import { AmountJson, CandidateOptionsJson, finite } from './numbers';

const CandidateJson = z.strictObject({ tier: z.string(), options: CandidateOptionsJson });

const PointJson = z.strictObject({
  users: z.number().describe('users with an open session'),
  tier: z.string().nullable().describe('null beyond the largest tier'),
  options: CandidateOptionsJson.nullable(),
  monthlyUsd: AmountJson.optional(),
  perThousandUsersUsd: AmountJson.optional(),
});

const BreakEvenJson = z.strictObject({
  users: z.number().describe('the most users that "from" is recommended for'),
  from: CandidateJson,
  to: CandidateJson.nullable().describe('null where nothing carries more'),
  fromMonthlyUsd: AmountJson,
  toMonthlyUsd: AmountJson.optional(),
});

/** What `curve --json` prints. */
export const CurveJson = z
  .strictObject({
    system: z.string(),
    region: z.string(),
    points: z.array(PointJson),
    breakEvens: z.array(BreakEvenJson).describe('where another tier, or other options, become the better choice'),
  })
  .meta({ title: 'sizing curve' });
export type CurveJson = z.infer<typeof CurveJson>;

export function curveJson({ system, region, curve }: CurveAnswer): CurveJson {
  return finite({
    system: system.id,
    region,
    points: curve.points.map(pointJson),
    breakEvens: curve.breakEvens.map(breakEvenJson),
  });
}

function pointJson({ candidate, ...point }: CurvePoint): z.infer<typeof PointJson> {
  return { ...point, tier: candidate?.tier ?? null, options: candidate?.options ?? null };
}

function breakEvenJson({ from, to, ...one }: BreakEven): z.infer<typeof BreakEvenJson> {
  return { ...one, from: candidateJson(from), to: to === undefined ? null : candidateJson(to) };
}

function candidateJson({ tier, options }: Candidate): z.infer<typeof CandidateJson> {
  return { tier, options };
}
