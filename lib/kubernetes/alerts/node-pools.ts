import { type Alert, atLevels, matching } from './alert';

/** Shares of a pool's limit: at the warning there is room for about one more large node, at the critical level for almost none. */
const LEVELS = { warning: 0.8, critical: 0.95, forMinutes: 15 } as const;

/** Alerts about a node pool that is close to its limit. Metrics: Karpenter. */
export function nodePoolAlerts(id: string, nodepool: string): Alert[] {
  const pool = matching({ nodepool, resource_type: '=~cpu|memory|nvidia[.]com/gpu' });
  return atLevels(LEVELS, (level) => ({
    name: 'NodePoolNearLimit',
    component: id,
    expr: [
      `max by (nodepool, resource_type) (karpenter_nodepools_usage${pool})`,
      `/ max by (nodepool, resource_type) (karpenter_nodepools_limit${pool})`,
      `> ${level}`,
    ].join('\n'),
    summary: `node pool ${nodepool} is close to its {{ $labels.resource_type }} limit`,
    description: `Nodes of ${nodepool} use {{ $value | humanizePercentage }} of the {{ $labels.resource_type }} limit of the pool. At 100% new pods stay pending.`,
    runbook: `kubectl get nodeclaims -l karpenter.sh/nodepool=${nodepool}; check whether load or a misconfigured autoscaler is the cause. For load, raise the maximum number of instances in the tier, from which the limit is computed.`,
  }));
}
