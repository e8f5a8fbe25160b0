import { z } from 'zod';
import type { CapacityAnswer } from '../../answers/capacity';
import { type Capacity, type CapacityRow, type OperationCapacity, rowName } from '../../capacity/capacity';
import { Evidence } from '../../model/evidence';
import { Resource } from '../../model/resource';
import { OptionsJson, optionsJson } from './compare';
import { AmountJson, finite, Number6, RangeJson, TargetWorkloadJson, UsersAtOnceJson } from './numbers';

const DemandJson = z.strictObject({
  operation: z.string().describe('id of the operation'),
  perUnit: RangeJson.describe('of one event, or of one session'),
  load: RangeJson.describe('of all of the workload'),
  mostAlone: RangeJson.describe('amount of this operation alone that the resource handles: events/s, or sessions'),
  evidence: Evidence.describe('assumed (stated by a document), modelled (computed from demands) or measured (by a load test)'),
  sources: z.array(z.string()).describe('sources of the figures'),
});

const RowJson = z.strictObject({
  component: z.string().describe('id of the component'),
  resource: Resource.describe('resource of the component'),
  part: z.enum(['primary', 'replicas']).describe('primary, or replicas of a database'),
  unit: z.string().describe('unit of the quantity'),
  supplied: RangeJson.describe('amount that the component provides'),
  because: z.string().describe('reason, in English'),
  base: RangeJson.describe('used without any user'),
  threshold: z
    .strictObject({ share: z.number().describe('share, 0 to 1'), source: z.string().describe('source of the figure') })
    .describe('utilization that the resource may reach, with its source'),
  demands: z.array(DemandJson).describe('demands of operations on the resource'),
  utilization: RangeJson.describe('used share of the supply'),
  timesWorkload: RangeJson.describe('multiple of the workload that it handles up to its threshold'),
  limitsInShare: z.number().min(0).max(1).describe('share of the samples in which it is the first to reach its threshold'),
  evidence: Evidence.describe('assumed (stated by a document), modelled (computed from demands) or measured (by a load test)'),
});

const OperationJson = z.strictObject({
  operation: z.string().describe('id of the operation'),
  name: z.string().describe('name for readers'),
  kind: z.enum(['event', 'session']).describe('event (counted per second) or session (counted concurrently)'),
  target: AmountJson.describe('amount in the target workload: events per second, or sessions'),
  inTheMix: RangeJson.describe('when the workload as it is grows until the first resource reaches its threshold'),
  alone: RangeJson.optional().describe('when it is all that users do; absent where withoutLimit says why nothing limits it'),
  withoutLimit: z.string().optional().describe('why nothing of the tier limits it'),
  aloneAtOnce: RangeJson.optional().describe('the same as a number at one moment, of events whose seconds are known'),
  limitedAloneBy: z.string().optional().describe('resource that limits the operation alone'),
  seconds: AmountJson.optional().describe('that one takes'),
  evidence: Evidence.describe('assumed (stated by a document), modelled (computed from demands) or measured (by a load test)'),
});

const ExplanationJson = z.strictObject({
  at: z.string().optional().describe('result with the published figure'),
  why: z.string().describe('cause of the difference, with the source of its figure'),
});

const ComparisonJson = z.strictObject({
  what: z.string().describe('name of the figure'),
  published: z
    .strictObject({
      from: z.number().describe('lower end'),
      to: z.number().describe('upper end'),
      orMore: z.boolean().describe('true when there is no upper end ("+")'),
    })
    .describe('published range'),
  modelled: RangeJson.describe('range of the model'),
  ratio: Number6.describe('mid of ours over the middle of theirs'),
  standing: z
    .enum(['inside', 'overlaps', 'below', 'above', 'unknown'])
    .describe('position of the modelled range relative to the published one'),
  because: ExplanationJson.optional().describe('why ours is not inside: the resource and the figure that make the difference'),
});

const ScenarioJson = z.strictObject({
  id: z.string().describe('id'),
  name: z.string().describe('name for readers'),
  tier: z.string().describe('id of the tier'),
  workload: TargetWorkloadJson.describe('workload of the scenario'),
  timesWorkload: RangeJson.describe('multiple of the use case that the tier handles'),
  standing: z
    .enum(['handled', 'partly handled', 'not handled', 'unknown'])
    .describe('position of the modelled range relative to the published one'),
  limit: z.string().optional().describe('first resource to reach its threshold'),
  documentSays: z.string().optional().describe('statement of the source document'),
  because: ExplanationJson.optional().describe('reason why the tier does not handle it in all samples'),
});

const FormulaJson = z.strictObject({
  id: z.string().describe('id'),
  name: z.string().describe('name for readers'),
  users: z.number().describe('concurrent users'),
  unit: z.string().describe('unit of the quantity'),
  published: AmountJson.describe('published value'),
  byRule: z.number().describe('value of the published rule'),
  modelled: RangeJson.optional().describe('modelled usage by that many users; absent when no operation uses it'),
  ratio: Number6.optional().describe('middle of the model over the middle of the published range'),
  standing: z
    .enum(['inside', 'overlaps', 'below', 'above', 'unknown', 'not modelled'])
    .describe('position of the modelled range relative to the published one'),
  because: ExplanationJson.optional().describe('why ours is not inside, or none is'),
});

const FoundJson = z.strictObject({
  rows: z.array(RowJson).describe('every resource of every component'),
  operations: z.array(OperationJson).describe('every operation'),
  disks: z
    .array(
      z.strictObject({
        component: z.string().describe('id of the component'),
        gib: z.number().describe('storage in GiB'),
        gibPerDayAtPeak: RangeJson.describe('growth in GiB per day at peak load'),
      }),
    )
    .describe('storage growth by component'),
  unlimited: z
    .array(
      z.strictObject({
        name: z.string().describe('name for readers'),
        reason: z.string().nullable().describe('null where the limit is unknown'),
      }),
    )
    .describe('needs that meet no known limit, and why'),
  unknown: z
    .array(
      z.strictObject({
        path: z.string().describe('path of the figure'),
        subject: z.string().describe('name of the figure'),
        missing: z.string().describe('figure to add'),
      }),
    )
    .describe('missing figures that leave the capacity unknown; empty when the data is complete'),
  timesWorkload: RangeJson.describe('multiple of the target workload up to the threshold'),
  concurrentUsers: RangeJson.describe('users with an open session, when the workload grows with them'),
  usersAtOnce: UsersAtOnceJson.describe('concurrent users by activity'),
  limit: RowJson.optional().describe('the row that most often is the first to reach its threshold'),
});

/** What `capacity --json` prints. */
export const CapacityJson = z
  .strictObject({
    system: z.string().describe('id of the system'),
    tier: z.string().describe('id of the tier'),
    options: OptionsJson.describe('options by context key'),
    capacity: FoundJson.describe('capacity of the tier'),
    comparisons: z.array(ComparisonJson).describe('every published capacity, compared with the modelled one'),
    notCompared: z
      .array(z.strictObject({ what: z.string().describe('name of the requirement'), because: z.string().describe('reason, in English') }))
      .describe('published figures without a modelled counterpart, with the reason'),
    scenarios: z.array(ScenarioJson).describe('use cases that the source document says the tier handles'),
    formulas: z.array(FormulaJson).describe('values of the document’s rules of size that the tier answers for'),
  })
  .meta({ title: 'sizing capacity' });
export type CapacityJson = z.infer<typeof CapacityJson>;

/** The JSON form of a capacity answer. */
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
