import { type Alert, atLevels, matching } from './alert';

/** Shares of a pool's limit: room for one more large machine, and room for hardly any. */
const LEVELS = { warning: 0.8, critical: 0.95, forMinutes: 15 } as const;

/** A pool of machines that must not grow any more: Karpenter's metrics. */
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
    summary: `${nodepool} has little left of its {{ $labels.resource_type }} limit`,
    description: `Machines of ${nodepool} have {{ $value | humanizePercentage }} of the {{ $labels.resource_type }} that the pool may have; above it pods stay pending.`,
    runbook: `kubectl get nodeclaims -l karpenter.sh/nodepool=${nodepool}; is it load, or a runaway autoscaler? For load raise the maximum of instances in the tier, from which the limit follows.`,
  }));
}
