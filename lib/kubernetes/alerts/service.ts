import type { ResolvedService } from '../../blueprint/resolved-component';
import { exactPercent } from '../../core/number-format';
import { type Alert, type AlertScope, atLevels, levelOf, matching } from './alert';

/**
 * A service against what its tier gives it. Processors are measured against all instances that autoscaling may start:
 * below that it is autoscaling's work and nobody's. Memory is measured in each instance, where its limit ends it.
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
      summary: `${id} uses more than ${exactPercent(level)} of the processors that its tier can give it`,
      description: `All instances of ${id} together are at {{ $value | humanizePercentage }} of ${most} vCPU, its ${instances.max} largest allowed instances.`,
      runbook: `kubectl -n ${namespace} top pods -l app.kubernetes.io/name=${id}; if traffic has grown, raise the service's maximum or move to the next tier; if not, compare with the last rollout: kubectl -n ${namespace} rollout history deployment/${id}.`,
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
      description: '{{ $labels.pod }} is at {{ $value | humanizePercentage }} of its limit; at 100% it is killed.',
      runbook: `Growing with traffic: raise the maximum of instances or the memory of ${id} in its tier. Growing without traffic is a leak: kubectl -n ${namespace} delete pod of the worst one, and open a defect.`,
    })),
  ];
}
