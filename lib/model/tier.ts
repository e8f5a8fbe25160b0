import { z } from 'zod';
import { Every } from './amount';
import { Component } from './component';
import { Evidence } from './evidence';
import { Figure } from './figure';
import { Regions } from './regions';
import { Id, NotNegative, Positive, PublishedRange } from './scalars';
import { Workload } from './workload';

/** What the source document publishes about a tier. It stands beside our figures and never bends them. */
export const Published = z.strictObject({
  concurrentUsers: PublishedRange,
  requestsPerSecond: PublishedRange.optional(),
  activeChats: PublishedRange.optional(),
  voiceCalls: PublishedRange.optional(),
  documentsAtOnce: PublishedRange.optional(),
  imagesAtOnce: PublishedRange.optional(),
  /** Figures of other operations, by their ids: a rate over `every`, or a number at a time. */
  operations: z.record(Id, z.strictObject({ amount: PublishedRange, every: Every.optional() })).optional(),
  /** Requests in flight at the same time, where the document counts those apart from users. */
  requestsAtOnce: PublishedRange.optional(),
  webSocketConnections: PublishedRange.optional(),
  modelRequestsPerMinute: PublishedRange.optional(),
  /** Monthly cost in US dollars as the document gives it for the tier. */
  monthlyUsd: PublishedRange.optional(),
  /** The parts of that cost, in the document's own words for them. */
  monthlyUsdByPart: z.record(z.string(), PublishedRange).optional(),
  /** The machine or machines that the document asks for, all parts together. */
  resources: z
    .strictObject({
      vcpu: PublishedRange,
      memoryGib: PublishedRange.optional(),
      storageGib: PublishedRange.optional(),
      /** Of the memory, what the operating system takes. */
      operatingSystemGib: NotNegative.default(0),
    })
    .optional(),
  /** Minutes until the service is back after its region is lost. */
  rtoMinutes: Positive.optional(),
  /** Minutes of work that may be lost with a region. */
  rpoMinutes: Positive.optional(),
  /** Everything else that the document says of the tier in a number: beside ours, or with the reason why there is none of ours. */
  figures: z.array(Figure).optional(),
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
  /** Component id of that service. */
  id: Id.default('image-worker'),
  /** Services that call it, by component id, where it is not fed by a queue. */
  usedBy: z.array(Id).default([]),
});

/** One size of a system. */
export const Tier = z.strictObject({
  id: Id,
  /** The users or the load that the tier is meant for, in a few words, such as `small team`. */
  description: z.string(),
  components: z.record(Id, Component),
  gpu: GpuWork.optional(),
  network: z.strictObject({
    /** NAT gateways, 0 to 3. With none, machines have public addresses and are reachable from the load balancer alone. */
    natGateways: z.int().min(0).max(3),
  }),
  /** Where else the tier runs; absent: in one region. */
  regions: Regions.optional(),
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
