import type { Problem } from '../../core/problems';
import type { ManifestObject } from '../../manifests/manifest-object';
import type { UnreadableFile } from '../../manifests/unreadable-file';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const unreadableFile: Rule = {
  id: 'unreadable-file',
  severity: 'error',
  description: 'File or document cannot be read',
  fix: 'Correct the file, or exclude it. `kubectl apply` rejects it, and applies the other files',
  *check({ cluster }) {
    for (const file of cluster.unreadable ?? []) for (const problem of file.error.problems) yield violationOf(file, problem);
  },
};

function violationOf({ file }: UnreadableFile, { path, received, reason, expected }: Problem): Violation {
  const line = Number(/line (\d+)/.exec(path)?.[1] ?? 1);
  const part = /^(?:apiVersion|kind)\b/.exec(path)?.[0] ?? (path.includes('document') ? 'document' : 'file');
  const found = reason === undefined ? received : `unreadable: ${reason}`;
  return { object: fileObject(file, line), path: [part], line, ...(found !== undefined && { received: found }), expected };
}

/** A file in place of an object, because it has none that can be read. */
function fileObject(file: string, line: number): ManifestObject {
  const origin = { file, document: 1, line, duplicateKeys: [], lineOf: () => line, editOf: () => undefined };
  return { apiVersion: '', group: '', kind: 'File', name: file, raw: {}, origin };
}
