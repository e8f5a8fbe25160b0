import { z } from 'zod';
import type { CapacityAnswer } from '../../answers/capacity';
import { type Capacity, type CapacityRow, type OperationCapacity, rowName } from '../../capacity/capacity';
import type { Explanation } from '../../capacity/explanation';
import { Evidence } from '../../model/evidence';
import { Resource } from '../../model/resource';
import { explanationText, subjectText } from '../explanations';
import { notComparedText } from '../not-compared';
import { noLimitText, supplyBasisText } from '../supply';
import { OptionsJson, optionsJson } from './compare';
import { LatencyJson, latencyJson } from './latency';
import { AmountJson, finite, Number6, RangeJson, TargetWorkloadJson, UserActivityJson } from './numbers';
import { ReplicationLagJson, replicationLagJson } from './replication-lag';

const DemandJson = z.strictObject({
  operation: z.string().describe('id of the operation'),
  perUnit: RangeJson.describe('demand of one event or of one open session, in the unit of the resource'),
  load: RangeJson.describe('demand of the operation in the target workload, in the unit of the resource'),
  mostAlone: RangeJson.describe('amount of this operation alone that the resource handles: events/s, or sessions'),
  evidence: Evidence.describe('assumed (stated by a document), modelled (computed from demands) or measured (by a load test)'),
  sources: z.array(z.string()).describe('sources of the figures behind the demand'),
});

const RowJson = z.strictObject({
  component: z.string().describe('id of the component'),
  resource: Resource.describe('resource of the component, such as processor, memory or connections'),
  part: z.enum(['primary', 'replicas']).describe('the primary of a data store or the component itself, or the read replicas of a database'),
  unit: z.string().describe('unit of supplied, base and demands, such as cores or MiB'),
  supplied: RangeJson.describe('amount that the component provides at the maximum number of instances'),
  because: z.string().describe('how the supply is computed, in English'),
  base: RangeJson.describe('amount that is in use without any user'),
  threshold: z
    .strictObject({
      share: z.number().describe('utilization that the resource may reach, 0 to 1'),
      source: z.string().describe('source of the threshold'),
    })
    .describe('utilization that the resource may reach, with its source'),
  demands: z.array(DemandJson).describe('demands of operations on the resource'),
  utilization: RangeJson.describe('share of the supply that the target workload uses; 1 is all of it'),
  timesWorkload: RangeJson.describe('multiple of the workload that it handles up to its threshold'),
  limitsInShare: z
    .number()
    .min(0)
    .max(1)
    .describe('share of the samples, 0 to 1, in which it is the first resource to reach its threshold'),
  tooSmallInShare: z
    .number()
    .min(0)
    .max(1)
    .describe('share of the samples, 0 to 1, in which the memory of an instance is too small for one operation'),
  evidence: Evidence.describe('assumed (stated by a document), modelled (computed from demands) or measured (by a load test)'),
});

const OperationJson = z.strictObject({
  operation: z.string().describe('id of the operation'),
  name: z.string().describe('name for readers'),
  kind: z.enum(['event', 'session']).describe('event (counted per second) or session (counted concurrently)'),
  target: AmountJson.describe('amount in the target workload: events per second, or sessions'),
  inTheMix: RangeJson.describe('amount when the whole workload grows until the first resource reaches its threshold'),
  alone: RangeJson.optional().describe(
    'amount when users start only this operation; absent where withoutLimit gives the reason why nothing limits it',
  ),
  withoutLimit: z.string().optional().describe('reason why no resource of the tier limits the operation, in English'),
  aloneAtOnce: RangeJson.optional().describe('`alone` as a number of events in progress; present for events with known seconds'),
  limitedAloneBy: z.string().optional().describe('component and resource that limit the operation when users start no other'),
  seconds: AmountJson.optional().describe('duration of one event in seconds; absent when it is unknown'),
  evidence: Evidence.describe('assumed (stated by a document), modelled (computed from demands) or measured (by a load test)'),
});

const ExplanationJson = z.strictObject({
  at: z.string().optional().describe('utilization of the resource at the published figure, in English'),
  why: z.string().describe('cause of the difference, with the source of its figure'),
});

const ComparisonJson = z.strictObject({
  what: z.string().describe('name of the published figure, for readers'),
  published: z
    .strictObject({
      from: z.number().describe('lower end of the published range'),
      to: z.number().describe('upper end of the published range'),
      orMore: z.boolean().describe('true when there is no upper end ("+")'),
    })
    .describe('published range'),
  modelled: RangeJson.describe('the same figure, computed from the demands'),
  ratio: Number6.describe('mid of the modelled range divided by the middle of the published one'),
  standing: z
    .enum(['inside', 'overlaps', 'below', 'above', 'unknown'])
    .describe('position of the modelled range relative to the published one'),
  because: ExplanationJson.optional().describe('cause of the difference; absent when the modelled range is inside the published one'),
});

const ScenarioJson = z.strictObject({
  id: z.string().describe('id of the scenario'),
  name: z.string().describe('name of the scenario, for readers'),
  tier: z.string().describe('id of the tier'),
  workload: TargetWorkloadJson.describe('workload of the scenario'),
  timesWorkload: RangeJson.describe('multiple of the scenario that the tier handles'),
  standing: z
    .enum(['handled', 'partly handled', 'not handled', 'unknown'])
    .describe('whether the tier handles the scenario in all samples, in a part of them, or in none'),
  limit: z.string().optional().describe('component and resource that are the first to reach their threshold'),
  statedLimit: z.string().optional().describe('limit that the source document states for the scenario; absent where it states none'),
  because: ExplanationJson.optional().describe('reason why the tier does not handle it in all samples'),
});

const FormulaJson = z.strictObject({
  id: z.string().describe('id of the rule'),
  name: z.string().describe('name of the rule, for readers'),
  users: z.number().describe('concurrent users that the rule is applied to'),
  unit: z.string().describe('unit of published, byRule and modelled'),
  published: AmountJson.describe('value that the document publishes for that many users'),
  byRule: z.number().describe('value that the rule gives for that many users'),
  modelled: RangeJson.optional().describe('modelled usage by that many users; absent when no operation uses it'),
  ratio: Number6.optional().describe('middle of the model over the middle of the published range'),
  standing: z
    .enum(['inside', 'overlaps', 'below', 'above', 'unknown', 'not modelled'])
    .describe('position of the modelled range relative to the published one'),
  because: ExplanationJson.optional().describe(
    'cause of the difference, or why the model has no value; absent when the modelled range is inside',
  ),
});

const FoundJson = z.strictObject({
  rows: z.array(RowJson).describe('every resource of every component'),
  operations: z.array(OperationJson).describe('every operation'),
  disks: z
    .array(
      z.strictObject({
        component: z.string().describe('id of the component'),
        gib: z.number().describe('provisioned storage in GiB'),
        gibPerDayAtPeak: RangeJson.describe('growth in GiB per day at peak load'),
      }),
    )
    .describe('storage growth by component'),
  unlimited: z
    .array(
      z.strictObject({
        name: z.string().describe('component and resource'),
        reason: z.string().nullable().describe('reason why nothing limits it; null where the limit is unknown'),
      }),
    )
    .describe('demands on resources without a known limit'),
  unknown: z
    .array(
      z.strictObject({
        path: z.string().describe('path of the missing figure in the system'),
        subject: z.string().describe('operation, component or resource whose capacity is unknown'),
        missing: z.string().describe('figure to add to the system'),
      }),
    )
    .describe('missing figures that leave the capacity unknown; empty when the data is complete'),
  timesWorkload: RangeJson.describe('multiple of the target workload up to the threshold'),
  concurrentUsers: RangeJson.describe('concurrent users up to the threshold, when the workload grows with them'),
  userActivity: UserActivityJson.describe('concurrent users by activity'),
  limit: RowJson.optional().describe('resource that is the first to reach its threshold in most samples; absent without load'),
});

/** Output of `capacity --json`. */
export const CapacityJson = z
  .strictObject({
    system: z.string().describe('id of the system'),
    tier: z.string().describe('id of the tier'),
    options: OptionsJson.describe('options by context key'),
    capacity: FoundJson.describe('capacity of the tier at the maximum number of instances'),
    latencies: z.array(LatencyJson).describe('response times and errors of the events under the target workload'),
    replicationLags: z.array(ReplicationLagJson).describe('replication lag of the replicas that serve reads; empty where none do'),
    comparisons: z.array(ComparisonJson).describe('every published capacity, compared with the modelled one'),
    notCompared: z
      .array(
        z.strictObject({
          what: z.string().describe('name of the published figure, for readers'),
          because: z.string().describe('why it is not compared, in English'),
        }),
      )
      .describe('published figures without a modelled counterpart, with the reason'),
    scenarios: z.array(ScenarioJson).describe('workloads that the source document states the tier handles'),
    formulas: z.array(FormulaJson).describe('published rules that size resources by users, applied to the users of the tier'),
  })
  .meta({ title: 'sizing capacity' });
export type CapacityJson = z.infer<typeof CapacityJson>;

/** The JSON form of a capacity answer. */
export function capacityJson({
  blueprint,
  capacity,
  latencies,
  replicationLags,
  comparisons,
  notCompared,
  scenarios,
  formulas,
}: CapacityAnswer): CapacityJson {
  return finite({
    system: blueprint.system.id,
    tier: blueprint.tier.id,
    options: optionsJson(blueprint.options),
    capacity: foundJson(capacity),
    latencies: latencies.map(latencyJson),
    replicationLags: replicationLags.map(replicationLagJson),
    comparisons: comparisons.map(({ subject, ...comparison }) => ({ what: subjectText(subject), ...explainedJson(comparison) })),
    notCompared: notCompared.map(({ name, reason }) => ({ what: name, because: notComparedText(reason) })),
    scenarios: scenarios.map(explainedJson),
    formulas: formulas.map(explainedJson),
  });
}

function explainedJson<T extends { readonly because?: Explanation }>({ because, ...rest }: T) {
  return because === undefined ? rest : { ...rest, because: explanationText(because) };
}

function foundJson({ rows, operations, disks, unlimited, unknown, limit, ...rest }: Capacity): z.infer<typeof FoundJson> {
  return {
    rows: rows.map(rowJson),
    operations: operations.map(operationJson),
    disks: [...disks],
    unlimited: unlimited.map((need) => ({ name: rowName(need), reason: need.reason === undefined ? null : noLimitText(need.reason) })),
    unknown: [...unknown],
    ...rest,
    limit: limit === undefined ? undefined : rowJson(limit),
  };
}

function operationJson({ alone, aloneAtOnce, ...operation }: OperationCapacity): z.infer<typeof OperationJson> {
  const { withoutLimit } = operation;
  const limits = withoutLimit === undefined ? { alone, aloneAtOnce } : {};
  return { ...operation, withoutLimit: withoutLimit && noLimitText(withoutLimit), ...limits };
}

function rowJson({ component, resource, part, unit, supplied, basis, demands, ...row }: CapacityRow): z.infer<typeof RowJson> {
  const supply = { component, resource, part, unit, supplied, because: supplyBasisText(basis) };
  return { ...supply, ...row, demands: demands.map((demand) => ({ ...demand, sources: [...demand.sources] })) };
}
