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
    gpuModel: z.string().optional(),
    minNodes: z.number(),
    maxNodes: z.number().optional().describe('absent without a limit'),
    architecture: Architecture,
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
    z.strictObject({ kind: z.literal('nodes'), nodes: z.number().describe('nodes at the expected load'), hourlyUsd: HourlyUsd }),
    z.strictObject({ kind: z.literal('data-store-node'), vcpu: Vcpu, memoryGib: Gib, hourlyUsd: HourlyUsd }),
  ])
  .describe('what the candidate provides and costs');

/** JSON form of why a type was chosen. */
export const ChosenReasonJson = z.strictObject({
  kind: z.literal('cheapest'),
  cost: CostJson,
  candidates: z.number().describe('types that meet the requirement, the chosen one included'),
});

const plain = <Kind extends string>(kind: Kind) => z.strictObject({ kind: z.literal(kind) });

/** JSON form of why types were not chosen. */
export const RejectionReasonJson = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('more-expensive'),
    cost: CostJson,
    extraShare: z.number().describe('price above that of the chosen type, as a share of it'),
  }),
  z.strictObject({ kind: z.literal('same-price'), cost: CostJson }),
  plain('not-pinned'),
  plain('family-not-offered'),
  plain('bare-metal'),
  z.strictObject({ kind: z.literal('gpu-missing'), gpuModel: z.string() }),
  plain('gpu-unused'),
  z.strictObject({ kind: z.literal('other-architecture'), required: Architecture }),
  plain('burstable-excluded'),
  z.strictObject({ kind: z.literal('too-few-vcpu'), vcpu: Vcpu, requiredVcpu: Vcpu }),
  z.strictObject({ kind: z.literal('too-little-memory'), memoryGib: Gib, requiredMemoryGib: Gib }),
  z.strictObject({
    kind: z.literal('too-small-for-instance'),
    resource: z.enum(['vcpu', 'memoryMib', 'gpus']),
    allocatable: z.number().describe('what a node has for instances of services'),
    required: z.number().describe('what the largest instance needs'),
  }),
  plain('no-free-pods'),
  z.strictObject({ kind: z.literal('too-many-nodes'), maxNodes: z.number() }),
]);
