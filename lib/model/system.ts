import { z } from 'zod';
import { isPlainObject } from '../core/plain-object';
import { Alarm } from './alarm';
import { alarmProblems } from './alarm-references';
import { componentIdProblems } from './component-ids';
import { componentReferenceProblems } from './component-references';
import { contradictionProblems } from './contradiction-references';
import { countedProblems } from './counted-operations';
import { withDefaultThresholds } from './default-thresholds';
import { Lever } from './lever';
import { leverProblems } from './lever-references';
import { BaseLoad, Operation } from './operation';
import { operationProblems } from './operation-references';
import { COMPUTES, PLATFORMS } from './options';
import { publishedSizeProblems } from './published-sizes';
import { Threshold } from './resource';
import { Id } from './scalars';
import { DegradationPoint, Formula, Scenario, ServiceLevels } from './scenario';
import { Contradiction, Tier } from './tier';
import { withUsualAmounts } from './usual-amounts';
import { WithoutLimit } from './without-limit';
import { Traffic } from './workload';

/** A system as it is written, with the defaults that follow from no other field. */
export const WrittenSystem = z
  .strictObject({
    id: Id.describe('Id; the first part of the stack name.'),
    name: z.string().optional().describe('Name in tables and descriptions. Default: the id.'),
    source: z.string().optional().describe('The document that the figures are from, with its date. Default: no document.'),
    platform: z
      .enum(PLATFORMS)
      .optional()
      .describe(
        'Platform of the services, unless the option `platform` states it. `sizing manifests` reads only the option. Default: `ecs`.',
      ),
    compute: z
      .enum(COMPUTES)
      .optional()
      .describe(
        'Compute of the services on ECS, unless the option `compute` states it: `ec2`, the node pools of the tier, or `fargate`. Default: `fargate` in tiers whose services have no node pool, `ec2` in all others.',
      ),
    traffic: Traffic.prefault({}).describe('Amounts that one unit of use transfers and stores. Default: those of the profile `web`.'),
    contradictions: z.array(Contradiction).default([]).describe('Contradictions of the document, shown as footnotes. Default: none.'),
    operations: z
      .record(Id, Operation)
      .default({})
      .describe('Operations by id, a plural such as `messages`; `sizing recommend` has a flag of that name. Default: none.'),
    baseLoads: z.array(BaseLoad).default([]).describe('Demand without any users. Default: none.'),
    thresholds: z
      .array(Threshold)
      .default([])
      .describe(
        'Maximum utilization of each resource. Default: 70% of processors, writes and networks, whose queues grow with utilization, and 80% of resources that fail when they are exhausted.',
      ),
    withoutLimit: z
      .array(WithoutLimit)
      .default([])
      .describe('Operations and components without a limit, with reasons. Default: none; then a missing demand is an error.'),
    alarms: z
      .array(Alarm)
      .default([])
      .describe('Levels at which operators are notified. Default: derived from thresholds and service levels.'),
    scenarios: z.array(Scenario).default([]).describe('Workloads that the document says a tier handles. Default: none.'),
    formulas: z.array(Formula).default([]).describe('Rules of the document that size resources by users. Default: none.'),
    degradation: z.array(DegradationPoint).default([]).describe('How the system degrades under growing load. Default: unknown.'),
    levers: z.array(Lever).default([]).describe('Optimizations that `--with` applies and `recommend --levers` compares. Default: none.'),
    serviceLevels: ServiceLevels.optional().describe('Service level objectives. Default: none.'),
    tiers: z.array(Tier).min(1).describe('Tiers, from the smallest to the largest.'),
  })
  .superRefine((system, context) => {
    // No reference of a system without tiers is right: the missing tiers are its problem.
    if (system.tiers.length === 0) return;
    const ids = system.tiers.map((tier) => tier.id);
    for (const [index, tier] of system.tiers.entries()) {
      if (tier.countsAs !== undefined && !ids.includes(tier.countsAs)) {
        const message = `one of ${ids.join(', ')}`;
        context.addIssue({ code: 'custom', path: ['tiers', index, 'countsAs'], input: tier.countsAs, message });
      }
    }
    const problems = [
      ...componentIdProblems(system),
      ...publishedSizeProblems(system.tiers),
      ...operationProblems(system),
      ...countedProblems(system),
      ...alarmProblems(system),
      ...leverProblems(system),
      ...contradictionProblems(system),
    ];
    for (const problem of problems) context.addIssue({ code: 'custom', ...problem });
  })
  .superRefine(
    ({ tiers }, context) => {
      const invalid = context.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? [] : [issue.path ?? []]));
      for (const problem of repeatedIdProblems(tiers)) {
        context.addIssue({ code: 'custom', ...problem, params: { isFoundAlways: true } });
      }
      for (const { params, ...problem } of componentReferenceProblems(tiers, invalid)) {
        context.addIssue({ code: 'custom', ...problem, params: { ...params, isFoundAlways: true } });
      }
    },
    { when: ({ value }) => isPlainObject(value) && Array.isArray(value.tiers) },
  );
/** A system as it is written, with the defaults that follow from no other field. */
export type WrittenSystem = z.infer<typeof WrittenSystem>;

/** A system, with the amounts and names that a definition left out. */
export interface System extends Omit<WrittenSystem, 'name' | 'operations' | 'thresholds'> {
  /** Name in tables and descriptions. */
  readonly name: string;
  /** Operations by id, each with its usual amount. */
  readonly operations: Readonly<Record<string, Operation>>;
  /** Maximum utilization of each resource. */
  readonly thresholds: readonly Threshold[];
}

/** A named set of tiers, from the smallest to the largest. */
export const System: z.ZodPipe<typeof WrittenSystem, z.ZodTransform<System, WrittenSystem>> = WrittenSystem.transform((written) => {
  const operations = withUsualAmounts(written.operations, written.traffic.profile);
  return {
    ...written,
    name: written.name ?? written.id,
    operations,
    thresholds: withDefaultThresholds(written.thresholds),
  };
});

/** Ids of tiers that another tier before them has. The tiers may be invalid. */
function repeatedIdProblems(tiers: readonly unknown[]) {
  const ids = tiers.map((tier) => (isPlainObject(tier) ? tier.id : undefined));
  return ids.flatMap((id, index) =>
    typeof id === 'string' && ids.indexOf(id) !== index
      ? [{ path: ['tiers', index, 'id'], input: id, message: 'an id that is unique among the tiers' }]
      : [],
  );
}
