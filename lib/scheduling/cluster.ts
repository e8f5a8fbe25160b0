import type { ManifestObject } from '../manifests/manifest-object';
import type { ClusterWarning } from './cluster-warning';
import { FREE_KINDS } from './free-kinds';
import { impossibleAmounts } from './impossible-amounts';
import type { ObjectDemand, ObjectReader, ReaderContext } from './object-demand';
import { kindKey, ObjectIndex } from './object-index';
import { otherProviders } from './other-provider';
import type { RequestDefaults } from './pod-requests';
import { READERS } from './readers';
import type { WorkloadRecommendation } from './recommended-requests';

/** An object with its demand. */
export interface ObjectWithDemand {
  /** The object. */
  readonly object: ManifestObject;
  /** Its demand on the cluster. */
  readonly demand: ObjectDemand;
}

/** The objects of manifests that are applied together. */
export interface Cluster {
  /** Every object with its demand. */
  readonly objects: readonly ObjectWithDemand[];
  /** Assumptions of the readers, without duplicates. */
  readonly warnings: readonly ClusterWarning[];
}

/** Facts about the cluster that its manifests do not contain. */
export interface ClusterSettings {
  /** Availability Zones that nodes are in. */
  readonly zones: readonly string[];
  /** Recommended requests of workloads, for containers for which the manifests state none. Default: none. */
  readonly recommendations?: readonly WorkloadRecommendation[];
  /** Requests of containers for which neither the manifests nor a recommendation state any. Default: none, so that their workloads have no price. */
  readonly defaultRequests?: RequestDefaults;
  /** Declared number of pods of an object under the expected load; undefined when none was declared. */
  expectedCount(object: ManifestObject): number | undefined;
}

/** Reads the demand on a cluster of manifests that are applied together. An unknown demand states why it is unpriced. */
export function readCluster(objects: readonly ManifestObject[], settings: ClusterSettings): Cluster {
  const warnings = new Map<string, ClusterWarning>();
  const context: ReaderContext = {
    ...settings,
    index: new ObjectIndex(objects),
    warn: (warning) => warnings.set(JSON.stringify(warning), warning),
  };
  return {
    objects: objects.map((object) => ({ object, demand: demandOf(object, context) })),
    warnings: [...otherProviders(objects).map((mark) => ({ kind: 'other-provider' as const, ...mark })), ...warnings.values()],
  };
}

const readersByKind: ReadonlyMap<string, ObjectReader> = new Map(
  READERS.flatMap((reader) => reader.kinds.map((kind) => [kind, reader] as const)),
);

function demandOf(object: ManifestObject, context: ReaderContext): ObjectDemand {
  const key = kindKey(object);
  const reader = readersByKind.get(key);
  if (reader !== undefined) return possible(reader.read(object, context));
  const free = Object.hasOwn(FREE_KINDS, key) ? FREE_KINDS[key] : undefined;
  return free === undefined ? { unpriced: [{ kind: 'unknown-kind' }] } : { free };
}

/** The demand if its amounts are possible, else a demand that states why it cannot be priced. */
function possible(demand: ObjectDemand): ObjectDemand {
  const impossible = impossibleAmounts(demand);
  return impossible.length === 0 ? demand : { unpriced: impossible };
}
