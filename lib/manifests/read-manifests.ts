import { InputError, PATH_SUBJECT, type Problem, partProblems } from '../core/problems';
import { entriesOf, pathKind, readText } from '../io/files';
import { MAX_MANIFEST_BYTES, MAX_MANIFEST_FILES } from './limits';
import type { ManifestObject } from './manifest-object';
import { objectsFrom } from './objects-from';
import { parseDocuments } from './parse-documents';
import { subjectOf } from './subject';

const EXPECTED = { expected: 'a file of Kubernetes manifests, or a folder of them', maxBytes: MAX_MANIFEST_BYTES };
const MANIFEST_FILE = /\.(?:ya?ml|json)$/i;

/**
 * Reads Kubernetes manifests: a file in YAML or JSON, or all `.yaml`, `.yml` and `.json` files of a folder and the folders
 * in it, in the order of their names. Throws an InputError with the problems of all files.
 */
export function readManifests(path: string): readonly ManifestObject[] {
  if (pathKind(path, EXPECTED.expected) === 'file') return parseManifests(readText(path, subjectOf(path), EXPECTED), path);
  return readAll(path, filesIn(path, path));
}

const WITHOUT_OBJECTS = { reason: 'contains no objects', expected: 'at least one Kubernetes object' } as const;

/** A file without objects. Of a folder it is passed over, if another file has objects. */
class WithoutObjectsError extends InputError {}

/** Parses manifests in YAML or JSON. The name is the file in messages and findings. Throws an InputError with every problem. */
export function parseManifests(text: string, name: string): readonly ManifestObject[] {
  const contents = parseDocuments(text, name).map((document, index) => objectsFrom(document, name, index + 1));
  const problems = contents.flatMap((content) => content.problems);
  if (problems.length > 0) throw new InputError(subjectOf(name), problems);
  const objects = contents.flatMap((content) => content.objects);
  if (objects.length > 0 || /kustomize\.config\.k8s\.io/.test(text)) return objects;
  throw new WithoutObjectsError(subjectOf(name), [{ path: 'file', ...WITHOUT_OBJECTS }]);
}

function readAll(folder: string, files: readonly string[]): readonly ManifestObject[] {
  if (files.length === 0) {
    throw new InputError(PATH_SUBJECT, [
      { path: folder, reason: 'contains no manifests', expected: 'files that end in .yaml, .yml or .json' },
    ]);
  }
  const objects: ManifestObject[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      objects.push(...parseManifests(readText(file, subjectOf(file), { ...EXPECTED, inside: folder }), file));
    } catch (error) {
      // A file of comments alone is passed over, as `kubectl apply` does.
      if (error instanceof WithoutObjectsError) continue;
      if (!(error instanceof InputError)) throw error;
      problems.push(...partProblems(error));
    }
  }
  if (problems.length > 0) throw new InputError(`folder ${folder}`, problems);
  if (objects.length === 0) throw new InputError(PATH_SUBJECT, [{ path: folder, ...WITHOUT_OBJECTS }]);
  return objects;
}

/** Manifest files of a folder. Hidden folders and node_modules are ignored. */
function filesIn(folder: string, top: string, found: string[] = []): readonly string[] {
  for (const { name, path, isFolder } of entriesOf(folder, EXPECTED.expected)) {
    if (isFolder) {
      if (!name.startsWith('.') && name !== 'node_modules') filesIn(path, top, found);
    } else if (MANIFEST_FILE.test(name)) {
      found.push(path);
      if (found.length > MAX_MANIFEST_FILES) throw new InputError(PATH_SUBJECT, [{ path: top, ...TOO_MANY }]);
    }
  }
  return found;
}

const TOO_MANY = {
  reason: `contains more than ${MAX_MANIFEST_FILES.toLocaleString('en-US')} files`,
  expected: 'a folder of manifests',
};
