import { z } from 'zod';
import type { ClusterCosts } from '../../answers/cluster-costs';
import { toCents } from '../../core/money';
import type { Estimate } from '../../pricing/estimate';
import { EstimateJson, estimateToJson } from './estimate';

const Share = z.number().min(0).describe('0 to 1');
const Count = z.int().min(0);

const ClusterJson = z.strictObject({
  nodes: z
    .array(
      z.strictObject({
        pool: z.string(),
        type: z.string(),
        count: z.strictObject({ low: Count, mid: Count, high: Count }),
        pods: Count.describe('under the expected load'),
        cpuShare: Share.nullable().describe('of what pods may use, how much they request; null where no node of the type runs'),
        memoryShare: Share.nullable(),
      }),
    )
    .describe('each end of the bill has a mix of its own'),
  workloads: z
    .array(
      z.strictObject({
        workload: z.string(),
        kind: z.enum(['workload', 'daemon', 'idle', 'reserved']),
        pods: Count,
        cpu: z.number(),
        memoryGib: z.number(),
        gpus: z.number(),
        monthlyUsd: z.string().regex(/^-?\d+\.\d{2}$/),
      }),
    )
    .describe('the machines of the expected load by who requests them: they add up to their price, to the cent'),
  idleShare: Share.describe('of the price of machines, what no pod requests'),
  ratioToBound: z.number().nullable().describe('what the nodes cost over the least that any packing of these pods must'),
});

/** What `estimate <manifests> --json` prints. */
export const ManifestEstimateJson = EstimateJson.extend({ cluster: ClusterJson }).meta({ title: 'sizing estimate of manifests' });
export type ManifestEstimateJson = z.infer<typeof ManifestEstimateJson>;

const DIGITS = 4;

export function manifestEstimateJson(
  estimate: Estimate,
  { nodes, workloads, idleShare, ratioToBound }: ClusterCosts,
): ManifestEstimateJson {
  return {
    ...estimateToJson(estimate),
    cluster: {
      nodes: nodes.map(({ cpuShare, memoryShare, count, ...node }) => ({
        ...node,
        count: { ...count },
        cpuShare: cpuShare === undefined ? null : rounded(cpuShare),
        memoryShare: memoryShare === undefined ? null : rounded(memoryShare),
      })),
      workloads: workloads.map(({ workload, kind, pods, cpu, memoryGib, gpus, monthlyUsd }) => ({
        workload,
        kind,
        pods,
        cpu: rounded(cpu),
        memoryGib: rounded(memoryGib),
        gpus,
        monthlyUsd: toCents(monthlyUsd),
      })),
      idleShare,
      ratioToBound: ratioToBound ?? null,
    },
  };
}

function rounded(value: number): number {
  return Number(value.toFixed(DIGITS));
}
