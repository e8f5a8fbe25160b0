import type { ManifestObject } from '../manifests/manifest-object';
import { namespaceOf } from '../manifests/namespace';
import { type Selector, selectorOf } from '../manifests/selector';
import { at } from '../manifests/values';
import { type Replicas, replicasByWorkload } from './autoscaler';
import { perContext } from './per-context';
import type { Workload } from './workload';

/** A PodDisruptionBudget with the workloads that it selects. */
export interface Budget {
  /** The PodDisruptionBudget. */
  readonly object: ManifestObject;
  /** Its namespace. */
  readonly namespace: string;
  /** Its selector; absent when it is missing. */
  readonly selector?: Selector;
  /** Workloads whose pods it selects. */
  readonly workloads: readonly Workload[];
  /** Pods of all selected workloads; absent when there are none, or their number is not in the manifests. */
  readonly replicas?: Replicas;
  /** Pods that must stay available, as a number or percentage; absent when it is missing. */
  readonly minAvailable?: number | string;
  /** Pods that may be unavailable, as a number or percentage; absent when it is missing. */
  readonly maxUnavailable?: number | string;
}

/** All PodDisruptionBudgets of the manifests. */
export const budgets = perContext((context): readonly Budget[] => {
  const counts = replicasByWorkload(context);
  return context.ofKind('PodDisruptionBudget').map((object) => {
    const namespace = namespaceOf(object);
    const selector = selectorOf(at(object.raw, 'spec', 'selector'));
    const workloads = selector === undefined ? [] : context.selected(namespace, selector);
    const known = workloads.flatMap((workload) => counts.get(workload) ?? []);
    const isCounted = known.length > 0 && known.length === workloads.length;
    return {
      object,
      namespace,
      workloads,
      ...(selector !== undefined && { selector }),
      ...(isCounted && { replicas: known.reduce((sum, { min, max }) => ({ min: sum.min + min, max: sum.max + max }), { min: 0, max: 0 }) }),
      ...amountAt(object, 'minAvailable'),
      ...amountAt(object, 'maxUnavailable'),
    };
  });
});

function amountAt<K extends string>(object: ManifestObject, field: K): { readonly [P in K]?: number | string } {
  const amount = at(object.raw, 'spec', field);
  if (typeof amount !== 'number' && typeof amount !== 'string') return {};
  return { [field]: amount } as { readonly [P in K]: number | string };
}

/** Number of pods that must stay available. Percentages are rounded up. Source: Kubernetes documentation, disruptions. */
export function requiredPods(minAvailable: number | string, pods: number): number {
  if (typeof minAvailable === 'number') return minAvailable;
  const percent = /^(\d+)%$/.exec(minAvailable)?.[1];
  return percent === undefined ? 0 : Math.ceil((Number(percent) / 100) * pods);
}
