import { relative } from 'node:path';
import { InputError, type Problem, shown } from '../core/problems';
import { realPathOf } from '../io/real-path';
import { makeFolder } from '../io/staging';
import { lastLines, type ProgramResult, runProgram } from './program';

/** A Git repository, as the working directory sees it. */
export interface Repository {
  /** Path of its working tree, without links. */
  readonly root: string;
  /** Path of the working directory from the root; empty in the root. */
  readonly folder: string;
}

/** A commit by the name that the user gave. */
export interface Revision {
  /** As the user wrote it: `main`, `HEAD^1`, `v1.2.0`. */
  readonly name: string;
  /** The hash of the commit. */
  readonly commit: string;
}

/** The repository of a folder. Throws an InputError when Git is not installed, and when the folder is in no repository. */
export async function repositoryOf(folder: string): Promise<Repository> {
  const { exitCode, stdout } = await git(folder, ['rev-parse', '--show-toplevel']);
  if (exitCode !== 0) throw invalidBase({ reason: 'not in a Git repository', expected: 'a working directory in a Git repository' });
  const expected = 'a folder of the working tree';
  const root = realPathOf(stdout.replace(/\n$/, ''), expected);
  return { root, folder: relative(root, realPathOf(folder, expected)) };
}

/** The commit that a name refers to. Throws an InputError for an unknown name. */
export async function revisionOf({ root }: Repository, name: string): Promise<Revision> {
  const { exitCode, stdout } = await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  if (exitCode === 0) return { name, commit: stdout.trim() };
  throw new InputError('flags', [{ path: '--base', received: shown(name), expected: 'a branch, tag or commit of this Git repository' }]);
}

/** Writes the files of a commit to a new folder. The repository, its index and its working tree do not change. */
export async function checkOut({ root }: Repository, { name, commit }: Revision, folder: string): Promise<void> {
  makeFolder(folder);
  const env = { GIT_INDEX_FILE: `${folder}.index` };
  for (const parameters of [
    ['read-tree', commit],
    ['checkout-index', '--all', `--prefix=${folder}/`],
  ]) {
    const { exitCode, stderr } = await git(root, parameters, env);
    if (exitCode !== 0)
      throw invalidBase({ reason: `Git cannot check out ${name}: ${lastLines(stderr)}`, expected: 'a commit whose files Git has' });
  }
}

async function git(folder: string, parameters: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<ProgramResult> {
  const result = await runProgram('git', parameters, { folder, env });
  if (result === undefined) throw invalidBase({ reason: 'git is not installed', expected: 'Git on the PATH' });
  return result;
}

function invalidBase(problem: Pick<Problem, 'reason' | 'expected'>): InputError {
  return new InputError('flags', [{ path: '--base', ...problem }]);
}
