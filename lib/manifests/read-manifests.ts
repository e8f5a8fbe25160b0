import { basename, dirname, join } from 'node:path';
import { isPlainObject } from '../core/plain-object';
import { InputError, PATH_SUBJECT, type Problem, partProblems } from '../core/problems';
import { pathKind, readText } from '../io/files';
import { foreignKindProblem } from '../io/foreign-kind';
import type { ParsedDocument } from '../io/yaml/parse-yaml';
import { addsSelectors, type GeneratedObject, generatedBy, isKustomizationFile, patchesIn, resourcesIn } from './kustomizations';
import { MAX_MANIFEST_BYTES } from './limits';
import { type FolderFile, filesOf } from './manifest-folder';
import type { ManifestObject } from './manifest-object';
import { isOfProgram, objectsFrom } from './objects-from';
import { hasHelmAction, parseDocuments } from './parse-documents';
import type { SkippedFile } from './skipped-file';
import { subjectOf } from './subject';
import { isTemplateText } from './text-kinds';

const EXPECTED = { expected: 'a file of Kubernetes manifests, or a folder of them', maxBytes: MAX_MANIFEST_BYTES };

/** The content of files and folders. */
export interface ReadManifests {
  /** Objects in the order of the paths, and in a folder in the order of the names of its files. */
  readonly objects: readonly ManifestObject[];
  /** Files of folders that are not manifests; a file that was named is always read. */
  readonly skipped: readonly SkippedFile[];
  /** ConfigMaps and Secrets that kustomizations of folders generate. */
  readonly generated: readonly GeneratedObject[];
}

/**
 * Reads Kubernetes manifests. Each path is a file in YAML or JSON, or a folder, of which all `.yaml`, `.yml` and `.json` files are read
 * that are manifests. `excluded` are patterns of files of folders in the syntax of `.gitignore`, in addition to those of
 * `.sizingignore`. Throws an InputError with the problems of all files.
 */
export function readManifests(paths: readonly string[], excluded: readonly string[] = []): ReadManifests {
  const problems: Problem[] = [];
  const contents = paths.flatMap((path) => {
    try {
      return [pathKind(path, EXPECTED.expected) === 'file' ? contentOfFile(path) : contentOfFolder(path, excluded)];
    } catch (error) {
      // One path alone keeps its subject.
      if (!(error instanceof InputError) || paths.length === 1) throw error;
      problems.push(...partProblems(error));
      return [];
    }
  });
  if (problems.length > 0) throw new InputError('manifests', problems);
  return {
    objects: contents.flatMap(({ objects }) => objects),
    skipped: contents.flatMap(({ skipped }) => skipped),
    generated: contents.flatMap(({ generated }) => generated),
  };
}

function contentOfFile(path: string): ReadManifests {
  return { objects: parseManifests(readText(path, subjectOf(path), EXPECTED), path), skipped: [], generated: [] };
}

const WITHOUT_OBJECTS = { reason: 'contains no objects', expected: 'at least one Kubernetes object' } as const;

/** Parses manifests in YAML or JSON. The name is the file in messages and findings. Throws an InputError with every problem. */
export function parseManifests(text: string, name: string): readonly ManifestObject[] {
  const objects = objectsOf(parseDocuments(text, name), name);
  if (objects.length > 0 || /kustomize\.config\.k8s\.io/.test(text)) return objects;
  throw new InputError(subjectOf(name), [{ path: 'file', ...WITHOUT_OBJECTS }]);
}

function objectsOf(documents: readonly ParsedDocument[], name: string): readonly ManifestObject[] {
  const contents = documents.map((document, index) => objectsFrom(document, name, index + 1));
  const problems = contents.flatMap((content) => content.problems);
  if (problems.length > 0) throw new InputError(subjectOf(name), problems);
  return contents.flatMap((content) => content.objects);
}

interface ParsedFile extends FolderFile {
  readonly documents: readonly ParsedDocument[];
}

function contentOfFolder(folder: string, excluded: readonly string[]): ReadManifests {
  const { files, skipped } = filesOf(folder, excluded, EXPECTED.expected);
  if (files.length === 0) {
    throw new InputError(PATH_SUBJECT, [
      { path: folder, reason: 'contains no manifests', expected: 'files that end in .yaml, .yml or .json' },
    ]);
  }
  const problems: Problem[] = [];
  const attempt = <T>(read: () => readonly T[]): readonly T[] => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...partProblems(error));
      return [];
    }
  };
  const passed: SkippedFile[] = [];
  const parsed = files.flatMap((file) =>
    attempt((): readonly ParsedFile[] => {
      const text = readText(file.path, subjectOf(file.path), { ...EXPECTED, inside: folder });
      if (file.isInChart && hasHelmAction(text)) passed.push({ file: file.path, reason: 'helm-template' });
      else if (isTemplateText(text)) passed.push({ file: file.path, reason: 'not-a-manifest' });
      // A file with comments only is skipped, as by `kubectl apply`.
      else if (text.trim() !== '') return parsedOrPassed(file, text, passed);
      return [];
    }),
  );
  const patches = patchFiles(parsed);
  const labelled = labelledFiles(parsed);
  const objects = parsed.flatMap(({ path, documents }) => {
    if (isKustomizationFile(basename(path))) return [];
    if (patches.has(path)) passed.push({ file: path, reason: 'kustomize-patch' });
    else if (isForeign(documents)) passed.push({ file: path, reason: 'not-a-manifest' });
    else {
      const found = attempt(() => objectsOf(documents, path));
      return labelled.has(path) ? found.map((object) => ({ ...object, hasAddedLabels: true as const })) : found;
    }
    return [];
  });
  if (problems.length > 0) throw new InputError(`folder ${folder}`, problems);
  if (objects.length === 0) throw new InputError(PATH_SUBJECT, [{ path: folder, ...WITHOUT_OBJECTS }]);
  const generated = parsed.filter(isKustomization).flatMap(({ documents }) => documents.flatMap(({ value }) => generatedBy(value)));
  return { objects, skipped: [...skipped, ...passed], generated };
}

/** A line or a JSON member with the version or the kind of an object. */
const VERSION_OR_KIND = /^(?:apiVersion|kind)\s*:|"(?:apiVersion|kind)"/m;

/** A file that cannot be parsed is skipped if it is a template, or if no line of it has the version or the kind of an object. */
function parsedOrPassed(file: FolderFile, text: string, passed: SkippedFile[]): readonly ParsedFile[] {
  try {
    return [{ ...file, documents: parseDocuments(text, file.path) }];
  } catch (error) {
    const isKustomization = isKustomizationFile(basename(file.path));
    const reason = hasHelmAction(text) ? 'helm-template' : VERSION_OR_KIND.test(text) || isKustomization ? undefined : 'not-a-manifest';
    if (!(error instanceof InputError) || reason === undefined) throw error;
    passed.push({ file: file.path, reason });
    return [];
  }
}

function isKustomization({ path }: ParsedFile): boolean {
  return isKustomizationFile(basename(path));
}

/**
 * Paths of the patches of kustomizations: those that they list, and the files of a folder `patches` beside one that it does not
 * list at all, such as those that kubebuilder writes and comments out.
 */
function patchFiles(parsed: readonly ParsedFile[]): ReadonlySet<string> {
  const kustomizations = parsed.filter(isKustomization);
  const pathsIn = (read: (value: unknown) => readonly string[]) =>
    kustomizations.flatMap(({ path, documents }) =>
      documents.flatMap(({ value }) => read(value)).map((found) => join(dirname(path), found)),
    );
  const folders = new Set(kustomizations.map(({ path }) => join(dirname(path), 'patches')));
  const resources = new Set(pathsIn(resourcesIn));
  const unlisted = parsed.filter(({ path }) => folders.has(dirname(path)) && !resources.has(path) && !resources.has(dirname(path)));
  return new Set([...pathsIn(patchesIn), ...unlisted.map(({ path }) => path)]);
}

/** Paths of the files whose objects a kustomization gives labels, directly or through another kustomization. */
function labelledFiles(parsed: readonly ParsedFile[]): ReadonlySet<string> {
  const byFolder = new Map(parsed.filter(isKustomization).map((file) => [dirname(file.path), file]));
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const file = byFolder.get(path);
    for (const { value } of file?.documents ?? []) for (const resource of resourcesIn(value)) visit(join(path, resource));
  };
  for (const [folder, { documents }] of byFolder) if (documents.some(({ value }) => addsSelectors(value))) visit(folder);
  return found;
}

/** Whether no document of a file is an object, not even one that lacks a field, such as the values of a Helm chart. */
function isForeign(documents: readonly ParsedDocument[]): boolean {
  const values = documents.map(({ value }) => value).filter((value) => value !== null && value !== undefined);
  return values.length > 0 && values.every((value) => isOfAnotherKind(value) || isOfProgram(value) || !isLikeObject(value));
}

/** Whether a value has at least two fields of an object, one of which is its version or its kind. */
function isLikeObject(value: unknown): boolean {
  return has(value, 'apiVersion')
    ? ['kind', 'metadata', 'spec'].some((field) => has(value, field))
    : has(value, 'kind') && has(value, 'metadata');
}

function isOfAnotherKind(value: unknown): boolean {
  return !has(value, 'kind') && foreignKindProblem('file', value, EXPECTED.expected) !== undefined;
}

function has(value: unknown, field: string): boolean {
  return isPlainObject(value) && Object.hasOwn(value, field);
}
