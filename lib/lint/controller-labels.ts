/**
 * Labels that controllers set on pods, with the kinds whose controller does. `ofName` is the pattern of their values for a name.
 * Source: Kubernetes documentation, "Well-Known Labels, Annotations and Taints".
 */
const CONTROLLER_LABELS: Readonly<Record<string, { readonly kinds: readonly string[]; readonly ofName?: boolean }>> = {
  'statefulset.kubernetes.io/pod-name': { kinds: ['StatefulSet'], ofName: true },
  'apps.kubernetes.io/pod-index': { kinds: ['StatefulSet'] },
  'batch.kubernetes.io/job-name': { kinds: ['Job', 'CronJob'], ofName: true },
  'job-name': { kinds: ['Job', 'CronJob'], ofName: true },
  'batch.kubernetes.io/job-completion-index': { kinds: ['Job', 'CronJob'] },
  'pod-template-hash': { kinds: ['Deployment', 'ReplicaSet'] },
  'controller-revision-hash': { kinds: ['StatefulSet', 'DaemonSet'] },
};

/** Whether controllers set a label on pods. */
export function isOfController(label: string): boolean {
  return Object.hasOwn(CONTROLLER_LABELS, label);
}

/** Whether the controller of a workload may set a label to a value: `web-0` on the first pod of the StatefulSet `web`. */
export function isGivenBy(kind: string, name: string, label: string, value: string): boolean {
  const { kinds = [], ofName = false } = isOfController(label) ? (CONTROLLER_LABELS[label] ?? {}) : {};
  if (!kinds.includes(kind)) return false;
  if (!ofName) return true;
  if (kind === 'Job') return value === name;
  return value.startsWith(`${name}-`) && /^\d+$/.test(value.slice(name.length + 1));
}
