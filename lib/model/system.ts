import { z } from 'zod';
import { Alarm } from './alarm';
import { alarmProblems } from './alarm-references';
import { BaseLoad, Operation } from './operation';
import { operationProblems } from './operation-references';
import { Threshold } from './resource';
import { Id } from './scalars';
import { DegradationPoint, Formula, Scenario, ServiceLevels } from './scenario';
import { Contradiction, Tier, type TierInput } from './tier';
import { WithoutLimit } from './without-limit';
import { Traffic } from './workload';

/** A named set of tiers, from the smallest to the largest. */
export const System = z
  .strictObject({
    id: Id,
    name: z.string(),
    /** The document that the figures are from, and its date. */
    source: z.string(),
    traffic: Traffic,
    contradictions: z.array(Contradiction),
    /** What users do, by an id in the plural; `sizing recommend` has a flag of that name. */
    operations: z.record(Id, Operation).default({}),
    /** What is in use without any user. */
    baseLoads: z.array(BaseLoad).default([]),
    /** How full each resource may be: every resource that an operation needs has one. */
    thresholds: z.array(Threshold).default([]),
    /** Operations and components without a limit, each with the reason. Default: none, so that a missing demand is an error. */
    withoutLimit: z.array(WithoutLimit).default([]),
    /** From where on people are told. */
    alarms: z.array(Alarm).default([]),
    /** Workloads that the document says a tier carries. */
    scenarios: z.array(Scenario).default([]),
    /** The document's own rules of size by users. */
    formulas: z.array(Formula).default([]),
    /** How the document says that it degrades, with growing load. */
    degradation: z.array(DegradationPoint).default([]),
    serviceLevels: ServiceLevels.optional(),
    tiers: z.array(Tier).min(1),
  })
  .superRefine((system, context) => {
    const ids = system.tiers.map((tier) => tier.id);
    for (const [index, tier] of system.tiers.entries()) {
      if (ids.indexOf(tier.id) !== index) {
        context.addIssue({ code: 'custom', path: ['tiers', index, 'id'], input: tier.id, message: 'an id that no other tier has' });
      }
    }
    for (const problem of [...operationProblems(system), ...alarmProblems(system)]) context.addIssue({ code: 'custom', ...problem });
    for (const [index, contradiction] of system.contradictions.entries()) {
      for (const [position, tier] of (contradiction.tiers ?? []).entries()) {
        if (!ids.includes(tier)) {
          context.addIssue({
            code: 'custom',
            path: ['contradictions', index, 'tiers', position],
            input: tier,
            message: `one of ${ids.join(', ')}`,
          });
        }
      }
    }
  });
export type System = z.infer<typeof System>;
export type SystemInput = z.input<typeof System> & { readonly tiers: readonly TierInput[] };
