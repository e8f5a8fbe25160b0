import type { Blueprint } from '../../blueprint/blueprint';
import type { SecretProperty } from '../secret-holder';

/** A Kubernetes object as plain data. */
export type KubernetesObject = Readonly<Record<string, unknown>>;

/** The objects of one file of a chart. Files are sorted in the order in which they are applied. */
export interface ObjectFile {
  /** Name of the file: `50-api.yaml`. */
  readonly path: string;
  /** Its objects. */
  readonly objects: readonly KubernetesObject[];
}

/** Makes the objects of the chart of a blueprint, with images by component id. Services without an image run a placeholder. */
export type ChartObjects = (blueprint: Blueprint, images: Readonly<Record<string, string>>) => readonly ObjectFile[];

/** Component id or name of the shared part of a file: `api` for `50-api.yaml`. */
export function partOf({ path }: ObjectFile): string {
  return path.replace(/^\d+-/, '').replace(/\.yaml$/, '');
}

/** API groups of objects; the core group is the empty string. */
export function apiGroupsOf(files: readonly ObjectFile[]): ReadonlySet<string> {
  return new Set(files.flatMap(({ objects }) => objects).map(({ apiVersion }) => String(apiVersion).split('/').slice(0, -1).join()));
}

/** Names of the objects of a kind. */
export function namesOf(files: readonly ObjectFile[], kind: string): ReadonlySet<string> {
  const objects = files.flatMap((file) => file.objects).filter((object) => object.kind === kind);
  return new Set(objects.map(({ metadata }) => (metadata as { readonly name: string }).name));
}

/** Properties that ExternalSecrets request, by the name of the secret. */
export function requestedSecrets(files: readonly ObjectFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const requested = new Map<string, Set<string>>();
  for (const { key, property } of files.flatMap(({ objects }) => objects).flatMap(remoteRefs)) {
    requested.set(key, (requested.get(key) ?? new Set()).add(property));
  }
  return requested;
}

/** The objects with the references of ExternalSecrets replaced by those of this stack. */
export function withSecrets(file: ObjectFile, placeOf: (requested: SecretProperty) => SecretProperty): ObjectFile {
  const renamed = file.objects.map((object) => {
    if (object.kind !== 'ExternalSecret') return object;
    const spec = object.spec as ExternalSecretSpec;
    const data = (spec.data ?? []).map((entry) => ({ ...entry, remoteRef: { ...entry.remoteRef, ...placeOf(entry.remoteRef) } }));
    return { ...object, spec: { ...spec, data } };
  });
  return { ...file, objects: renamed };
}

interface ExternalSecretSpec {
  readonly data?: readonly { readonly remoteRef: SecretProperty }[];
}

function remoteRefs({ kind, spec }: KubernetesObject): SecretProperty[] {
  return kind === 'ExternalSecret' ? ((spec as ExternalSecretSpec).data ?? []).map(({ remoteRef }) => remoteRef) : [];
}
