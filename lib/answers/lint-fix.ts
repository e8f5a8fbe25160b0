import type { TextEdit } from '../core/text-edit';
import { readText } from '../io/files';
import { replaceText, type TextChange } from '../io/replace-text';
import { applyEdits } from '../io/yaml/apply-edits';
import type { Finding } from '../lint/finding';
import { MAX_MANIFEST_BYTES } from '../manifests/limits';
import type { ManifestObject } from '../manifests/manifest-object';
import { parseManifests } from '../manifests/read-manifests';
import { isSameExcept } from '../manifests/same-except';
import { subjectOf } from '../manifests/subject';
import { checkerOf, type LintAnswer, type LintRequest, readForLint } from './lint';

/** A file with corrections. */
export interface FixedFile extends TextChange {
  /** The path that the user named, or a path below the folder that the user named. */
  readonly path: string;
}

/** The findings after the corrections, and the corrected files. Nothing is written. */
export interface LintFix {
  /** The answer for the corrected files, with the findings that were corrected. */
  readonly answer: LintAnswer;
  /** The files that change, in the order of the first correction. */
  readonly files: readonly FixedFile[];
}

const FILE = { expected: 'a file of Kubernetes manifests', maxBytes: MAX_MANIFEST_BYTES };

/** A correction may make another one possible, such as of the value of a misspelt field. More than a few in a row are not. */
const MAX_PASSES = 10;

/**
 * Corrects findings that have exactly one correction, which is their `edit`. Other lines of the files do not change. A file whose objects would
 * change in another place stays as it is, with its findings. Throws an InputError as `lintManifests` does.
 */
export function fixManifests(paths: readonly string[], request: LintRequest = {}): LintFix {
  const check = checkerOf(request);
  let read = readForLint([...new Set(paths)], request);
  let answer = check(read);
  const unreadable = new Set(read.unreadable.map(({ file }) => file));
  const files = new Map<string, FixedFile>();
  const fixed: Finding[] = [];
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const corrected = correctedFiles(
      answer.findings.filter(({ file }) => !unreadable.has(file)),
      read.objects,
      files,
    );
    if (corrected.length === 0) break;
    for (const { file, made } of corrected) {
      files.set(file.path, file);
      fixed.push(...made);
    }
    read = { ...read, objects: withObjectsOf(corrected, read.objects) };
    answer = check(read);
  }
  return { answer: { ...answer, fixed }, files: [...files.values()] };
}

/** Writes corrected files, each whole or not at all. Throws an InputError for a file that has changed since it was read. */
export function writeFixes(files: readonly FixedFile[]): void {
  for (const file of files) replaceText(file.path, file, subjectOf(file.path), FILE);
}

type Correctable = Finding & { readonly edit: TextEdit };

interface CorrectedFile {
  readonly file: FixedFile;
  readonly objects: readonly ManifestObject[];
  readonly made: readonly Finding[];
}

function correctedFiles(
  findings: readonly Finding[],
  objects: readonly ManifestObject[],
  files: ReadonlyMap<string, FixedFile>,
): readonly CorrectedFile[] {
  const byFile = new Map<string, Correctable[]>();
  for (const finding of findings.filter((each): each is Correctable => each.edit !== undefined)) {
    byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
  }
  return [...byFile].flatMap(([path, owners]) => {
    const before = files.get(path)?.before ?? readText(path, subjectOf(path), FILE);
    const { text: after, made } = applyEdits(files.get(path)?.after ?? before, owners);
    const newObjects = parseManifests(after, path);
    const places = new Set(made.map((finding) => finding.path));
    const oldObjects = objects.filter(({ origin }) => origin.file === path);
    const isAsMeant =
      oldObjects.length === newObjects.length && oldObjects.every(({ raw }, index) => isSameExcept(raw, newObjects[index]?.raw, places));
    return isAsMeant ? [{ file: { path, before, after }, objects: newObjects, made }] : [];
  });
}

/** All objects in the order of the files, with the new objects of the corrected ones. */
function withObjectsOf(corrected: readonly CorrectedFile[], objects: readonly ManifestObject[]): readonly ManifestObject[] {
  // A corrected file has as many objects as before.
  const next = new Map(corrected.map(({ file, objects: newObjects }) => [file.path, newObjects.values()]));
  return objects.map((object) => next.get(object.origin.file)?.next().value ?? object);
}
