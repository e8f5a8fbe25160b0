import { z } from 'zod';
import { Amount } from './amount';
import { Resource } from './resource';
import { Id, NotNegative, Share } from './scalars';
import { TargetWorkload } from './workload';

/** A workload that the document says a tier carries, and what it says limits it. */
export const Scenario = z.strictObject({
  id: Id,
  name: z.string(),
  tier: Id,
  workload: TargetWorkload,
  /** The document's words for what gives way first. */
  limitedBy: z.string().optional(),
  source: z.string(),
});
export type Scenario = z.infer<typeof Scenario>;

/** A rule of the document that gives a resource by the number of users: base + users × perUser. */
export const Formula = z.strictObject({
  id: Id,
  name: z.string(),
  /** Components that it is about, together. */
  components: z.array(Id).min(1),
  resource: Resource,
  /** In the unit of the resource. */
  base: NotNegative,
  perUser: NotNegative,
  /** Values of the document's own table. */
  published: z.array(z.strictObject({ users: NotNegative, amount: Amount })).default([]),
  /** The tier that it describes; default: for each value, the smallest tier that is published for so many users. */
  tier: Id.optional(),
  source: z.string(),
});
export type Formula = z.infer<typeof Formula>;

/** How a system gets worse with load, as the document tells it or a test showed it. */
export const DegradationPoint = z.strictObject({
  concurrentUsers: NotNegative,
  requestsPerSecond: NotNegative.optional(),
  p95Ms: NotNegative.optional(),
  errorShare: Share.optional(),
  processorShare: Share.optional(),
  /** What gives way here. */
  note: z.string().optional(),
});
export type DegradationPoint = z.infer<typeof DegradationPoint>;

/** How slow and how wrong answers may be. */
export const ServiceLevels = z.strictObject({
  p95Ms: z.number().positive().optional(),
  errorShare: Share.optional(),
  source: z.string(),
});
export type ServiceLevels = z.infer<typeof ServiceLevels>;
