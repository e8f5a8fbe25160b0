import { openPriceBook } from '../lib/catalog/price-book';
import { nodeTypesIn } from '../lib/scheduling/node-types';
import { choicesOf } from '../lib/scheduling/pod-packing/choices';
import { leastCost } from '../lib/scheduling/pod-packing/lower-bound';
import type { NodePool } from '../lib/scheduling/pod-packing/node';
import { packPods } from '../lib/scheduling/pod-packing/pack-pods';
import { sumOf } from '../lib/scheduling/pod-packing/resources';
import type { CountedGroup } from '../lib/scheduling/pod-packing/zones';
import { type Benchmark, type Finding, mediansMs, msText } from './measure';

const ROUNDS = 3;
const MOST_MS = 2_000;
/** Largest ratio of the cost of the nodes to the lower bound, which allows pods to be split. */
const MOST_RATIO = 1.1;

const POOL: NodePool = {
  id: 'default',
  requirements: [{ key: 'karpenter.k8s.aws/instance-category', operator: 'In', values: ['c', 'm', 'r'] }],
  labels: {},
  taints: [],
  weight: 0,
  limits: {},
  diskHourlyNanoUsd: 2_000_000,
  hasAnyLabel: false,
};

/** Duration of packing 10,000 pods on nodes of every general type with a price, and the ratio of the cost to the bound. */
export const packingBenchmark: Benchmark = {
  name: 'packing',
  measure: () => [
    finding('1,000 workloads of 10 pods, spread over zones and nodes', 1_000, 10, true),
    finding('100 workloads of 100 pods', 100, 100, false),
  ],
};

function finding(what: string, workloads: number, podsEach: number, isSpread: boolean): Finding {
  const book = openPriceBook('us-east-1');
  const request = {
    groups: groupsOf(workloads, podsEach, isSpread),
    daemons: [],
    pools: [POOL],
    types: nodeTypesIn(book),
    zones: book.zones,
  };
  const [ms = 0] = mediansMs([{ name: what, run: () => packPods(request) }], ROUNDS);
  const asked = sumOf(request.groups.flatMap(({ group, count }) => Array.from({ length: count }, () => group.requests)));
  const ratio = packPods(request).hourlyNanoUsd / leastCost(asked, choicesOf(request.pools, request.types, []));
  return {
    what,
    measured: `${msText(ms)}, ${ratio.toFixed(3)} × the bound of linear programming (median of ${ROUNDS})`,
    goal: `at most ${msText(MOST_MS)} and ${MOST_RATIO} ×`,
    holds: ms <= MOST_MS && ratio <= MOST_RATIO,
  };
}

const MIB = 1_024 ** 2;

/** Workloads of different sizes: 50m to 1500m CPU and 64 MiB to 4 GiB, in steps of which no node size is a multiple. */
function groupsOf(workloads: number, count: number, isSpread: boolean): readonly CountedGroup[] {
  return Array.from({ length: workloads }, (_, index) => {
    const app = `w${index}`;
    const about = { namespaces: ['shop'], selector: { labels: { app }, expressions: [] }, maxSkew: 1, isRequired: true } as const;
    const group = {
      id: app,
      namespace: 'shop',
      labels: { app },
      requests: { cpuMillis: 50 + ((index * 617) % 1_451), memoryBytes: (64 + ((index * 1_103) % 4_033)) * MIB, gpus: 0, pods: 1 },
      hostPorts: [],
      nodeTerms: [],
      preferredNode: [],
      tolerations: [],
      spreads: isSpread
        ? [
            { place: 'zone' as const, ...about },
            { place: 'host' as const, ...about },
          ]
        : [],
      apartFrom: [],
      togetherWith: [],
    };
    return { group, count };
  });
}
