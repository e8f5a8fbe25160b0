import { z } from 'zod';
import type { CapacityAnswer } from '../../answers/capacity';
import { type Capacity, type CapacityRow, type OperationCapacity, rowName } from '../../capacity/capacity';
import { Evidence } from '../../model/evidence';
import { Resource } from '../../model/resource';
import { OptionsJson, optionsJson } from './compare';
import { AmountJson, finite, Number6, RangeJson, TargetWorkloadJson, UsersAtOnceJson } from './numbers';

const DemandJson = z.strictObject({
  operation: z.string(),
  perUnit: RangeJson.describe('of one event, or of one session'),
  load: RangeJson.describe('of all of the workload'),
  mostAlone: RangeJson.describe('how many of it alone the resource carries: events a second, or sessions'),
  evidence: Evidence,
  sources: z.array(z.string()),
});

const RowJson = z.strictObject({
  component: z.string(),
  resource: Resource,
  part: z.enum(['primary', 'replicas']),
  unit: z.string(),
  supplied: RangeJson,
  because: z.string(),
  base: RangeJson.describe('in use without any user'),
  threshold: z.strictObject({ share: z.number(), source: z.string() }).describe('how full it may be, and who says so'),
  demands: z.array(DemandJson),
  utilization: RangeJson.describe('share of what there is'),
  timesWorkload: RangeJson.describe('how many times the workload it carries up to its threshold'),
  limitsInShare: z.number().min(0).max(1).describe('share of the samples in which it is the first to reach its threshold'),
  evidence: Evidence,
});

const OperationJson = z.strictObject({
  operation: z.string(),
  name: z.string(),
  kind: z.enum(['event', 'session']),
  target: AmountJson.describe('amount in the target workload: events per second, or sessions'),
  inTheMix: RangeJson.describe('when the workload as it is grows until the first resource reaches its threshold'),
  alone: RangeJson.optional().describe('when it is all that users do; absent where withoutLimit says why nothing limits it'),
  withoutLimit: z.string().optional().describe('why nothing of the tier limits it'),
  aloneAtOnce: RangeJson.optional().describe('the same as a number at one moment, of events whose seconds are known'),
  limitedAloneBy: z.string().optional(),
  seconds: AmountJson.optional().describe('that one takes'),
  evidence: Evidence,
});

const ExplanationJson = z.strictObject({
  at: z.string().optional().describe('what would be with the published figure'),
  why: z.string().describe('what makes the difference, and where the figure of it is from'),
});

const ComparisonJson = z.strictObject({
  what: z.string(),
  published: z.strictObject({ from: z.number(), to: z.number(), orMore: z.boolean() }),
  modelled: RangeJson,
  ratio: Number6.describe('mid of ours over the middle of theirs'),
  standing: z.enum(['inside', 'overlaps', 'below', 'above', 'unknown']),
  because: ExplanationJson.optional().describe('why ours is not inside: the resource and the figure that make the difference'),
});

const ScenarioJson = z.strictObject({
  id: z.string(),
  name: z.string(),
  tier: z.string(),
  workload: TargetWorkloadJson,
  timesWorkload: RangeJson.describe('how many times the use fits'),
  standing: z.enum(['carried', 'partly', 'not carried', 'unknown']),
  limit: z.string().optional(),
  documentSays: z.string().optional(),
  because: ExplanationJson.optional().describe('why it is not carried in all samples'),
});

const FormulaJson = z.strictObject({
  id: z.string(),
  name: z.string(),
  users: z.number(),
  unit: z.string(),
  published: AmountJson,
  byRule: z.number().describe('what the rule itself gives'),
  modelled: RangeJson.optional().describe('in use with as many users; absent where no operation asks for it'),
  ratio: Number6.optional(),
  standing: z.enum(['inside', 'overlaps', 'below', 'above', 'unknown', 'not modelled']),
  because: ExplanationJson.optional().describe('why ours is not inside, or none is'),
});

const FoundJson = z.strictObject({
  rows: z.array(RowJson),
  operations: z.array(OperationJson),
  disks: z.array(z.strictObject({ component: z.string(), gib: z.number(), gibPerDayAtPeak: RangeJson })),
  unlimited: z
    .array(z.strictObject({ name: z.string(), reason: z.string().nullable().describe('null where the limit is unknown') }))
    .describe('needs that meet no known limit, and why'),
  unknown: z
    .array(z.strictObject({ path: z.string(), subject: z.string(), missing: z.string().describe('what to add') }))
    .describe('what keeps the capacity from being known; empty when the data is complete'),
  timesWorkload: RangeJson,
  concurrentUsers: RangeJson.describe('users with an open session, when the workload grows with them'),
  usersAtOnce: UsersAtOnceJson,
  limit: RowJson.optional().describe('the row that most often is the first to reach its threshold'),
});

/** What `capacity --json` prints. */
export const CapacityJson = z
  .strictObject({
    system: z.string(),
    tier: z.string(),
    options: OptionsJson,
    capacity: FoundJson,
    comparisons: z.array(ComparisonJson).describe('every published capacity beside ours'),
    notCompared: z
      .array(z.strictObject({ what: z.string(), because: z.string() }))
      .describe('every other figure that is published, and why none of ours stands beside it'),
    scenarios: z.array(ScenarioJson).describe('every use that the document says the tier carries'),
    formulas: z.array(FormulaJson).describe('values of the document’s rules of size that the tier answers for'),
  })
  .meta({ title: 'sizing capacity' });
export type CapacityJson = z.infer<typeof CapacityJson>;

export function capacityJson({ blueprint, capacity, comparisons, notCompared, scenarios, formulas }: CapacityAnswer): CapacityJson {
  return finite({
    system: blueprint.system.id,
    tier: blueprint.tier.id,
    options: optionsJson(blueprint.options),
    capacity: foundJson(capacity),
    comparisons: [...comparisons],
    notCompared: [...notCompared],
    scenarios: [...scenarios],
    formulas: [...formulas],
  });
}

function foundJson({ rows, operations, disks, unlimited, unknown, limit, ...rest }: Capacity): z.infer<typeof FoundJson> {
  return {
    rows: rows.map(rowJson),
    operations: operations.map(operationJson),
    disks: [...disks],
    unlimited: unlimited.map((need) => ({ name: rowName(need), reason: need.reason ?? null })),
    unknown: [...unknown],
    ...rest,
    limit: limit === undefined ? undefined : rowJson(limit),
  };
}

function operationJson({ alone, aloneAtOnce, ...operation }: OperationCapacity): z.infer<typeof OperationJson> {
  return operation.withoutLimit === undefined ? { ...operation, alone, aloneAtOnce } : operation;
}

function rowJson({ demands, ...row }: CapacityRow): z.infer<typeof RowJson> {
  return { ...row, demands: demands.map((demand) => ({ ...demand, sources: [...demand.sources] })) };
}
