import type { ManifestObject } from '../manifests/manifest-object';
import { FREE_KINDS } from './free-kinds';
import { kindKey, ObjectIndex } from './object-index';
import { READERS } from './readers';
import type { Reader, Reading, ReadingContext } from './reading';

/** An object with what it means for the bill. */
export interface ReadObject {
  readonly object: ManifestObject;
  readonly reading: Reading;
}

export interface Cluster {
  readonly objects: readonly ReadObject[];
  /** What was taken for granted, each once. */
  readonly remarks: readonly string[];
}

export interface ClusterSettings {
  readonly zones: readonly string[];
  expectedCount(object: ManifestObject): number | undefined;
}

/** Reads what manifests that are applied together make a cluster run. What nobody knows is a reading that says so. */
export function readCluster(objects: readonly ManifestObject[], settings: ClusterSettings): Cluster {
  const remarks = new Set<string>();
  const context: ReadingContext = { ...settings, index: new ObjectIndex(objects), remark: (text) => remarks.add(text) };
  return { objects: objects.map((object) => ({ object, reading: readingOf(object, context) })), remarks: [...remarks] };
}

const readersByKind: ReadonlyMap<string, Reader> = new Map(
  READERS.flatMap((reader) => reader.kinds.map((kind) => [kind, reader] as const)),
);

function readingOf(object: ManifestObject, context: ReadingContext): Reading {
  const key = kindKey(object);
  const reader = readersByKind.get(key);
  if (reader !== undefined) return reader.read(object, context);
  const free = Object.hasOwn(FREE_KINDS, key) ? FREE_KINDS[key] : undefined;
  return free === undefined ? { unpriced: ['which pods and volumes this kind stands for is not known'] } : { free };
}
