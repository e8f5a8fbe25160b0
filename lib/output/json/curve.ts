import { z } from 'zod';
import type { CurveAnswer, CurveResponseTime } from '../../answers/curve';
import type { CurveDesign } from '../../answers/curve-designs';
import type { Candidate } from '../../capacity/recommend/candidate';
import type { BreakEven, CurvePoint } from '../../capacity/recommend/curve';
import { DegradationPoint } from '../../model/scenario';
import { LatencyJson, latencyJson } from './latency';
import { AmountJson, CandidateOptionsJson, finite } from './numbers';

const CandidateJson = z.strictObject({
  tier: z.string().describe('id of the tier'),
  options: CandidateOptionsJson,
});

const PointJson = z.strictObject({
  users: z.number().describe('concurrent users: users with an open session'),
  tier: z.string().nullable().describe('id of the recommended tier; null beyond the largest tier'),
  options: CandidateOptionsJson.nullable().describe('options of the recommended tier by context key; null beyond the largest tier'),
  monthlyUsd: AmountJson.optional().describe('cost of the recommended tier in US dollars per month; absent beyond the largest tier'),
  perThousandUsersUsd: AmountJson.optional().describe('the same cost divided by users, for 1,000 users'),
  design: z
    .strictObject({
      base: z.string().describe('id of the tier whose structure it has'),
      monthlyUsd: AmountJson.nullable().describe('cost in US dollars per month; null where no sizes handle the users'),
    })
    .optional()
    .describe('with --designs, the right-sized tier, at up to eight points; absent at the others'),
  latency: LatencyJson.optional().describe(
    'response time and errors of HTTP requests on the recommended tier; absent beyond the largest tier, and where no operation counts HTTP requests',
  ),
  documented: DegradationPoint.optional().describe(
    'response time and errors that the document states for exactly as many users; absent where it states none',
  ),
});

const BreakEvenJson = z.strictObject({
  users: z.number().describe('largest number of concurrent users that `from` is recommended for'),
  from: CandidateJson.describe('tier that is recommended up to that number of users'),
  to: CandidateJson.nullable().describe('tier that is recommended above that number of users; null when no tier handles more'),
  fromMonthlyUsd: AmountJson.describe('cost of `from` at that number of users, US dollars per month'),
  toMonthlyUsd: AmountJson.optional().describe('cost of `to` above that number of users, US dollars per month; absent without `to`'),
});

/** Output of `curve --json`. */
export const CurveJson = z
  .strictObject({
    system: z.string().describe('id of the system'),
    region: z.string().describe('AWS region code of the prices'),
    points: z.array(PointJson).describe('recommended tier and its cost by number of users, ascending'),
    breakEvens: z.array(BreakEvenJson).describe('numbers of users at which the recommended tier or its options change'),
  })
  .meta({ title: 'sizing curve' });
export type CurveJson = z.infer<typeof CurveJson>;

/** The JSON form of a cost curve. */
export function curveJson({ system, region, curve, responseTimes, designs }: CurveAnswer): CurveJson {
  return finite({
    system: system.id,
    region,
    points: curve.points.map((point, index) =>
      pointJson(
        point,
        responseTimes[index],
        designs?.find(({ users }) => users === point.users),
      ),
    ),
    breakEvens: curve.breakEvens.map(breakEvenJson),
  });
}

function pointJson(
  { candidate, ...point }: CurvePoint,
  at: CurveResponseTime | undefined,
  design: CurveDesign | undefined,
): z.infer<typeof PointJson> {
  const { latency, documented } = at ?? {};
  const times = { ...(latency !== undefined && { latency: latencyJson(latency) }), ...(documented !== undefined && { documented }) };
  const made = design === undefined ? {} : { design: { base: design.base, monthlyUsd: design.monthlyUsd ?? null } };
  return { ...point, ...made, ...times, tier: candidate?.tier ?? null, options: candidate?.options ?? null };
}

function breakEvenJson({ from, to, ...one }: BreakEven): z.infer<typeof BreakEvenJson> {
  return { ...one, from: candidateJson(from), to: to === undefined ? null : candidateJson(to) };
}

function candidateJson({ tier, options }: Candidate): z.infer<typeof CandidateJson> {
  return { tier, options };
}
