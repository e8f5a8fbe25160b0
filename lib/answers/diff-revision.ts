import { join, relative, resolve, sep } from 'node:path';
import { InputError } from '../core/problems';
import { exists } from '../io/files';
import { linkModules } from '../io/linked-modules';
import { realPathOf } from '../io/real-path';
import { withTemporaryFolder } from '../io/temporary-folder';
import { checkOut, type Repository, repositoryOf, revisionOf } from '../revision/repository';
import { synthesizeApp } from '../revision/synthesize-app';
import type { AnswerWarning } from './answer-warning';
import { type DiffAnswer, diffFiles } from './diff';
import type { FileEstimateRequest } from './estimate';

/** A change since a revision of a Git repository. */
export interface DiffRevisionRequest extends FileEstimateRequest {
  /** The revision before the change: a branch, tag or commit. */
  readonly base: string;
  /**
   * Path of templates or manifests that Git tracks, from `folder`. Default: none; the CDK app of the folder is synthesized at the
   * revision and as it is now.
   */
  readonly path?: string;
  /** Context of the CDK app, as pairs `key=value`. Default: only that of its `cdk.json`. */
  readonly context?: readonly string[];
  /** Folder of the app. Default: the working directory. */
  readonly folder?: string;
}

/**
 * Compares the estimate of a revision of a Git repository with that of its working tree. The CDK app is run twice, by the AWS CDK CLI that
 * its project has installed, without lookups. Throws an InputError for an unknown revision, for a path that the revision does not
 * have, and for an app that cannot be synthesized.
 */
export async function diffRevision({ base, path, context = [], folder = '.', ...request }: DiffRevisionRequest): Promise<DiffAnswer> {
  const repository = await repositoryOf(folder);
  const revision = await revisionOf(repository, base);
  return withTemporaryFolder(async (scratch) => {
    const copy = join(scratch, 'revision');
    await checkOut(repository, revision, copy);
    if (path !== undefined) {
      const now = resolve(folder, path);
      const before = pathAt(repository, copy, base, now);
      return relabelled(() => withSubjects(diffFiles(before, now, request), before, path), copy, base);
    }
    const lockFiles = linkModules(repository.root, copy, repository.folder);
    const [before, after] = [join(scratch, 'before.out'), join(scratch, 'after.out')];
    await synthesizeApp({ folder: join(copy, repository.folder), name: base, installed: folder, context }, before);
    await synthesizeApp({ folder, name: 'the working tree', installed: folder, context }, after);
    const answer = withSubjects(diffFiles(before, after, request), base, 'working tree');
    return lockFiles.length === 0 ? answer : withWarning(answer, { kind: 'lock-files-changed', base, files: lockFiles });
  });
}

/** Where the copy of a revision has a path of the working tree. */
function pathAt({ root }: Repository, copy: string, base: string, path: string): string {
  const expected = 'templates or Kubernetes manifests in the Git repository';
  const way = relative(root, realPathOf(path, expected));
  if (way === '..' || way.startsWith(`..${sep}`))
    throw new InputError('path', [{ path, reason: 'is outside of the Git repository', expected }]);
  if (exists(join(copy, way), expected)) return join(copy, way);
  throw new InputError('path', [{ path: `${base}:${way}`, reason: 'does not exist', expected: 'a path that Git tracks at that revision' }]);
}

/** An answer, or its errors, in which the paths of a copy are those of its revision, as Git writes them: `main:k8s/api.yaml`. */
function relabelled(answer: () => DiffAnswer, copy: string, base: string): DiffAnswer {
  const label = (text: string) => text.replaceAll(`${copy}${sep}`, `${base}:`);
  try {
    const { before, ...others } = answer();
    const warnings = before.warnings.map((warning) => labelledStrings(warning, label));
    return { ...others, before: { ...before, subject: label(before.subject), warnings } };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      label(error.subject),
      error.problems.map((problem) => labelledStrings(problem, label)),
    );
  }
}

/** Plain data with each of its strings replaced. */
function labelledStrings<T>(data: T, label: (text: string) => string): T {
  return JSON.parse(JSON.stringify(data), (_, value: unknown) => (typeof value === 'string' ? label(value) : value)) as T;
}

function withSubjects({ before, after, ...changes }: DiffAnswer, beforeSubject: string, afterSubject: string): DiffAnswer {
  return { ...changes, before: { ...before, subject: beforeSubject }, after: { ...after, subject: afterSubject } };
}

function withWarning({ after, ...answer }: DiffAnswer, warning: AnswerWarning): DiffAnswer {
  return { ...answer, after: { ...after, warnings: [...after.warnings, warning] } };
}
