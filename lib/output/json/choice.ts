import { z } from 'zod';

const Vcpu = z.number();
const Gib = z.number();
const HourlyUsd = z.string().describe('price of one node in US dollars per hour, decimal string as in the price list');
const Architecture = z.enum(['amd64', 'arm64']);
const PinnedType = z.string().optional().describe('the only type that was considered');

/** JSON form of the amounts that an instance type had to provide. */
export const RequirementJson = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('nodes').describe('requirement of a node pool'),
    instances: z.number().describe('instances of services at the expected load'),
    vcpu: Vcpu.describe('vCPU of all these instances together'),
    memoryGib: Gib.describe('memory of all these instances together, GiB'),
    gpus: z.number().describe('GPUs of all these instances together'),
    gpuModel: z.string().optional().describe('required GPU model, such as t4; absent without GPUs'),
    minNodes: z.number().describe('least number of nodes'),
    maxNodes: z.number().optional().describe('largest number of nodes; absent without a limit'),
    architecture: Architecture.describe('required CPU architecture'),
    pinnedType: PinnedType,
  }),
  z.strictObject({
    kind: z.literal('data-store-node').describe('requirement of one node of a data store'),
    vcpu: Vcpu.describe('least vCPU of a node'),
    memoryGib: Gib.describe('least memory of a node, GiB'),
    pinnedType: PinnedType,
  }),
]);

const CostJson = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('nodes').describe('candidate for a node pool'),
      nodes: z.number().describe('nodes at the expected load'),
      hourlyUsd: HourlyUsd,
    }),
    z.strictObject({
      kind: z.literal('data-store-node').describe('candidate for a node of a data store'),
      vcpu: Vcpu.describe('vCPUs of the node'),
      memoryGib: Gib.describe('memory of the node in GiB'),
      hourlyUsd: HourlyUsd,
    }),
  ])
  .describe('size and price of the candidate');

/** JSON form of why a type was chosen. */
export const ChosenReasonJson = z.strictObject({
  kind: z.literal('cheapest').describe('the cheapest type that meets the requirement'),
  cost: CostJson.describe('size and price of the candidate'),
  candidates: z.number().describe('types that meet the requirement, the chosen one included'),
});

const plain = <Kind extends string>(kind: Kind, description: string) => z.strictObject({ kind: z.literal(kind).describe(description) });

/** JSON form of why types were not chosen. */
export const RejectionReasonJson = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('more-expensive').describe('meets the requirement and is more expensive than the chosen type'),
    cost: CostJson.describe('size and price of the candidate'),
    extraShare: z.number().describe('price above that of the chosen type, as a share of it'),
  }),
  z.strictObject({
    kind: z
      .literal('same-price')
      .describe('meets the requirement and costs the same, with more nodes, a higher cost at the maximum or a later name'),
    cost: CostJson.describe('size and price of the candidate'),
  }),
  plain('not-pinned', 'another type is pinned'),
  plain('family-not-offered', 'previous generation or special purpose'),
  plain('bare-metal', 'bare metal'),
  z.strictObject({
    kind: z.literal('gpu-missing').describe('has no GPU of the required model'),
    gpuModel: z.string().describe('required GPU model'),
  }),
  plain('gpu-unused', 'has a GPU that no component uses'),
  z.strictObject({
    kind: z.literal('other-architecture').describe('has another CPU architecture'),
    required: Architecture.describe('required CPU architecture'),
  }),
  plain('burstable-excluded', 'burstable, in a production tier'),
  z.strictObject({
    kind: z.literal('too-few-vcpu').describe('has too few vCPUs'),
    vcpu: Vcpu.describe('vCPUs of the rejected types'),
    requiredVcpu: Vcpu.describe('required number of vCPUs'),
  }),
  z.strictObject({
    kind: z.literal('too-little-memory').describe('has too little memory'),
    memoryGib: Gib.describe('memory of the rejected types in GiB'),
    requiredMemoryGib: Gib.describe('required memory in GiB'),
  }),
  z.strictObject({
    kind: z.literal('too-small-for-instance').describe('one service instance does not fit on a node'),
    resource: z.enum(['vcpu', 'memoryMib', 'gpus']).describe('resource of which a node has too little for one instance'),
    allocatable: z.number().describe('amount that a node offers to service instances: vCPUs, MiB or GPUs'),
    required: z.number().describe('amount that the largest service instance needs, in the same unit'),
  }),
  plain('no-free-pods', 'system pods take all pods that a node may run'),
  z.strictObject({
    kind: z.literal('too-many-nodes').describe('needs more nodes than the pool may have'),
    maxNodes: z.number().describe('largest number of nodes that the pool may have'),
  }),
]);
