import type { ManifestObject, Path } from '../manifests/manifest-object';
import { itemsAt, numberAt, textAt } from '../manifests/values';
import { namespaceOf } from './lint-context';
import { perContext } from './per-context';
import type { Workload } from './workload';

/** A HorizontalPodAutoscaler or a ScaledObject of KEDA, which makes one. */
export interface Autoscaler {
  readonly object: ManifestObject;
  readonly namespace: string;
  readonly target: { readonly kind: string; readonly name: string; readonly apiVersion: string; readonly path: Path };
  readonly min: number;
  readonly max: number;
  readonly minPath: Path;
  /** Resources whose use it compares with what pods request: `cpu`, `memory`. */
  readonly shares: readonly { readonly resource: string; readonly path: Path; readonly container?: string }[];
}

/** Source: KEDA documentation, ScaledObject specification. */
const KEDA_DEFAULTS = { min: 0, max: 100 } as const;
const TARGET: Path = ['spec', 'scaleTargetRef'];

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
  const resource = textAt(metric, source, 'name');
  const container = textAt(metric, source, 'container');
  if (resource === undefined || textAt(metric, source, 'target', 'type') !== 'Utilization') return [];
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
      const resource = textAt(value, 'type');
      const isShare = (resource === 'cpu' || resource === 'memory') && textAt(value, 'metricType') !== 'AverageValue';
      return isShare ? [{ resource, path }] : [];
    }),
  };
}

function targetOf(object: ManifestObject): Pick<Autoscaler, 'object' | 'namespace' | 'target'> {
  return {
    object,
    namespace: namespaceOf(object),
    target: {
      kind: textAt(object.raw, ...TARGET, 'kind') ?? 'Deployment',
      name: textAt(object.raw, ...TARGET, 'name') ?? '',
      apiVersion: textAt(object.raw, ...TARGET, 'apiVersion') ?? 'apps/v1',
      path: TARGET,
    },
  };
}

/** Each autoscaler that scales a workload among the manifests, with the workload. */
export const scaled = perContext((context): readonly (readonly [Autoscaler, Workload])[] =>
  autoscalers(context).flatMap((autoscaler): (readonly [Autoscaler, Workload])[] => {
    const workload = context.workload(autoscaler.target.kind, autoscaler.namespace, autoscaler.target.name);
    return workload === undefined ? [] : [[autoscaler, workload]];
  }),
);

/** How many pods a workload has at least and at most. */
export interface Replicas {
  readonly min: number;
  readonly max: number;
}

/** Pods by workload; one pod for each node, or for each run, is no number that manifests say. */
export const replicasByWorkload = perContext((context): ReadonlyMap<Workload, Replicas> => {
  const counts = new Map<Workload, Replicas>();
  for (const workload of context.workloads) {
    if (COUNTED.includes(workload.kind)) counts.set(workload, { min: workload.replicas ?? 1, max: workload.replicas ?? 1 });
  }
  for (const [{ min, max }, workload] of scaled(context)) counts.set(workload, { min, max });
  return counts;
});

const COUNTED: readonly string[] = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'];
