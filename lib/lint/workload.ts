import type { PlainObject } from '../core/plain-object';
import type { ManifestObject, Path } from '../manifests/manifest-object';
import { type Selector, selectorOf } from '../manifests/selector';
import { type Item, itemsOf, numberAt, objectAt, stringAt, stringsAt } from '../manifests/values';

/** An object that creates pods, reduced to what rules need, independent of its API version. */
export interface Workload {
  /** The object that creates the pods. */
  readonly object: ManifestObject;
  /** Kind of the object. */
  readonly kind: string;
  /** Namespace of the object and its pods. */
  readonly namespace: string;
  /** The specification of its pods, and the way to it. */
  readonly pod: Item;
  /** Labels of the pod template. */
  readonly podLabels: Readonly<Record<string, string>>;
  /** Path of the labels of the pod template. */
  readonly podLabelsPath: Path;
  /** Init containers, then containers. */
  readonly containers: readonly Container[];
  /** Absent for kinds without a selector, and when it is missing. */
  readonly selector?: Selector;
  /** `spec.replicas` as it is written; absent when it is missing. */
  readonly replicas?: number;
}

/** A container of a pod template. */
export interface Container extends Item {
  /** Name of the container; empty when it is missing. */
  readonly name: string;
  /** Whether it must terminate before other containers start. False for sidecars among the init containers. */
  readonly isInit: boolean;
}

/** Path of the pod template by kind. */
const TEMPLATES: ReadonlyMap<string, Path> = new Map(
  Object.entries<Path>({
    Pod: [],
    Deployment: ['spec', 'template'],
    ReplicaSet: ['spec', 'template'],
    ReplicationController: ['spec', 'template'],
    StatefulSet: ['spec', 'template'],
    DaemonSet: ['spec', 'template'],
    Job: ['spec', 'template'],
    CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  }),
);

const GROUPS: readonly string[] = ['', 'apps', 'batch', 'extensions'];

/** Kinds whose pods run until they are deleted. */
export const LONG_RUNNING: readonly string[] = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController'];

/** The workload of an object; undefined when it creates no pods. */
export function workloadOf(object: ManifestObject, namespace: string): Workload | undefined {
  const { kind, group, raw } = object;
  const template = TEMPLATES.get(kind);
  if (template === undefined || !GROUPS.includes(group)) return undefined;
  const podPath = [...template, 'spec'];
  const pod = { value: objectAt(raw, ...podPath), path: podPath };
  const podLabelsPath = [...template, 'metadata', 'labels'];
  const selector = kind === 'Pod' || kind === 'ReplicationController' ? undefined : selectorOf(objectAt(raw, 'spec').selector);
  const replicas = numberAt(raw, 'spec', 'replicas');
  return {
    object,
    kind,
    namespace,
    pod,
    podLabels: stringsAt(raw, ...podLabelsPath),
    podLabelsPath,
    containers: [
      ...itemsOf(pod, 'initContainers').map((item) => containerOf(item, stringAt(item.value, 'restartPolicy') !== 'Always')),
      ...itemsOf(pod, 'containers').map((item) => containerOf(item, false)),
    ],
    ...(selector !== undefined && { selector }),
    ...(replicas !== undefined && { replicas }),
  };
}

function containerOf(item: Item, isInit: boolean): Container {
  return { ...item, name: stringAt(item.value, 'name') ?? '', isInit };
}

/** Names of the volumes of the pods, including the claims of a StatefulSet. */
export function volumeNames({ pod, object }: Workload): ReadonlySet<string> {
  const claims = itemsOf({ value: object.raw, path: [] }, 'spec', 'volumeClaimTemplates').map(({ value }) =>
    stringAt(value, 'metadata', 'name'),
  );
  const volumes = itemsOf(pod, 'volumes').map(({ value }) => stringAt(value, 'name'));
  return new Set([...claims, ...volumes].filter((name) => name !== undefined));
}

/** A port that a container declares. */
export interface ContainerPort {
  /** Name of the port; absent when it has none. */
  readonly name?: string;
  /** Port number. */
  readonly number: number;
  /** `TCP`, `UDP` or `SCTP`. Default: `TCP`. */
  readonly protocol: string;
}

/** Ports that containers declare. */
export function portsOf(containers: readonly { readonly value: PlainObject }[]): readonly ContainerPort[] {
  return containers.flatMap(({ value }) =>
    itemsOf({ value, path: [] }, 'ports').flatMap(({ value: port }) => {
      const number = numberAt(port, 'containerPort');
      const name = stringAt(port, 'name');
      if (number === undefined) return [];
      return [{ number, protocol: stringAt(port, 'protocol') ?? 'TCP', ...(name !== undefined && { name }) }];
    }),
  );
}
