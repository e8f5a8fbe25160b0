import { type Alert, type AlertScope, matching } from './alert';

/** Restarts of a container in an hour that are no coincidence any more. */
const RESTARTS_AN_HOUR = 3;

/** Pods, Deployments and StatefulSets of the namespace, whatever they run. All metrics are kube-state-metrics'. */
export function workloadAlerts(scope: AlertScope): Alert[] {
  const { namespace } = scope;
  const all = matching({ namespace });
  return [
    {
      name: 'ContainerCrashLooping',
      severity: 'critical',
      component: '{{ $labels.container }}',
      expr: `max_over_time(kube_pod_container_status_waiting_reason${matching({ namespace, reason: 'CrashLoopBackOff' })}[5m]) >= 1`,
      forMinutes: 10,
      summary: '{{ $labels.pod }} does not stay up',
      description: 'Container {{ $labels.container }} of {{ $labels.pod }} ends again and again; Kubernetes waits longer each time.',
      runbook: `kubectl -n ${namespace} logs {{ $labels.pod }} -c {{ $labels.container }} --previous; after a rollout: kubectl -n ${namespace} rollout undo deployment/{{ $labels.container }}.`,
    },
    {
      name: 'ContainerRestarting',
      severity: 'warning',
      component: '{{ $labels.container }}',
      expr: `increase(kube_pod_container_status_restarts_total${all}[1h]) > ${RESTARTS_AN_HOUR}`,
      forMinutes: 0,
      summary: '{{ $labels.pod }} restarts more than a few times an hour',
      description: 'Container {{ $labels.container }} of {{ $labels.pod }} was restarted {{ $value | humanize }} times in an hour.',
      runbook: `kubectl -n ${namespace} describe pod {{ $labels.pod }}: the last state says whether it ended itself, ran out of memory or failed its liveness probe.`,
    },
    {
      name: 'ContainerOutOfMemory',
      severity: 'warning',
      component: '{{ $labels.container }}',
      expr: [
        `increase(kube_pod_container_status_restarts_total${all}[15m]) > 0`,
        `and on (namespace, pod, container)`,
        `kube_pod_container_status_last_terminated_reason${matching({ namespace, reason: 'OOMKilled' })} == 1`,
      ].join('\n'),
      forMinutes: 0,
      summary: '{{ $labels.pod }} was killed for want of memory',
      description: 'Container {{ $labels.container }} of {{ $labels.pod }} reached its memory limit and was restarted.',
      runbook: `Compare its usage with the tier's figure: kubectl -n ${namespace} top pod {{ $labels.pod }} --containers. Raise memoryGib in the tier, or find what holds it.`,
    },
    {
      name: 'PodPending',
      severity: 'warning',
      component: 'workloads',
      expr: `max by (namespace, pod) (kube_pod_status_phase${matching({ namespace, phase: 'Pending' })}) == 1`,
      forMinutes: 15,
      summary: '{{ $labels.pod }} finds no machine',
      description: '{{ $labels.pod }} has waited for 15 minutes; Karpenter takes one or two to start a machine.',
      runbook: `kubectl -n ${namespace} describe pod {{ $labels.pod }}: its events name the request, taint, zone of a volume or pool limit that keeps it waiting; then kubectl get nodeclaims.`,
    },
    ...replicaAlerts({
      namespace,
      kind: 'deployment',
      wanted: 'kube_deployment_spec_replicas',
      ready: 'kube_deployment_status_replicas_available',
    }),
    ...replicaAlerts({
      namespace,
      kind: 'statefulset',
      wanted: 'kube_statefulset_replicas',
      ready: 'kube_statefulset_status_replicas_ready',
    }),
  ];
}

interface Replicas {
  readonly namespace: string;
  readonly kind: 'deployment' | 'statefulset';
  /** Metrics of how many there should be and how many serve. */
  readonly wanted: string;
  readonly ready: string;
}

function replicaAlerts({ namespace, kind, wanted, ready }: Replicas): Alert[] {
  const name = `{{ $labels.${kind} }}`;
  const all = matching({ namespace });
  const prefix = kind === 'deployment' ? 'Deployment' : 'StatefulSet';
  const look = `kubectl -n ${namespace} get pods -l app.kubernetes.io/name=${name} -o wide`;
  return [
    {
      name: `${prefix}Degraded`,
      severity: 'warning',
      component: name,
      expr: `${ready}${all} < ${wanted}${all}`,
      forMinutes: 15,
      summary: `${name} has fewer instances than it should`,
      description: 'Only {{ $value }} of its instances serve; the next failure or peak meets too few.',
      runbook: `${look}; then describe the one that is not ready.`,
    },
    {
      name: `${prefix}Down`,
      severity: 'critical',
      component: name,
      expr: `${ready}${all} == 0 and ${wanted}${all} > 0`,
      forMinutes: 2,
      summary: `${name} is down`,
      description: 'Not one of its instances serves.',
      runbook: `${look}; kubectl -n ${namespace} get events --sort-by=.lastTimestamp. After a rollout: kubectl -n ${namespace} rollout undo ${kind}/${name}.`,
    },
  ];
}
