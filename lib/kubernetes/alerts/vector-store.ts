import type { ResolvedVectorStore } from '../../blueprint/resolved-component';
import { exactPercent } from '../../core/number-format';
import { type Alert, type AlertScope, atLevels, levelOf, matching } from './alert';
import { processorAlerts } from './server';

/**
 * Alerts about a vector store, from metrics of the cluster, because it exposes none. Its index is in memory and grows with
 * the stored data.
 */
export function vectorStoreAlerts({ id, vcpu }: ResolvedVectorStore, scope: AlertScope): Alert[] {
  const { namespace } = scope;
  const container = matching({ namespace, container: id });
  return [
    ...processorAlerts({ id, vcpu, container: id }, scope),
    ...atLevels(levelOf(scope, 'memory', id), (level) => ({
      name: 'VectorStoreMemoryHigh',
      component: id,
      expr: [
        `max by (namespace, pod) (container_memory_working_set_bytes${container})`,
        `/ max by (namespace, pod) (kube_pod_container_resource_limits${matching({ namespace, container: id, resource: 'memory' })})`,
        `> ${level}`,
      ].join('\n'),
      summary: `${id} uses more than ${exactPercent(level)} of its memory limit`,
      description:
        '{{ $labels.pod }} uses {{ $value | humanizePercentage }} of its memory limit. At 100% it is killed, and it has no replica.',
      runbook: `The index grows with the documents: raise memoryGib in the tier before the limit is reached, because a restart reloads the whole index. kubectl -n ${namespace} top pod ${id}-0 shows the trend.`,
    })),
  ];
}
