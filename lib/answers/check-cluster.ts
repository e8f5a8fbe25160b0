import { LimitExceededError } from '../core/problems';
import type { ClusterObject } from '../kubernetes/manifests/cluster-objects';
import type { ManifestObject } from '../manifests/manifest-object';
import { readManifests } from '../manifests/read-manifests';
import { matches, selectorOf } from '../manifests/selector';
import { at, itemsAt, stringAt } from '../manifests/values';
import type { ManifestsAnswer } from './manifests';

/** State of a requirement in a cluster. */
export type ClusterState =
  /** The cluster has it. */
  | { readonly kind: 'present' }
  /** The file has objects of the kind, and this one is not among them. */
  | { readonly kind: 'missing' }
  /** The cluster has it in a form that the manifests cannot use. */
  | {
      readonly kind: 'unsuitable';
      /** Field or property that does not fit. */
      readonly property: string;
      /** Its value in the cluster; empty for none. */
      readonly found: string;
      /** Value that the manifests require. */
      readonly required: string;
    }
  /** The file contains no object of the kind, so that the cluster may have it. */
  | {
      readonly kind: 'not-in-file';
      /** Kind of objects that the file must contain. */
      readonly objectKind: string;
    }
  /** Nothing in a cluster shows it, such as an IAM role. */
  | { readonly kind: 'outside' };

/** A version of Kubernetes that the cluster must have. */
export interface KubernetesRequirement {
  /** Marks the version among the objects. */
  readonly kind: 'kubernetes';
  /** Oldest version, such as `1.31`. */
  readonly minimumVersion: string;
}

/** One requirement of the manifests, compared with a cluster. */
export interface CheckedRequirement {
  /** The requirements of the manifests. */
  readonly requirement: ClusterObject | KubernetesRequirement;
  /** Its state in the cluster. */
  readonly state: ClusterState;
}

/** The requirements of manifests, compared with the objects of a cluster. */
export interface ClusterCheck {
  /** Id of the system. */
  readonly system: string;
  /** Id of the tier. */
  readonly tier: string;
  /** The file with the objects of the cluster. */
  readonly file: string;
  /** The requirements in the order in which the README of the directory lists them. */
  readonly requirements: readonly CheckedRequirement[];
}

/**
 * Compares the requirements of rendered manifests with the objects of a cluster, from a file that `kubectl get -o json` or `-o yaml`
 * wrote. Throws an InputError for a file that contains no Kubernetes objects.
 */
export function checkCluster({ blueprint, directories, requirements }: ManifestsAnswer, file: string): ClusterCheck {
  const { objects } = readManifests([file]);
  const [primary] = directories;
  const version = requirements.find(({ name }) => name === 'Kubernetes')?.minimumVersion;
  return {
    system: blueprint.system.id,
    tier: blueprint.tier.id,
    file,
    requirements: [
      ...(version === undefined
        ? []
        : [{ requirement: { kind: 'kubernetes' as const, minimumVersion: version }, state: versionState(version, objects) }]),
      ...(primary?.notes.clusterObjects ?? []).map((requirement) => ({ requirement, state: stateOf(requirement, objects) })),
    ],
  };
}

/** Requirements that the cluster does not meet, or that the file does not show, as an error; empty when there are none. */
export function clusterFailures({ requirements }: ClusterCheck): readonly LimitExceededError[] {
  const count = (...kinds: readonly ClusterState['kind'][]) => requirements.filter(({ state }) => kinds.includes(state.kind)).length;
  const [unmet, unknown] = [count('missing', 'unsuitable'), count('not-in-file')];
  return unmet + unknown === 0 ? [] : [new LimitExceededError({ kind: 'cluster', unmet, unknown })];
}

/** Nodes report the version of their kubelet, which is at most that of the API server. Source: Kubernetes, "Version Skew Policy". */
function versionState(minimum: string, objects: readonly ManifestObject[]): ClusterState {
  const nodes = objects.filter(({ kind }) => kind === 'Node');
  if (nodes.length === 0) return { kind: 'not-in-file', objectKind: 'Node' };
  const versions = nodes.map(({ raw }) => stringAt(raw, 'status', 'nodeInfo', 'kubeletVersion') ?? '');
  const unsuitable = versions.find((version) => !isAtLeast(version, minimum));
  return unsuitable === undefined
    ? { kind: 'present' }
    : { kind: 'unsuitable', property: 'kubelet', found: unsuitable, required: `${minimum} or newer` };
}

/** Whether `v1.33.4-eks-1a2b3c` is at least `1.31`. */
function isAtLeast(version: string, minimum: string): boolean {
  const [found, required] = [minorOf(version), minorOf(minimum)];
  return found !== undefined && required !== undefined && found >= required;
}

function minorOf(version: string): number | undefined {
  const minor = /^v?1\.(\d{1,4})(?:\D|$)/.exec(version)?.[1];
  return minor === undefined ? undefined : Number(minor);
}

function stateOf(requirement: ClusterObject, objects: readonly ManifestObject[]): ClusterState {
  switch (requirement.kind) {
    case 'definition':
      return definitionState(requirement, objects);
    case 'object':
      return objectState(requirement, objects);
    case 'namespace':
      return presence(objects, 'Namespace', requirement.name);
    case 'selection':
      return selectionState(requirement, objects);
    case 'node-role':
    case 'discovery-tag':
      return { kind: 'outside' };
  }
}

type Requirement<Kind extends ClusterObject['kind']> = Extract<ClusterObject, { readonly kind: Kind }>;

function definitionState({ group, version, objectKind }: Requirement<'definition'>, objects: readonly ManifestObject[]): ClusterState {
  const definitions = objects.filter(({ kind }) => kind === 'CustomResourceDefinition');
  if (definitions.length === 0) return { kind: 'not-in-file', objectKind: 'CustomResourceDefinition' };
  const found = definitions.find(
    ({ raw }) => stringAt(raw, 'spec', 'group') === group && stringAt(raw, 'spec', 'names', 'kind') === objectKind,
  );
  if (found === undefined) return { kind: 'missing' };
  const served = itemsAt(found.raw, 'spec', 'versions')
    .filter(({ value }) => at(value, 'served') === true)
    .map(({ value }) => stringAt(value, 'name') ?? '');
  return served.includes(version)
    ? { kind: 'present' }
    : { kind: 'unsuitable', property: 'served versions', found: served.join(', '), required: version };
}

function presence(objects: readonly ManifestObject[], objectKind: string, name: string): ClusterState {
  const ofKind = objects.filter(({ kind }) => kind === objectKind);
  if (ofKind.length === 0) return { kind: 'not-in-file', objectKind };
  return ofKind.some((object) => object.name === name) ? { kind: 'present' } : { kind: 'missing' };
}

/** Volumes are created in the zone of their pod only by classes that wait for the pod. */
const BINDING_MODE = 'WaitForFirstConsumer';

function objectState({ objectKind, name }: Requirement<'object'>, objects: readonly ManifestObject[]): ClusterState {
  const state = presence(objects, objectKind, name);
  if (state.kind !== 'present' || objectKind !== 'StorageClass') return state;
  const found = objects.find((object) => object.kind === objectKind && object.name === name);
  // Absent: Immediate. Source: Kubernetes API reference, StorageClass, volumeBindingMode.
  const mode = stringAt(found?.raw, 'volumeBindingMode') ?? 'Immediate';
  return mode === BINDING_MODE ? state : { kind: 'unsuitable', property: 'volumeBindingMode', found: mode, required: BINDING_MODE };
}

/** Fields of a Prometheus that select objects and their namespaces. */
const SELECTORS = {
  PodMonitor: ['podMonitorSelector', 'podMonitorNamespaceSelector'],
  PrometheusRule: ['ruleSelector', 'ruleNamespaceSelector'],
} as const;

/**
 * A selector that is not set selects no objects, and only the namespace of the Prometheus. Source: Prometheus Operator, API
 * reference, PrometheusSpec, podMonitorSelector and podMonitorNamespaceSelector.
 */
function selectionState(requirement: Requirement<'selection'>, objects: readonly ManifestObject[]): ClusterState {
  const servers = objects.filter(({ group, kind }) => kind === 'Prometheus' && group === 'monitoring.coreos.com');
  if (servers.length === 0) return { kind: 'not-in-file', objectKind: 'Prometheus' };
  const [selectorField, namespaceField] = SELECTORS[requirement.objectKind];
  const isSelected = servers.some(({ raw, namespace }) => {
    const ofObjects = selectorOf(at(raw, 'spec', selectorField));
    const ofNamespaces = selectorOf(at(raw, 'spec', namespaceField));
    const hasNamespace =
      ofNamespaces === undefined ? namespace === requirement.namespace : matches(ofNamespaces, requirement.namespaceLabels);
    return hasNamespace && ofObjects !== undefined && matches(ofObjects, requirement.labels);
  });
  return isSelected ? { kind: 'present' } : { kind: 'missing' };
}
