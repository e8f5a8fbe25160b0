import type { PlainObject } from '../io/plain-object';
import type { ManifestObject, Path } from '../manifests/manifest-object';
import { type Selector, selectorOf } from '../manifests/selector';
import { type Item, itemsOf, numberAt, objectAt, textAt, textsAt } from '../manifests/values';

/** Something that makes pods, as far as rules ask about it, whatever version it is written in. */
export interface Workload {
  readonly object: ManifestObject;
  readonly kind: string;
  readonly namespace: string;
  /** The specification of its pods, and the way to it. */
  readonly pod: Item;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly podLabelsPath: Path;
  readonly containers: readonly Container[];
  /** Undefined for kinds that need none, and where it is missing. */
  readonly selector?: Selector;
  /** As it is written; undefined where it is left out, or the kind has none. */
  readonly replicas?: number;
}

export interface Container extends Item {
  readonly name: string;
  /** Runs to its end before the others start; a sidecar among the init containers does not. */
  readonly isInit: boolean;
}

/** Where kinds have their pods: the path of the template, whose `spec` it is. */
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

/** Kinds whose pods run until somebody stops them. */
export const LONG_RUNNING: readonly string[] = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController'];

/** The pods of an object; undefined for what makes none. */
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
    podLabels: textsAt(raw, ...podLabelsPath),
    podLabelsPath,
    containers: [
      ...itemsOf(pod, 'initContainers').map((item) => containerOf(item, textAt(item.value, 'restartPolicy') !== 'Always')),
      ...itemsOf(pod, 'containers').map((item) => containerOf(item, false)),
    ],
    ...(selector !== undefined && { selector }),
    ...(replicas !== undefined && { replicas }),
  };
}

function containerOf(item: Item, isInit: boolean): Container {
  return { ...item, name: textAt(item.value, 'name') ?? '', isInit };
}

/** Volumes of the pods, those that a StatefulSet claims for them too, by name. */
export function volumeNames({ pod, object }: Workload): ReadonlySet<string> {
  const claims = itemsOf({ value: object.raw, path: [] }, 'spec', 'volumeClaimTemplates').map(({ value }) =>
    textAt(value, 'metadata', 'name'),
  );
  const volumes = itemsOf(pod, 'volumes').map(({ value }) => textAt(value, 'name'));
  return new Set([...claims, ...volumes].filter((name) => name !== undefined));
}

export interface ContainerPort {
  readonly name?: string;
  readonly number: number;
  readonly protocol: string;
}

/** Ports that containers declare. */
export function portsOf(containers: readonly { readonly value: PlainObject }[]): readonly ContainerPort[] {
  return containers.flatMap(({ value }) =>
    itemsOf({ value, path: [] }, 'ports').flatMap(({ value: port }) => {
      const number = numberAt(port, 'containerPort');
      const name = textAt(port, 'name');
      if (number === undefined) return [];
      return [{ number, protocol: textAt(port, 'protocol') ?? 'TCP', ...(name !== undefined && { name }) }];
    }),
  );
}
