import { type Alert, type AlertScope, matching } from './alert';

/** Restarts of a container per hour above which an alert fires. Assumed. */
const RESTARTS_PER_HOUR = 3;

/** The program that starts nodes for pending pods, and the command that shows why it starts none. */
const KARPENTER = { starts: 'Karpenter starts a node in one or two minutes.', command: 'kubectl get nodeclaims' };
const NODE_GROUPS = {
  starts: 'The Cluster Autoscaler starts a node in a few minutes.',
  command: 'kubectl -n kube-system logs -l app.kubernetes.io/instance=cluster-autoscaler',
};

/** Alerts about all pods, Deployments and StatefulSets of the namespace. Metrics: kube-state-metrics. */
export function workloadAlerts(scope: AlertScope): Alert[] {
  const { namespace, platform } = scope;
  const nodes = platform === 'eks' ? NODE_GROUPS : KARPENTER;
  const all = matching({ namespace });
  return [
    {
      name: 'ContainerCrashLooping',
      severity: 'critical',
      component: '{{ $labels.container }}',
      expr: `max_over_time(kube_pod_container_status_waiting_reason${matching({ namespace, reason: 'CrashLoopBackOff' })}[5m]) >= 1`,
      forMinutes: 10,
      summary: '{{ $labels.pod }} is in a crash loop',
      description:
        'Container {{ $labels.container }} of {{ $labels.pod }} crashes repeatedly. Kubernetes waits longer before each restart.',
      runbook: `kubectl -n ${namespace} logs {{ $labels.pod }} -c {{ $labels.container }} --previous; after a rollout: kubectl -n ${namespace} rollout undo deployment/{{ $labels.container }}.`,
    },
    {
      name: 'ContainerRestarting',
      severity: 'warning',
      component: '{{ $labels.container }}',
      expr: `increase(kube_pod_container_status_restarts_total${all}[1h]) > ${RESTARTS_PER_HOUR}`,
      forMinutes: 0,
      summary: `{{ $labels.pod }} restarted more than ${RESTARTS_PER_HOUR} times in an hour`,
      description: 'Container {{ $labels.container }} of {{ $labels.pod }} was restarted {{ $value | humanize }} times in an hour.',
      runbook: `kubectl -n ${namespace} describe pod {{ $labels.pod }}: the last state shows whether the process exited, ran out of memory or failed its liveness probe.`,
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
      summary: '{{ $labels.pod }} ran out of memory',
      description: 'Container {{ $labels.container }} of {{ $labels.pod }} reached its memory limit and was restarted.',
      runbook: `Compare its usage with the tier's figure: kubectl -n ${namespace} top pod {{ $labels.pod }} --containers. Raise the memory in the tier, or find the memory leak.`,
    },
    {
      name: 'PodPending',
      severity: 'warning',
      component: 'workloads',
      expr: `max by (namespace, pod) (kube_pod_status_phase${matching({ namespace, phase: 'Pending' })}) == 1`,
      forMinutes: 15,
      summary: '{{ $labels.pod }} cannot be scheduled',
      description: `{{ $labels.pod }} has been pending for 15 minutes. ${nodes.starts}`,
      runbook: `kubectl -n ${namespace} describe pod {{ $labels.pod }}: its events name the resource request, taint, volume zone or pool limit that prevents scheduling; then ${nodes.command}.`,
    },
    ...replicaAlerts({
      namespace,
      kind: 'deployment',
      required: 'kube_deployment_spec_replicas',
      ready: 'kube_deployment_status_replicas_available',
    }),
    ...replicaAlerts({
      namespace,
      kind: 'statefulset',
      required: 'kube_statefulset_replicas',
      ready: 'kube_statefulset_status_replicas_ready',
    }),
  ];
}

interface Replicas {
  readonly namespace: string;
  readonly kind: 'deployment' | 'statefulset';
  /** Metrics of the required and the ready replicas. */
  readonly required: string;
  readonly ready: string;
}

function replicaAlerts({ namespace, kind, required, ready }: Replicas): Alert[] {
  const name = `{{ $labels.${kind} }}`;
  const all = matching({ namespace });
  const prefix = kind === 'deployment' ? 'Deployment' : 'StatefulSet';
  const look = `kubectl -n ${namespace} get pods -l app.kubernetes.io/name=${name} -o wide`;
  return [
    {
      name: `${prefix}Degraded`,
      severity: 'warning',
      component: name,
      expr: `${ready}${all} < ${required}${all}`,
      forMinutes: 15,
      summary: `${name} has fewer ready instances than required`,
      description: 'Only {{ $value }} of its instances are ready. It may not handle the next failure or peak.',
      runbook: `${look}; then run kubectl describe on the pod that is not ready.`,
    },
    {
      name: `${prefix}Down`,
      severity: 'critical',
      component: name,
      expr: `${ready}${all} == 0 and ${required}${all} > 0`,
      forMinutes: 2,
      summary: `${name} is down`,
      description: 'None of its instances are ready.',
      runbook: `${look}; kubectl -n ${namespace} get events --sort-by=.lastTimestamp. After a rollout: kubectl -n ${namespace} rollout undo ${kind}/${name}.`,
    },
  ];
}
