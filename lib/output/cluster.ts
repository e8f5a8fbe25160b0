import type { ClusterCosts, NodeSummary, WorkloadCost } from '../answers/cluster-costs';
import { sumUsd } from '../core/money';
import { percent } from '../core/number-format';
import type { Estimate } from '../pricing/estimate';
import { cents } from './amounts';
import { estimateView } from './estimate';
import type { Block, Grid, Row, View } from './report';

/** The estimate of manifests: line items, then nodes. */
export function clusterView(subject: string, estimate: Estimate, costs: ClusterCosts): View {
  const { blocks, records } = estimateView(subject, estimate);
  return { blocks: [...blocks, ...nodeBlocks(costs)], records };
}

/** The cost of nodes by workload, then nodes. */
export function workloadsView(subject: string, estimate: Estimate, costs: ClusterCosts): View {
  const [title] = estimateView(subject, estimate).blocks;
  return {
    blocks: [...(title === undefined ? [] : [title]), workloadsGrid(costs), ...nodeBlocks(costs)],
    records: {
      columns: ['workload', 'kind', 'pods', 'cpu', 'memoryGib', 'gpus', 'monthlyUsd'],
      rows: costs.workloads.map(({ workload, kind, pods, cpu, memoryGib, gpus, monthlyUsd }) => [
        workload,
        kind,
        String(pods),
        String(cpu),
        String(memoryGib),
        String(gpus),
        monthlyUsd.toFixed(2),
      ]),
    },
  };
}

function nodeBlocks({ nodes, idleShare, ratioToBound }: ClusterCosts): readonly Block[] {
  if (nodes.length === 0) return [];
  const bound =
    ratioToBound === undefined ? '' : `; the nodes cost ${ratioToBound.toFixed(2)} × the lower bound of any packing of these pods`;
  return [
    { kind: 'heading', text: 'Nodes' },
    nodesGrid(nodes),
    { kind: 'paragraph', text: `${percent(idleShare)} of the cost of the nodes is idle: no pod requests it${bound}` },
  ];
}

function nodesGrid(nodes: readonly NodeSummary[]): Grid {
  const several = new Set(nodes.map(({ pool }) => pool)).size > 1;
  return {
    kind: 'grid',
    columns: [
      ...(several ? [{ heading: ['pool'], align: 'left' as const }] : []),
      { heading: ['type'], align: 'left' },
      { heading: ['low'], align: 'right' },
      { heading: ['mid'], align: 'right' },
      { heading: ['high'], align: 'right' },
      { heading: ['pods'], align: 'right' },
      { heading: ['CPU requested'], align: 'right' },
      { heading: ['memory requested'], align: 'right' },
    ],
    rows: nodes.map(({ pool, type, count, pods, cpuShare, memoryShare }) => ({
      cells: [
        ...(several ? [pool] : []),
        type,
        ...[count.low, count.mid, count.high].map((number) => (number === 0 ? '–' : String(number))),
        pods === 0 ? '–' : String(pods),
        shareText(cpuShare),
        shareText(memoryShare),
      ],
    })),
  };
}

function shareText(share: number | undefined): string {
  return share === undefined ? '–' : percent(share);
}

const NAMES: Readonly<Record<WorkloadCost['kind'], string | undefined>> = {
  workload: undefined,
  daemon: undefined,
  idle: 'idle: no pod requests it',
  reserved: 'reserved: not allocatable to pods',
};

function workloadsGrid({ workloads }: ClusterCosts): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['workload'], align: 'left', wraps: true },
      { heading: ['pods'], align: 'right' },
      { heading: ['CPU'], align: 'right' },
      { heading: ['GiB'], align: 'right' },
      { heading: ['GPU'], align: 'right' },
      { heading: ['$/month'], align: 'right' },
    ],
    rows: [
      ...workloads.map(workloadRow),
      {
        cells: ['nodes, mid', '', '', '', '', cents(sumUsd(workloads.map(({ monthlyUsd }) => monthlyUsd)))],
        style: 'total',
        ruleAbove: true,
      },
    ],
  };
}

function workloadRow({ workload, kind, pods, cpu, memoryGib, gpus, monthlyUsd }: WorkloadCost): Row {
  const cells = [
    NAMES[kind] ?? workload,
    pods === 0 ? '' : String(pods),
    String(Number(cpu.toFixed(2))),
    String(Number(memoryGib.toFixed(2))),
    gpus === 0 ? '' : String(gpus),
    cents(monthlyUsd),
  ];
  return { cells, style: kind === 'workload' ? 'plain' : 'muted' };
}
