import { z } from 'zod';
import { CountOrNone, Id } from './scalars';

/** Machines that services run on. Which type and how many is resolved from what runs on them. */
export const NodePool = z.strictObject({
  kind: z.literal('node-pool'),
  /** Services (and, in the single-host topology, data stores) that run here, by component id. */
  runs: z.array(Id).min(1),
  /** Never fewer machines than this: 2 or more keep the pool alive when one is lost. */
  minNodes: CountOrNone.default(1),
  /** Types whose processor is throttled when its credits are used up; off for production tiers. */
  burstable: z.boolean().default(false),
  /** A pinned instance type, instead of the cheapest that fits. */
  instanceType: z.string().optional(),
  /** Root disk of one machine: operating system and container images. */
  rootDiskGib: z.int().min(30).default(30),
});
export type NodePool = z.infer<typeof NodePool>;
