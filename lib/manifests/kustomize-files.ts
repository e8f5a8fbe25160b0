import { basename, dirname, join } from 'node:path';
import { InputError } from '../core/problems';
import type { ParsedDocument } from '../io/yaml/parse-yaml';
import { componentsIn, isKustomizationFile, type ObjectId, patchesIn, podLabelsAdded, renamed, resourcesIn } from './kustomizations';
import { changesIn, type FieldNames, type KustomizeChange } from './kustomize-changes';
import type { FolderFile } from './manifest-folder';
import type { ManifestObject } from './manifest-object';
import { parseDocuments } from './parse-documents';
import type { Labels } from './selector';

/** A file of a folder with its documents. */
export interface ParsedFile extends FolderFile {
  /** The documents, in the order of the file. */
  readonly documents: readonly ParsedDocument[];
}

/** Whether a file is a kustomization. */
export function isKustomization({ path }: ParsedFile): boolean {
  return isKustomizationFile(basename(path));
}

/**
 * Paths of the patches of kustomizations: those that they list, and the files of a folder `patches` or with `patch` in their name, beside
 * one or one folder below, that it does not list at all, such as those that kubebuilder writes and comments out.
 */
export function patchFiles(parsed: readonly ParsedFile[]): ReadonlySet<string> {
  const kustomizations = parsed.filter(isKustomization);
  const pathsIn = (read: (value: unknown) => readonly string[]) =>
    kustomizations.flatMap(({ path, documents }) =>
      documents.flatMap(({ value }) => read(value)).map((found) => join(dirname(path), found)),
    );
  const folders = new Set(kustomizations.map(({ path }) => dirname(path)));
  const resources = new Set(pathsIn(resourcesIn));
  const isPatch = (path: string) =>
    (basename(dirname(path)) === 'patches' && folders.has(dirname(dirname(path))) && !resources.has(dirname(path))) ||
    (/(?:^|[-_.])patch(?:[-_.]|$)/.test(basename(path)) && [dirname(path), dirname(dirname(path))].some((folder) => folders.has(folder)));
  const unlisted = parsed.filter(({ path }) => isPatch(path) && !resources.has(path));
  return new Set([...pathsIn(patchesIn), ...unlisted.map(({ path }) => path)]);
}

/** Paths of the files whose objects such a kustomization changes, directly or through another kustomization. */
export function filesChangedBy(parsed: readonly ParsedFile[], isSuch: (kustomization: unknown) => boolean): ReadonlySet<string> {
  const byFolder = kustomizationsByFolder(parsed);
  const changing = [...byFolder.keys()].filter((folder) => withComponents(folder, byFolder).some(isSuch));
  return new Set(changing.flatMap((folder) => [...filesOfKustomization(folder, byFolder).keys()]));
}

/** Labels that kustomizations add to the pods of each file, directly or through another one: an item for each kustomization. */
export function labelsOfFiles(parsed: readonly ParsedFile[]): ReadonlyMap<string, readonly Labels[]> {
  const byFolder = kustomizationsByFolder(parsed);
  const found = new Map<string, Labels[]>();
  for (const folder of byFolder.keys()) {
    const added = withComponents(folder, byFolder)
      .map(podLabelsAdded)
      .filter((labels) => Object.keys(labels).length > 0);
    if (added.length === 0) continue;
    for (const path of filesOfKustomization(folder, byFolder).keys()) found.set(path, [...(found.get(path) ?? []), ...added]);
  }
  return found;
}

/**
 * A kustomization and the components that it lists, directly or through another one: each changes the objects of the kustomization.
 * Source: kustomize, `KustTarget.accumulateComponents`.
 */
function withComponents(folder: string, byFolder: ReadonlyMap<string, ParsedFile>, seen: readonly string[] = [folder]): readonly unknown[] {
  const values = byFolder.get(folder)?.documents.map(({ value }) => value) ?? [];
  const components = values
    .flatMap(componentsIn)
    .map((path) => join(folder, path))
    .filter((component) => !seen.includes(component));
  return [...values, ...components.flatMap((component) => withComponents(component, byFolder, [...seen, component]))];
}

function kustomizationsByFolder(parsed: readonly ParsedFile[]): ReadonlyMap<string, ParsedFile> {
  return new Map(parsed.filter(isKustomization).map((file) => [dirname(file.path), file]));
}

/**
 * Paths of the files and folders that a kustomization has by `resources`, `bases` and `components`, directly or through another one, each
 * with the kustomizations on the way, the nearest one first and without the given one.
 */
function filesOfKustomization(folder: string, byFolder: ReadonlyMap<string, ParsedFile>): ReadonlyMap<string, readonly unknown[]> {
  const found = new Map<string, readonly unknown[]>();
  const visit = (path: string, through: readonly unknown[]): void => {
    if (found.has(path)) return;
    found.set(path, through);
    const values = byFolder.get(path)?.documents.map(({ value }) => value) ?? [];
    for (const value of values) {
      for (const resource of resourcesIn(value)) visit(join(path, resource), path === folder ? [] : [value, ...through]);
    }
  };
  visit(folder, []);
  return found;
}

/** Gives the fields of an object that a kustomization changes. */
export type ChangedFields = (object: ManifestObject) => readonly FieldNames[];

/** The changed fields of the objects of each file. A component changes the objects of the kustomization that lists it. */
export function changesOfFiles(parsed: readonly ParsedFile[]): ReadonlyMap<string, readonly ChangedFields[]> {
  const byFolder = kustomizationsByFolder(parsed);
  const byPath = new Map(parsed.map(({ path, documents }) => [path, documents.map(({ value }) => value)]));
  const changesOfFolder = (folder: string, seen: readonly string[] = []): readonly KustomizeChange[] =>
    (byFolder.get(folder)?.documents ?? []).flatMap(({ value }) => [
      ...changesIn(value, { file: (path) => byPath.get(join(folder, path)), text: documentsOfText }),
      ...componentsIn(value)
        .map((path) => join(folder, path))
        .filter((component) => !seen.includes(component))
        .flatMap((component) => changesOfFolder(component, [...seen, component])),
    ]);
  const found = new Map<string, ChangedFields[]>();
  for (const [folder, { documents }] of byFolder) {
    const changes = changesOfFolder(folder);
    if (changes.length === 0) continue;
    const components = documents
      .flatMap(({ value }) => componentsIn(value))
      .flatMap((path) => byFolder.get(join(folder, path))?.documents.map(({ value }) => value) ?? []);
    for (const [path, through] of filesOfKustomization(folder, byFolder)) {
      const changedFields: ChangedFields = (object) => {
        const ids = idsOf(object, [...through, ...components]);
        return changes.filter(({ applies }) => applies(object, ids)).flatMap(({ fields }) => fields);
      };
      found.set(path, [...(found.get(path) ?? []), changedFields]);
    }
  }
  return found;
}

/** The names of an object in its file and after each kustomization: patches refer to it by any of them. Source: kustomize, `resWrangler.GetById`. */
function idsOf({ name, namespace }: ManifestObject, kustomizations: readonly unknown[]): readonly ObjectId[] {
  const ids: ObjectId[] = [{ name, ...(namespace !== undefined && { namespace }) }];
  for (const kustomization of kustomizations) ids.push(renamed(ids.at(-1) ?? { name }, kustomization));
  return ids;
}

/** The documents of a patch that is written in a kustomization. One that cannot be read changes nothing that is known. */
function documentsOfText(text: string): readonly unknown[] {
  try {
    return parseDocuments(text, 'patch.yaml').map(({ value }) => value);
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}
