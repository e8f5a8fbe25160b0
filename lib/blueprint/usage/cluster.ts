import type { UsageQuantity } from '../../contract/usage';
import { certain } from '../../core/interval';
import { DAYS_PER_MONTH } from '../../core/time';
import { type Facts, quantity } from './facts';
import { logUsage } from './logs';

/** The component for usage that all services of a cluster share. */
const CLUSTER = 'cluster';

/** Log volume of a control plane per day: mostly audit logs of its own controllers, and more with each node. An assumption. */
const CONTROL_PLANE_LOG_GB = 0.3;
const NODE_LOG_GB = 0.05;

/** Requests per month for the key of its secrets. The control plane caches the key and requests it at start. An assumption. */
const KEY_REQUESTS = 1_000;

/** Usage of an EKS cluster, whose control plane does not run on its nodes. */
export function clusterUsage(facts: Facts): UsageQuantity[] {
  const { platform, components } = facts;
  if (platform !== 'eks') return [];
  const nodes = Object.values(components).reduce((sum, part) => sum + (part.kind === 'node-pool' ? (part.nodes?.expected ?? 0) : 0), 0);
  const daily = CONTROL_PLANE_LOG_GB + NODE_LOG_GB * nodes;
  return [
    ...logUsage(
      CLUSTER,
      certain(daily * DAYS_PER_MONTH),
      {
        kind: 'control-plane-log',
        dailyGb: daily,
        dailyControlPlaneGb: CONTROL_PLANE_LOG_GB,
        dailyNodeGb: NODE_LOG_GB,
        nodes,
      },
      facts,
    ),
    quantity(CLUSTER, 'apiCalls', certain(KEY_REQUESTS), { kind: 'cluster-key-requests', requests: KEY_REQUESTS }),
  ];
}
