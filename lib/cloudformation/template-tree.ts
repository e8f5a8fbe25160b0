import { dirname, isAbsolute, join, normalize, resolve } from 'node:path';
import { exists } from '../io/files';
import { EXPECTED_PATH } from './files';

/** Marks the top of a git repository: a folder, or a file in a worktree and a submodule. */
const REPOSITORY = '.git';

/**
 * The folder that may contain the templates of nested stacks of a file: the git repository of the file, otherwise the working directory if
 * the path leads into it, otherwise the folder of the file.
 */
export function templateTree(file: string): string {
  const beside = dirname(resolve(file));
  const repository = foldersUp(beside).find((folder) => exists(join(folder, REPOSITORY), EXPECTED_PATH));
  if (repository !== undefined) return repository;
  return isAbsolute(file) || normalize(file).startsWith('..') ? dirname(file) : '.';
}

/** An absolute folder and those that contain it, the innermost first. */
function foldersUp(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersUp(above)];
}
