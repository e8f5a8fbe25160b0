import { z } from 'zod';
import { Component } from './component';
import { Id, NotNegative, PublishedRange } from './scalars';
import { Workload } from './workload';

/** How well a capacity figure is known: a document says so, a formula computes it, a load test showed it. */
export const Evidence = z.enum(['assumed', 'modelled', 'measured']);
export type Evidence = z.infer<typeof Evidence>;

/** What the source document publishes about a tier. It stands beside our figures and never bends them. */
export const Published = z.strictObject({
  concurrentUsers: PublishedRange,
  requestsPerSecond: PublishedRange.optional(),
  activeChats: PublishedRange.optional(),
  voiceCalls: PublishedRange.optional(),
  documentsAtOnce: PublishedRange.optional(),
  imagesAtOnce: PublishedRange.optional(),
  /** Monthly cost in US dollars as the document gives it for the tier. */
  monthlyUsd: PublishedRange.optional(),
  /** The machine or machines that the document asks for, all parts together. */
  machine: z
    .strictObject({
      vcpu: PublishedRange,
      memoryGib: PublishedRange,
      storageGib: PublishedRange,
      /** Of the memory, what the operating system takes. */
      systemGib: NotNegative.default(0),
    })
    .optional(),
  evidence: Evidence,
  /** Where in which document. */
  source: z.string(),
});
export type Published = z.infer<typeof Published>;

/** A place where the document contradicts itself, the market or arithmetic. Shown as a footnote, never hidden. */
export const Contradiction = z.strictObject({
  id: Id,
  /** What it is about. `vcpu`, `memory` and `storage` explain why a tier's parts do not add up to its machine. */
  about: z.enum(['vcpu', 'memory', 'storage', 'cost', 'capacity', 'latency', 'settings', 'plan']),
  text: z.string(),
  /** Tiers that it concerns; absent: the system as a whole. */
  tiers: z.array(Id).optional(),
});
export type Contradiction = z.infer<typeof Contradiction>;

/** What is added to a tier when the GPU option is not `none`. */
export const GpuWork = z.strictObject({
  /** Which GPU the tier takes when none is asked for. */
  default: z.enum(['none', 't4', 'a10g', 'l4', 'a100']),
  /** The service that moves to the GPU machines; it reserves its GPUs there. */
  service: Component.options[0],
});

/** One size of a system. */
export const Tier = z.strictObject({
  id: Id,
  /** Whom the tier is for, in a few words. */
  for: z.string(),
  components: z.record(Id, Component),
  gpu: GpuWork.optional(),
  network: z.strictObject({
    /** NAT gateways, 0 to 3. With none, machines have public addresses and are reachable from the load balancer alone. */
    natGateways: z.int().min(0).max(3),
  }),
  /** High availability unless asked otherwise: a database standby in another zone. */
  highAvailability: z.boolean(),
  /** Where the single-host topology is offered: everything on one machine, data stores in containers. */
  singleHost: z.boolean().default(false),
  workload: Workload,
  published: Published,
});
export type Tier = z.infer<typeof Tier>;
export type TierInput = z.input<typeof Tier>;

/** Gives a tier its type while it is written. It is checked, with everything else, when its system is loaded. */
export function defineTier(tier: TierInput): TierInput {
  return tier;
}
