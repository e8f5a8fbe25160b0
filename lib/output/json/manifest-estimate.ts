import { z } from 'zod';
import type { ClusterCosts } from '../../answers/cluster-costs';
import { toCents } from '../../core/money';
import type { Estimate } from '../../pricing/estimate';
import { EstimateJson, estimateToJson } from './estimate';

const Share = z.number().min(0).describe('0 to 1');
const Count = z.int().min(0);

/** Containers whose requests no manifest states, with the cost that relies on them. */
const Reliance = z.strictObject({
  containers: Count.describe('number of containers with such a request'),
  objects: Count.describe('number of objects with such containers'),
  costShare: Share.describe('share of the cost of the nodes that the pods of these objects take, 0 to 1'),
});

const ClusterJson = z.strictObject({
  nodes: z
    .array(
      z.strictObject({
        pool: z.string().describe('name of the node pool'),
        type: z.string().describe('EC2 instance type, such as m7g.large'),
        count: z
          .strictObject({
            low: Count.describe('nodes at low load'),
            mid: Count.describe('nodes at the expected load'),
            high: Count.describe('nodes at high load'),
          })
          .describe('number of nodes'),
        pods: Count.describe('number of pods on these nodes at the expected load'),
        cpuShare: Share.nullable().describe('requested CPU as a share of allocatable CPU; null without a node of the type'),
        memoryShare: Share.nullable().describe('requested memory as a share of allocatable memory; null without a node of the type'),
      }),
    )
    .describe('nodes by pool and instance type at low, mid and high load'),
  workloads: z
    .array(
      z.strictObject({
        workload: z.string().describe('namespace, kind and name of the workload, such as shop/Deployment/web'),
        kind: z
          .enum(['workload', 'daemon', 'idle', 'reserved'])
          .describe('workload or daemon with pods, idle capacity, or capacity that is reserved for the system'),
        pods: Count.describe('number of pods of the workload at the expected load'),
        cpu: z.number().describe('requested vCPUs of all its pods'),
        memoryGib: z.number().describe('requested memory of all its pods in GiB'),
        gpus: z.number().describe('requested GPUs of all its pods'),
        monthlyUsd: z
          .string()
          .regex(/^-?\d+\.\d{2}$/)
          .describe('its share of the cost of the nodes in US dollars per month, decimal string with two places'),
      }),
    )
    .describe('cost of the nodes at the expected load by workload; the amounts add up to the cost of the nodes, to the cent'),
  idleShare: Share.describe('share of the cost of nodes that no pod requests, 0 to 1'),
  assumedRequests: Reliance.nullable().describe(
    'containers whose requests are those of --default-requests; null where no container has one',
  ),
  recommendedRequests: Reliance.nullable().describe(
    'containers whose requests are those of --requests-from; null where no container has one',
  ),
  ratioToBound: z.number().nullable().describe('cost of the nodes over the lower bound of any packing of these pods; null without nodes'),
});

/** Output of `estimate <manifests> --json`. */
export const ManifestEstimateJson = EstimateJson.extend({ cluster: ClusterJson.describe('nodes, and their cost by workload') }).meta({
  title: 'sizing estimate of manifests',
});
export type ManifestEstimateJson = z.infer<typeof ManifestEstimateJson>;

const DIGITS = 4;

/** The JSON form of an estimate of manifests. */
export function manifestEstimateJson(
  estimate: Estimate,
  { nodes, workloads, idleShare, assumedRequests, recommendedRequests, ratioToBound }: ClusterCosts,
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
      assumedRequests: assumedRequests === undefined ? null : { ...assumedRequests },
      recommendedRequests: recommendedRequests === undefined ? null : { ...recommendedRequests },
      ratioToBound: ratioToBound ?? null,
    },
  };
}

function rounded(value: number): number {
  return Number(value.toFixed(DIGITS));
}
