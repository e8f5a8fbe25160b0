import type { Demand } from '../../lib/selection/instances-for-services';
import type { AppliedObject } from './applied-objects';

interface Container {
  readonly restartPolicy?: string;
  readonly resources?: { readonly requests?: Record<string, string>; readonly limits?: Record<string, string> };
}
interface Workload {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly replicas?: number;
    readonly scaleTargetRef?: { readonly name: string };
    readonly maxReplicas?: number;
    readonly maxReplicaCount?: number;
    readonly template: {
      readonly spec: {
        readonly nodeSelector?: Record<string, string>;
        readonly containers: Container[];
        readonly initContainers?: Container[];
      };
    };
  };
}

const SETS = new Set(['Deployment', 'StatefulSet']);
const SCALERS = new Set(['HorizontalPodAutoscaler', 'ScaledObject']);

/** Requests of the maximum number of pods, by the name of their node pool. */
export function demandsByPool(objects: readonly AppliedObject[]): ReadonlyMap<string, readonly Demand[]> {
  const scalers = objects.filter(({ kind }) => SCALERS.has(kind)).map(({ object }) => (object as Workload).spec);
  const most = new Map(scalers.map((spec) => [spec.scaleTargetRef?.name, spec.maxReplicas ?? spec.maxReplicaCount]));
  const pools = new Map<string, Demand[]>();
  for (const { kind, name, object } of objects) {
    if (!SETS.has(kind)) continue;
    const { replicas = 1, template } = (object as Workload).spec;
    const pool = template.spec.nodeSelector?.['sizing-blueprints/pool'] ?? 'any';
    const copies = Array.from({ length: most.get(name) ?? replicas }, () => demandOf(template.spec));
    pools.set(pool, [...(pools.get(pool) ?? []), ...copies]);
  }
  return pools;
}

function demandOf({ containers, initContainers = [] }: Workload['spec']['template']['spec']): Demand {
  const running = [...containers, ...initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always')].map(
    ({ resources }) => resources,
  );
  const sum = (amountOf: (resources: Container['resources']) => number) => running.reduce((total, each) => total + amountOf(each), 0);
  return {
    vcpu: sum((each) => processors(each?.requests?.cpu)),
    memoryMib: sum((each) => mebibytes(each?.requests?.memory)),
    gpus: sum((each) => Number(each?.limits?.['nvidia.com/gpu'] ?? 0)),
  };
}

function processors(text = '0'): number {
  return text.endsWith('m') ? Number(text.slice(0, -1)) / 1_000 : Number(text);
}

function mebibytes(text = '0Mi'): number {
  const amount = Number.parseFloat(text);
  if (text.endsWith('Gi')) return amount * 1_024;
  if (text.endsWith('Mi')) return amount;
  throw new Error(`no memory: ${text}`);
}
