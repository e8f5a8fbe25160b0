import type { Blueprint } from '../../blueprint/blueprint';

/** Plain objects of a cluster, and what can be read from them without knowing their kinds. */

export type KubernetesObject = Readonly<Record<string, unknown>>;

/** The objects of one file of a chart: `50-api.yaml`. Files are in the order in which they are applied. */
export interface ObjectFile {
  readonly path: string;
  readonly objects: readonly KubernetesObject[];
}

/** Makes the objects of a blueprint's chart, with images of its services by component id; those without run a placeholder. */
export type ChartObjects = (blueprint: Blueprint, images: Readonly<Record<string, string>>) => readonly ObjectFile[];

/** Id of the component, or name of the shared part, that a file is of: `api` of `50-api.yaml`. */
export function partOf({ path }: ObjectFile): string {
  return path.replace(/^\d+-/, '').replace(/\.yaml$/, '');
}

/** API groups of objects; that of Kubernetes' first kinds has no name. */
export function apiGroupsOf(files: readonly ObjectFile[]): ReadonlySet<string> {
  return new Set(files.flatMap(({ objects }) => objects).map(({ apiVersion }) => String(apiVersion).split('/').slice(0, -1).join()));
}

/** Names of all objects of a kind. */
export function namesOf(files: readonly ObjectFile[], kind: string): ReadonlySet<string> {
  const objects = files.flatMap((file) => file.objects).filter((object) => object.kind === kind);
  return new Set(objects.map(({ metadata }) => (metadata as { readonly name: string }).name));
}

/** A property of a secret of the store, as ExternalSecrets ask for it. */
export interface SecretProperty {
  readonly key: string;
  readonly property: string;
}

/** Properties that objects ask of each secret of the store, by the secret's name. */
export function askedSecrets(files: readonly ObjectFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>();
  for (const { key, property } of files.flatMap(({ objects }) => objects).flatMap(remoteRefs)) {
    asked.set(key, (asked.get(key) ?? new Set()).add(property));
  }
  return asked;
}

/** The same objects, asking for secrets where they are in this stack. */
export function withSecrets(file: ObjectFile, placeOf: (asked: SecretProperty) => SecretProperty): ObjectFile {
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
