import { isPlainObject } from '../core/plain-object';
import type { GeneratedObject } from '../manifests/kustomizations';
import type { ManifestObject } from '../manifests/manifest-object';
import { namespaceOf } from '../manifests/namespace';
import { type Labels, matches, type Selector } from '../manifests/selector';
import type { UnreadableFile } from '../manifests/unreadable-file';
import { isGivenBy, isOfController } from './controller-labels';
import { builtInKinds, kindOf } from './schema';
import { type Workload, workloadOf } from './workload';

/** Settings of the cluster that the manifests are meant for. */
export interface ClusterSettings {
  /** Number of zones that the cluster has nodes in. Default: 3, as in most regions of cloud providers. */
  readonly zones: number;
  /** CustomResourceDefinitions that the cluster has, in addition to those of the manifests. Default: none. */
  readonly definitions?: readonly ManifestObject[];
  /** ConfigMaps and Secrets that kustomizations generate, in the namespaces of the objects that refer to them. Default: none. */
  readonly generated?: readonly GeneratedObject[];
  /** Files of the manifests that cannot be read. Default: none. */
  readonly unreadable?: readonly UnreadableFile[];
}

/** Settings when none are given. */
export const DEFAULT_CLUSTER_SETTINGS: ClusterSettings = { zones: 3 };

/** Namespace in keys of cluster-scoped objects, which every namespace can refer to. */
const ANY_NAMESPACE = '';

/** All objects that are checked together, with indexes for the rules. */
export class LintContext {
  /** All workloads among the objects. */
  readonly workloads: readonly Workload[];
  readonly #byKind = new Map<string, ManifestObject[]>();
  readonly #byName = new Map<string, ManifestObject[]>();
  readonly #workloadsBy = new Map<string, Workload[]>();
  readonly #labelled: readonly Workload[];
  readonly #workloadOf = new Map<ManifestObject, Workload>();
  readonly #customNames = new Map<string, string[]>();
  readonly #customLabels = new Map<string, Labels[]>();

  constructor(
    /** The objects that are checked together, in the order of the files. */
    readonly objects: readonly ManifestObject[],
    /** Settings of the cluster. */
    readonly cluster: ClusterSettings,
    /** Ids of all rules, also of those that are not checked. */
    readonly ruleIds: readonly string[],
  ) {
    for (const object of objects) {
      push(this.#byKind, object.kind, object);
      push(this.#byName, nameKey(object.kind, isClusterWide(object) ? ANY_NAMESPACE : namespaceOf(object), object.name), object);
      if (!isCustom(object)) continue;
      push(this.#customNames, namespaceOf(object), object.name);
      for (const labels of labelsWithin(object.raw.spec)) push(this.#customLabels, namespaceOf(object), labels);
    }
    this.workloads = objects.flatMap((object) => workloadOf(object, namespaceOf(object)) ?? []);
    this.#labelled = this.workloads.filter(({ object }) => object.addedPodLabels !== undefined);
    for (const workload of this.workloads) {
      this.#workloadOf.set(workload.object, workload);
      push(this.#workloadsBy, workload.namespace, workload);
      for (const [key, value] of Object.entries(workload.podLabels))
        push(this.#workloadsBy, labelKey(workload.namespace, key, value), workload);
    }
  }

  /** Objects of the given kinds, in the order of the kinds. */
  readonly ofKind = (...kinds: readonly string[]): readonly ManifestObject[] => kinds.flatMap((kind) => this.#byKind.get(kind) ?? []);

  /**
   * The object of a kind and name; the namespace is ignored for cluster-scoped objects. The last one of several, which replaces the
   * others. Undefined when the manifests do not contain it.
   */
  find(kind: string, namespace: string, name: string): ManifestObject | undefined {
    return this.variants(kind, namespace, name).at(-1);
  }

  /** All objects of a kind and name, as a folder with variants of an application has them. */
  variants(kind: string, namespace: string, name: string): readonly ManifestObject[] {
    return this.#byName.get(nameKey(kind, namespace, name)) ?? this.#byName.get(nameKey(kind, ANY_NAMESPACE, name)) ?? [];
  }

  /** The workload of a kind and name in a namespace; undefined when the manifests do not contain it. */
  workload(kind: string, namespace: string, name: string): Workload | undefined {
    const object = this.find(kind, namespace, name);
    return object === undefined ? undefined : this.#workloadOf.get(object);
  }

  /** Workloads of a namespace whose pods a selector selects. */
  selected(namespace: string, selector: Selector): readonly Workload[] {
    const given = Object.keys(selector.labels).filter(isOfController);
    if (given.length > 0) {
      const stated = { ...selector, labels: Object.fromEntries(Object.entries(selector.labels).filter(([key]) => !isOfController(key))) };
      return this.selected(namespace, stated).filter(({ kind, object: { name } }) =>
        given.every((key) => isGivenBy(kind, name, key, selector.labels[key] ?? '')),
      );
    }
    const lists = Object.entries(selector.labels).map(([key, value]) => this.#workloadsBy.get(labelKey(namespace, key, value)) ?? []);
    const fewest = lists.sort((a, b) => a.length - b.length)[0] ?? this.#workloadsBy.get(namespace) ?? [];
    return fewest.filter(({ podLabels }) => matches(selector, podLabels));
  }

  /**
   * Workloads whose pods a selector selects only with labels that kustomizations add to them, in its namespace or in one that a
   * kustomization replaces.
   */
  selectedByAddedLabels(namespace: string, selector: Selector): readonly Workload[] {
    return this.#labelled.filter(({ namespace: own, podLabels, object: { addedPodLabels = [], hasAddedNamespace } }) => {
      if ((own !== namespace && hasAddedNamespace !== true) || matches(selector, podLabels)) return false;
      return [...addedPodLabels, Object.assign({}, ...addedPodLabels)].some((labels) => matches(selector, { ...podLabels, ...labels }));
    });
  }

  /**
   * Whether an operator may create the pods that a selector selects: a label value is the name of a custom resource of the
   * namespace, as operators label their pods, or a custom resource sets the labels of its pods.
   */
  mayBeOperated(namespace: string, selector: Selector): boolean {
    const names = this.#customNames.get(namespace) ?? [];
    const selectedValues = [...Object.values(selector.labels), ...selector.expressions.flatMap(({ values }) => values)];
    return selectedValues.some((value) => names.includes(value)) || this.selectsCustomLabels(namespace, selector);
  }

  /** Whether a selector matches labels that a custom resource of the namespace sets, such as those of a pod template in it. */
  selectsCustomLabels(namespace: string, selector: Selector): boolean {
    return (this.#customLabels.get(namespace) ?? []).some((labels) => matches(selector, labels));
  }

  /** Whether a kustomization generates a ConfigMap or Secret of this name. */
  isGenerated(kind: string, name: string): boolean {
    return this.cluster.generated?.some((object) => object.kind === kind && object.name === name) ?? false;
  }

  /** Whether an operator may create an object of this name: operators use the name of the custom resource as a prefix, `shop-db-app`. */
  mayBeCreated(namespace: string, name: string): boolean {
    return (this.#customNames.get(namespace) ?? []).some((owner) => name === owner || name.startsWith(`${owner}-`));
  }
}

/** Every field `labels` in the specification of a custom resource, at any depth. */
function labelsWithin(value: unknown): Labels[] {
  if (Array.isArray(value)) return value.flatMap(labelsWithin);
  if (!isPlainObject(value)) return [];
  return Object.entries(value).flatMap(([field, inner]) => {
    const isLabels = field === 'labels' && isPlainObject(inner) && Object.values(inner).every((text) => typeof text === 'string');
    return isLabels ? [inner as Labels] : labelsWithin(inner);
  });
}

/** Whether the kind of an object is cluster-scoped. */
export function isClusterWide({ apiVersion, kind }: ManifestObject): boolean {
  return kindOf(apiVersion, kind)?.namespaced === false;
}

const BUILT_IN_GROUPS = new Set<string>();

/** Whether an API group belongs to Kubernetes itself. */
export function isBuiltInGroup(group: string): boolean {
  if (BUILT_IN_GROUPS.size === 0)
    for (const kind of builtInKinds()) BUILT_IN_GROUPS.add(kind.split('/').length > 2 ? (kind.split('/')[0] ?? '') : '');
  return BUILT_IN_GROUPS.has(group) || group === 'extensions';
}

/** Whether an object is a custom resource whose operator creates pods. Assumed for unknown kinds. */
function isCustom({ apiVersion, kind, group, name }: ManifestObject): boolean {
  const known = kindOf(apiVersion, kind);
  return name !== '' && !isBuiltInGroup(group) && (known === undefined || known.makesPods === true);
}

function nameKey(kind: string, namespace: string, name: string): string {
  return `${kind}/${namespace}/${name}`;
}

function labelKey(namespace: string, key: string, value: string): string {
  return `${namespace}\0${key}\0${value}`;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
