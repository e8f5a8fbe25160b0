import { z } from 'zod';

const Vcpu = z.number();
const Gib = z.number().describe('GiB');
const HourlyUsd = z.string().describe('price of one node, US dollars per hour, as in the price list');
const Architecture = z.enum(['amd64', 'arm64']);
const PinnedType = z.string().optional().describe('the only type that was considered');

/** JSON form of what an instance type had to provide. */
export const RequirementJson = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('nodes'),
    instances: z.number().describe('instances of services at the expected load'),
    vcpu: Vcpu.describe('vCPU of all these instances together'),
    memoryGib: Gib.describe('memory of all these instances together, GiB'),
    gpus: z.number().describe('GPUs of all these instances together'),
    gpuModel: z.string().optional().describe('GPU model'),
    minNodes: z.number().describe('least number of nodes'),
    maxNodes: z.number().optional().describe('absent without a limit'),
    architecture: Architecture.describe('CPU architecture'),
    pinnedType: PinnedType,
  }),
  z.strictObject({
    kind: z.literal('data-store-node'),
    vcpu: Vcpu.describe('least vCPU of a node'),
    memoryGib: Gib.describe('least memory of a node, GiB'),
    pinnedType: PinnedType,
  }),
]);

const CostJson = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('nodes'),
      nodes: z.number().describe('nodes at the expected load'),
      hourlyUsd: HourlyUsd.describe('US dollars per hour'),
    }),
    z.strictObject({
      kind: z.literal('data-store-node'),
      vcpu: Vcpu.describe('vCPU'),
      memoryGib: Gib.describe('memory in GiB'),
      hourlyUsd: HourlyUsd.describe('US dollars per hour'),
    }),
  ])
  .describe('size and price of the candidate');

/** JSON form of why a type was chosen. */
export const ChosenReasonJson = z.strictObject({
  kind: z.literal('cheapest'),
  cost: CostJson.describe('price and size of the candidate'),
  candidates: z.number().describe('types that meet the requirement, the chosen one included'),
});

const plain = <Kind extends string>(kind: Kind) => z.strictObject({ kind: z.literal(kind) });

/** JSON form of why types were not chosen. */
export const RejectionReasonJson = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('more-expensive'),
    cost: CostJson.describe('price and size of the candidate'),
    extraShare: z.number().describe('price above that of the chosen type, as a share of it'),
  }),
  z.strictObject({ kind: z.literal('same-price'), cost: CostJson.describe('size and price of the candidate') }),
  plain('not-pinned'),
  plain('family-not-offered'),
  plain('bare-metal'),
  z.strictObject({ kind: z.literal('gpu-missing'), gpuModel: z.string().describe('GPU model') }),
  plain('gpu-unused'),
  z.strictObject({ kind: z.literal('other-architecture'), required: Architecture.describe('required architecture') }),
  plain('burstable-excluded'),
  z.strictObject({ kind: z.literal('too-few-vcpu'), vcpu: Vcpu.describe('vCPU'), requiredVcpu: Vcpu.describe('required vCPU') }),
  z.strictObject({
    kind: z.literal('too-little-memory'),
    memoryGib: Gib.describe('memory in GiB'),
    requiredMemoryGib: Gib.describe('required memory in GiB'),
  }),
  z.strictObject({
    kind: z.literal('too-small-for-instance'),
    resource: z.enum(['vcpu', 'memoryMib', 'gpus']).describe('resource that is too small'),
    allocatable: z.number().describe('capacity of a node for service instances'),
    required: z.number().describe('requirement of the largest instance'),
  }),
  plain('no-free-pods'),
  z.strictObject({ kind: z.literal('too-many-nodes'), maxNodes: z.number().describe('largest number of nodes') }),
]);
