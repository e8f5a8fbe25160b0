import { z } from 'zod';
import { Every } from './amount';
import { Component } from './component';
import { Evidence } from './evidence';
import { Figure } from './figure';
import { GPU_MODELS } from './options';
import { PublishedSize } from './published-size';
import { Regions } from './regions';
import { Id, NotNegative, Positive, PublishedRange } from './scalars';
import { Workload } from './workload';

/** A published figure of an operation. */
export const PublishedOperation = z.strictObject({
  amount: PublishedRange.describe('A rate per `every`, or the number at one moment.'),
  every: Every.optional().describe('Period of the rate. Default: the amount is a number at one moment.'),
});

/** The resources that the document gives for a tier, all components together. */
export const PublishedResources = z.strictObject({
  vcpu: PublishedRange.describe('Number of vCPUs.'),
  memoryGib: PublishedRange.optional().describe('Memory in GiB. Default: not published.'),
  storageGib: PublishedRange.optional().describe('Storage in GiB. Default: not published.'),
  operatingSystemGib: NotNegative.default(0).describe('The part of the memory for the operating system, in GiB. Default: 0.'),
});

/** The figures that the document publishes for a tier. Computed figures are compared with them and never adjusted to them. */
export const Published = z.strictObject({
  concurrentUsers: PublishedRange.describe('Users with an open session at the same time.'),
  requestsPerSecond: PublishedRange.optional().describe('HTTP requests per second. Default: not published, as for all figures below.'),
  operations: z
    .record(Id, PublishedOperation)
    .optional()
    .describe('Figures of operations, by their ids: open sessions, events at a time, or a rate.'),
  requestsAtOnce: PublishedRange.optional().describe('Requests in flight, where the document counts them separately from users.'),
  monthlyUsd: PublishedRange.optional().describe('Monthly cost of the tier in US dollars.'),
  monthlyUsdByPart: z
    .record(z.string(), PublishedRange)
    .optional()
    .describe('Parts of the monthly cost in US dollars, by the names that the document gives them.'),
  resources: PublishedResources.optional().describe('The resources that the document gives for the tier, all components together.'),
  sizes: z
    .record(Id, PublishedSize)
    .optional()
    .describe(
      'Sizes of the document, by component, where the tier has others because these do not handle its workload. Default: no such size.',
    ),
  rtoMinutes: Positive.optional().describe(
    'Recovery time objective in minutes: until the service is available after the loss of its region.',
  ),
  rpoMinutes: Positive.optional().describe('Recovery point objective in minutes: the work that may be lost with a region.'),
  figures: z
    .array(Figure)
    .optional()
    .describe('All other numbers of the document, each with the computed value it is compared with or the reason why it is not compared.'),
  evidence: Evidence.describe('How the figures are known.'),
  source: z.string().describe('Document and section of the figures.'),
});
export type Published = z.infer<typeof Published>;

/** A place where the document contradicts itself, market prices or arithmetic. Shown as a footnote. */
export const Contradiction = z.strictObject({
  id: Id.describe('Id of the contradiction.'),
  about: z
    .enum(['vcpu', 'memory', 'storage', 'cost', 'capacity', 'latency', 'settings', 'plan'])
    .describe('Subject. `vcpu`, `memory` and `storage` explain why the components of a tier do not add up to its published resources.'),
  text: z.string().describe('The contradiction in plain words.'),
  tiers: z.array(Id).optional().describe('Ids of the tiers that it concerns. Default: the whole system.'),
});
export type Contradiction = z.infer<typeof Contradiction>;

/** The GPU model of a tier, and the service that it has only with a GPU. */
export const GpuWork = z.strictObject({
  default: z
    .enum(['none', ...GPU_MODELS])
    .describe('GPU model of the tier when the option `gpu` is not given. `none` only if no service in `components` has `gpus`.'),
  service: Component.options[0]
    .optional()
    .describe(
      'A service that the tier has only with a GPU: `gpu=none` removes it. Default: none; services that always run on a GPU are in `components`, with `gpus`.',
    ),
  id: Id.optional().describe('Component id of `service`. Default: `image-worker`.'),
  usedBy: z.array(Id).optional().describe('Component ids of the services that call `service`. Default: none, because a queue feeds it.'),
});

/** The network of a tier. */
export const TierNetwork = z.strictObject({
  natGateways: z
    .int()
    .min(0)
    .max(3)
    .default(1)
    .describe(
      'NAT gateways, 0 to 3. With 0, nodes have public addresses that accept traffic from the load balancer alone. Default: 1, so that nodes have private addresses only; 3 keep working without one of the three Availability Zones. 0 means 1 with `platform=eks` and where tasks on EC2 node pools have a network interface each: see the option `natGateways`.',
    ),
});

/** One size of a system. */
export const Tier = z.strictObject({
  id: Id.describe('Id, unique in its system.'),
  countsAs: Id.optional().describe(
    'Id of the tier whose demands and base loads apply, where operations name tiers. Default: its own id. Set it where the application code is that of another tier.',
  ),
  description: z.string().default('').describe('The users or the load that the tier is for, in a few words. Default: none.'),
  components: z.record(Id, Component).describe('Components by id. Ids stay the same from tier to tier, because they name the resources.'),
  gpu: GpuWork.optional().describe('GPU model of the services with `gpus`, and the service that runs only with a GPU. Default: no GPU.'),
  network: TierNetwork.prefault({}).describe('The network. Default: one NAT gateway.'),
  regions: Regions.optional().describe('Standby regions. Default: one region.'),
  highAvailability: z
    .boolean()
    .default(false)
    .describe(
      'Whether the database has a standby in another zone; the option `highAvailability` overrides it. Default: false, because a standby doubles the cost of the database.',
    ),
  singleHost: z
    .boolean()
    .default(false)
    .describe(
      'Whether the option `topology=single-host` is offered: all components on one host, data stores in containers. Default: false.',
    ),
  workload: Workload.prefault({}).describe('The workload that the tier is built for. Default: 100 concurrent users, as an example.'),
  published: Published.optional().describe('Figures that a document publishes for the tier, to compare with. Default: no document.'),
});
export type Tier = z.infer<typeof Tier>;
