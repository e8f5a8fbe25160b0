import { basename } from 'node:path';
import { isPlainObject } from '../core/plain-object';
import { InputError, PATH_SUBJECT, type Problem, partProblems } from '../core/problems';
import { pathKind, readText } from '../io/files';
import { foreignKindProblem } from '../io/foreign-kind';
import type { ParsedDocument } from '../io/yaml/parse-yaml';
import { chainsawFiles, isKuttlAssertion } from './assertion-files';
import { addsSelectors, type GeneratedObject, generatedBy, isKustomizationFile, setsNamespace } from './kustomizations';
import { changesOfFiles, filesChangedBy, isKustomization, labelsOfFiles, type ParsedFile, patchFiles } from './kustomize-files';
import { MAX_MANIFEST_BYTES } from './limits';
import { type FolderFile, filesOf } from './manifest-folder';
import type { ManifestObject } from './manifest-object';
import { isOfProgram, objectsFrom } from './objects-from';
import { hasHelmAction, parseDocuments } from './parse-documents';
import type { SkippedFile } from './skipped-file';
import { subjectOf } from './subject';
import { isTemplateText } from './text-kinds';
import type { UnreadableFile } from './unreadable-file';

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

/** The content of files and folders, some of which cannot be read. */
export interface PartlyRead extends ReadManifests {
  /** Files with problems. Their other documents are among the objects if their syntax is valid. */
  readonly unreadable: readonly UnreadableFile[];
}

/**
 * Reads Kubernetes manifests. Each path is a file in YAML or JSON, or a folder, of which all `.yaml`, `.yml` and `.json` files are read
 * that are manifests. `excluded` are patterns of files of folders in the syntax of `.gitignore`, in addition to those of
 * `.sizingignore`. Throws an InputError with the problems of all files.
 */
export function readManifests(paths: readonly string[], excluded: readonly string[] = []): ReadManifests {
  return joined(contentsOf(paths, excluded, requireReadable));
}

/** Reads Kubernetes manifests as `readManifests` does, except for files that cannot be read. Throws an InputError where nothing can be. */
export function readPartly(paths: readonly string[], excluded: readonly string[] = []): PartlyRead {
  const read = joined(contentsOf(paths, excluded, (content) => content));
  return read.objects.length > 0 ? read : { ...readManifests(paths, excluded), unreadable: [] };
}

type Content = PartlyRead & { readonly path: string };

function contentsOf(
  paths: readonly string[],
  excluded: readonly string[],
  accept: (content: Content) => PartlyRead,
): readonly PartlyRead[] {
  const problems: Problem[] = [];
  const contents = paths.flatMap((path) => {
    try {
      const content = pathKind(path, EXPECTED.expected) === 'file' ? contentOfFile(path) : contentOfFolder(path, excluded);
      return [accept({ ...content, path })];
    } catch (error) {
      // One path alone keeps its subject.
      if (!(error instanceof InputError) || paths.length === 1) throw error;
      problems.push(...partProblems(error));
      return [];
    }
  });
  if (problems.length > 0) throw new InputError('manifests', problems);
  return contents;
}

function requireReadable(content: Content): PartlyRead {
  const { unreadable, path } = content;
  const [first] = unreadable;
  if (first === undefined) return content;
  if (first.file === path) throw first.error;
  throw new InputError(
    `folder ${path}`,
    unreadable.flatMap(({ error }) => partProblems(error)),
  );
}

function joined(contents: readonly PartlyRead[]): PartlyRead {
  return {
    objects: contents.flatMap(({ objects }) => objects),
    skipped: contents.flatMap(({ skipped }) => skipped),
    generated: contents.flatMap(({ generated }) => generated),
    unreadable: contents.flatMap(({ unreadable }) => unreadable),
  };
}

function contentOfFile(path: string): PartlyRead {
  const text = readText(path, subjectOf(path), EXPECTED);
  const { value: documents, unreadable } = attempt(path, () => parseDocuments(text, path));
  if (documents === undefined) return { objects: [], skipped: [], generated: [], unreadable };
  const content = objectsOf(documents, path);
  requireObjects(content, text, path);
  return { ...content, skipped: [], generated: [] };
}

/** The value that reading a file returns, or the problems of a file that cannot be read. */
function attempt<T>(file: string, read: () => T): { readonly value?: T; readonly unreadable: readonly UnreadableFile[] } {
  try {
    return { value: read(), unreadable: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { unreadable: [{ file, error }] };
  }
}

const WITHOUT_OBJECTS = { reason: 'contains no objects', expected: 'at least one Kubernetes object' } as const;

/** Parses manifests in YAML or JSON. The name is the file in messages and findings. Throws an InputError with every problem. */
export function parseManifests(text: string, name: string): readonly ManifestObject[] {
  const content = objectsOf(parseDocuments(text, name), name);
  for (const { error } of content.unreadable) throw error;
  requireObjects(content, text, name);
  return content.objects;
}

type Objects = Pick<PartlyRead, 'objects' | 'unreadable'>;

function requireObjects({ objects, unreadable }: Objects, text: string, name: string): void {
  if (objects.length > 0 || unreadable.length > 0 || /kustomize\.config\.k8s\.io/.test(text)) return;
  throw new InputError(subjectOf(name), [{ path: 'file', ...WITHOUT_OBJECTS }]);
}

function objectsOf(documents: readonly ParsedDocument[], name: string): Objects {
  const contents = documents.map((document, index) => objectsFrom(document, name, index + 1));
  const problems = contents.flatMap((content) => content.problems);
  return {
    objects: contents.flatMap((content) => content.objects),
    unreadable: problems.length === 0 ? [] : [{ file: name, error: new InputError(subjectOf(name), problems) }],
  };
}

function contentOfFolder(folder: string, excluded: readonly string[]): PartlyRead {
  const { files, skipped } = filesOf(folder, excluded, EXPECTED.expected);
  if (files.length === 0) {
    throw new InputError(PATH_SUBJECT, [
      { path: folder, reason: 'contains no manifests', expected: 'files that end in .yaml, .yml or .json' },
    ]);
  }
  const unreadable: UnreadableFile[] = [];
  const passed: SkippedFile[] = [];
  const parsed = files.flatMap((file) => {
    const content = attempt(file.path, (): readonly ParsedFile[] => {
      const text = readText(file.path, subjectOf(file.path), { ...EXPECTED, inside: folder });
      if (file.isInChart && hasHelmAction(text)) passed.push({ file: file.path, reason: 'helm-template' });
      else if (isTemplateText(text) || isKuttlAssertion(file.path)) passed.push({ file: file.path, reason: 'not-a-manifest' });
      // A file with comments only is skipped, as by `kubectl apply`.
      else if (text.trim() !== '') return parsedOrPassed(file, text, passed);
      return [];
    });
    unreadable.push(...content.unreadable);
    return content.value ?? [];
  });
  const patches = patchFiles(parsed);
  const asserted = chainsawFiles(parsed);
  const labelled = filesChangedBy(parsed, addsSelectors);
  const podLabels = labelsOfFiles(parsed);
  const moved = filesChangedBy(parsed, setsNamespace);
  const changes = changesOfFiles(parsed);
  const objects = parsed.flatMap(({ path, documents }) => {
    if (isKustomizationFile(basename(path))) return [];
    if (patches.has(path) || documents.some(isPatch)) passed.push({ file: path, reason: 'kustomize-patch' });
    else if (asserted.has(path) || isForeign(documents)) passed.push({ file: path, reason: 'not-a-manifest' });
    else {
      const found = objectsOf(documents, path);
      unreadable.push(...found.unreadable);
      const addedPodLabels = podLabels.get(path);
      const added = {
        ...(addedPodLabels !== undefined && { addedPodLabels }),
        ...(labelled.has(path) && { hasAddedLabels: true as const }),
        ...(moved.has(path) && { hasAddedNamespace: true as const }),
      };
      return found.objects.map((object) => {
        const changedFields = changes.get(path)?.flatMap((changedBy) => changedBy(object)) ?? [];
        return { ...object, ...added, ...(changedFields.length > 0 && { changedFields }) };
      });
    }
    return [];
  });
  if (objects.length === 0 && unreadable.length === 0) throw new InputError(PATH_SUBJECT, [{ path: folder, ...WITHOUT_OBJECTS }]);
  const generated = parsed.filter(isKustomization).flatMap(({ documents }) => documents.flatMap(({ value }) => generatedBy(value)));
  return { objects, skipped: [...skipped, ...passed], generated, unreadable };
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

/** Whether a document has a directive of a strategic merge patch, which no object has. Source: kustomize, "Patch directives". */
function isPatch({ value }: ParsedDocument): boolean {
  return has(value, '$patch');
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
