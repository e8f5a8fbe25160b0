import { dirname, isAbsolute, join, normalize, resolve } from 'node:path';
import { lazy } from '../core/lazy';
import { exists } from '../io/files';
import { EXPECTED_PATH } from './files';
import { applicationFiles, type PublishedApplication } from './published-applications';
import { templateFiles } from './template-files';

/** Marks the top of a git repository: a folder, or a file in a worktree and a submodule. */
const REPOSITORY = '.git';

/** A folder that may contain the templates of nested stacks. Its files are listed when they are needed. */
export interface TemplateTree {
  /** The folder. */
  readonly folder: string;
  /** Files of the folder and of the folders in it that may be templates, by name. */
  readonly filesByName: () => ReadonlyMap<string, readonly string[]>;
  /** Templates that publish an application to the AWS Serverless Application Repository, by the name of the application. */
  readonly filesByApplication: () => ReadonlyMap<string, readonly PublishedApplication[]>;
}

/** The tree of a folder. */
export function treeOf(folder: string): TemplateTree {
  const filesByName = lazy(() => templateFiles(folder));
  return { folder, filesByName, filesByApplication: lazy(() => applicationFiles([...filesByName().values()].flat())) };
}

/**
 * The tree that may contain the templates of nested stacks of a file: the git repository of the file, otherwise the working directory if
 * the path leads into it, otherwise the folder of the file.
 */
export function templateTree(file: string): TemplateTree {
  const beside = dirname(resolve(file));
  const repository = foldersUp(beside).find((folder) => exists(join(folder, REPOSITORY), EXPECTED_PATH));
  if (repository !== undefined) return treeOf(repository);
  return treeOf(isAbsolute(file) || normalize(file).startsWith('..') ? dirname(file) : '.');
}

/** An absolute folder and those that contain it, the innermost first. */
function foldersUp(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersUp(above)];
}
