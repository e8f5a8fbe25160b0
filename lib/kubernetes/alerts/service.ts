import type { ResolvedService } from '../../blueprint/resolved-component';
import { exactPercent } from '../../core/number-format';
import { type Alert, type AlertScope, atLevels, levelOf, matching } from './alert';

/**
 * Alerts about the usage of a service. CPU usage is compared with the maximum number of instances, because autoscaling
 * adds instances below it. Memory is compared with the limit of each instance, at which it is OOM-killed.
 */
export function serviceAlerts({ id, instances, vcpu }: ResolvedService, scope: AlertScope): Alert[] {
  const { namespace } = scope;
  const most = Number((instances.max * vcpu).toPrecision(6));
  const container = matching({ namespace, container: id });
  return [
    ...atLevels(levelOf(scope, 'processor', id), (level) => ({
      name: 'ServiceProcessorHigh',
      component: id,
      expr: `sum(rate(container_cpu_usage_seconds_total${container}[5m])) / ${most} > ${level}`,
      summary: `${id} uses more than ${exactPercent(level)} of the vCPU of its maximum number of instances`,
      description: `All instances of ${id} together use {{ $value | humanizePercentage }} of ${most} vCPU, the vCPU of its maximum of ${instances.max} instances.`,
      runbook: `kubectl -n ${namespace} top pods -l app.kubernetes.io/name=${id}; if traffic has grown, raise the maximum number of instances or move to the next tier; if not, compare with the last rollout: kubectl -n ${namespace} rollout history deployment/${id}.`,
    })),
    ...atLevels(levelOf(scope, 'memory', id), (level) => ({
      name: 'ServiceMemoryHigh',
      component: id,
      expr: [
        `max by (namespace, pod) (container_memory_working_set_bytes${container})`,
        `/ max by (namespace, pod) (kube_pod_container_resource_limits${matching({ namespace, container: id, resource: 'memory' })})`,
        `> ${level}`,
      ].join('\n'),
      summary: `an instance of ${id} uses more than ${exactPercent(level)} of its memory limit`,
      description: '{{ $labels.pod }} uses {{ $value | humanizePercentage }} of its memory limit. At 100% it is killed.',
      runbook: `If memory grows with traffic, raise the maximum number of instances or the memory of ${id} in its tier. If it grows without traffic, it is a memory leak: kubectl -n ${namespace} delete pod {{ $labels.pod }} and report the defect.`,
    })),
  ];
}
