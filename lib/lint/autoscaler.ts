import type { ManifestObject, Path } from '../manifests/manifest-object';
import { namespaceOf } from '../manifests/namespace';
import { itemsAt, numberAt, stringAt } from '../manifests/values';
import { perContext } from './per-context';
import type { Workload } from './workload';

/** A HorizontalPodAutoscaler, or a KEDA ScaledObject, which creates one. */
export interface Autoscaler {
  /** The HorizontalPodAutoscaler or ScaledObject. */
  readonly object: ManifestObject;
  /** Namespace of the autoscaler and of its target. */
  readonly namespace: string;
  /** The workload that it scales, and the path of the reference. */
  readonly target: {
    /** Kind of the target. Default: `Deployment`, as KEDA assumes. */
    readonly kind: string;
    /** Name of the target; empty when it is missing. */
    readonly name: string;
    /** API version of the target. Default: `apps/v1`, as KEDA assumes. */
    readonly apiVersion: string;
    /** Path of the reference. */
    readonly path: Path;
  };
  /** Minimum number of replicas. Default: 1 for a HorizontalPodAutoscaler, 0 for KEDA. */
  readonly min: number;
  /** Maximum number of replicas. Default: 100 for KEDA; infinite when a HorizontalPodAutoscaler has none. */
  readonly max: number;
  /** Path of the minimum number of replicas. */
  readonly minPath: Path;
  /** Resources with a utilization target, which is a percentage of the request: `cpu`, `memory`. */
  readonly shares: readonly { readonly resource: string; readonly path: Path; readonly container?: string }[];
}

/** Source: KEDA documentation, ScaledObject specification. */
const KEDA_DEFAULTS = { min: 0, max: 100 } as const;
const TARGET: Path = ['spec', 'scaleTargetRef'];

/** All autoscalers of the manifests. */
export const autoscalers = perContext((context): readonly Autoscaler[] => [
  ...context.ofKind('HorizontalPodAutoscaler').map(podAutoscaler),
  ...context.ofKind('ScaledObject').map(scaledObject),
]);

function podAutoscaler(object: ManifestObject): Autoscaler {
  const { raw } = object;
  return {
    ...targetOf(object),
    min: numberAt(raw, 'spec', 'minReplicas') ?? 1,
    max: numberAt(raw, 'spec', 'maxReplicas') ?? Number.POSITIVE_INFINITY,
    minPath: ['spec', 'minReplicas'],
    shares: [
      ...itemsAt(raw, 'spec', 'metrics').flatMap(({ value, path }) =>
        ['resource', 'containerResource'].flatMap((source) => shareOf(value, [...path, source], source)),
      ),
      ...(numberAt(raw, 'spec', 'targetCPUUtilizationPercentage') === undefined
        ? []
        : [{ resource: 'cpu', path: ['spec', 'targetCPUUtilizationPercentage'] }]),
    ],
  };
}

function shareOf(metric: unknown, path: Path, source: string): Autoscaler['shares'] {
  const resource = stringAt(metric, source, 'name');
  const container = stringAt(metric, source, 'container');
  if (resource === undefined || stringAt(metric, source, 'target', 'type') !== 'Utilization') return [];
  return [{ resource, path, ...(container !== undefined && { container }) }];
}

function scaledObject(object: ManifestObject): Autoscaler {
  const { raw } = object;
  return {
    ...targetOf(object),
    min: numberAt(raw, 'spec', 'minReplicaCount') ?? KEDA_DEFAULTS.min,
    max: numberAt(raw, 'spec', 'maxReplicaCount') ?? KEDA_DEFAULTS.max,
    minPath: ['spec', 'minReplicaCount'],
    shares: itemsAt(raw, 'spec', 'triggers').flatMap(({ value, path }) => {
      const resource = stringAt(value, 'type');
      const isShare = (resource === 'cpu' || resource === 'memory') && stringAt(value, 'metricType') !== 'AverageValue';
      return isShare ? [{ resource, path }] : [];
    }),
  };
}

function targetOf(object: ManifestObject): Pick<Autoscaler, 'object' | 'namespace' | 'target'> {
  return {
    object,
    namespace: namespaceOf(object),
    target: {
      kind: stringAt(object.raw, ...TARGET, 'kind') ?? 'Deployment',
      name: stringAt(object.raw, ...TARGET, 'name') ?? '',
      apiVersion: stringAt(object.raw, ...TARGET, 'apiVersion') ?? 'apps/v1',
      path: TARGET,
    },
  };
}

/** Autoscalers whose target is in the manifests, with the target. */
export const scaled = perContext((context): readonly (readonly [Autoscaler, Workload])[] =>
  autoscalers(context).flatMap((autoscaler): (readonly [Autoscaler, Workload])[] => {
    const workload = context.workload(autoscaler.target.kind, autoscaler.namespace, autoscaler.target.name);
    return workload === undefined ? [] : [[autoscaler, workload]];
  }),
);

/** Minimum and maximum number of pods of a workload. */
export interface Replicas {
  /** Minimum number of pods. */
  readonly min: number;
  /** Maximum number of pods. */
  readonly max: number;
}

/** Number of pods by workload. DaemonSets and Jobs are left out: manifests do not state their number of pods. */
export const replicasByWorkload = perContext((context): ReadonlyMap<Workload, Replicas> => {
  const counts = new Map<Workload, Replicas>();
  for (const workload of context.workloads) {
    if (COUNTED.includes(workload.kind)) counts.set(workload, { min: workload.replicas ?? 1, max: workload.replicas ?? 1 });
  }
  for (const [{ min, max }, workload] of scaled(context)) counts.set(workload, { min, max });
  return counts;
});

const COUNTED: readonly string[] = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'];
