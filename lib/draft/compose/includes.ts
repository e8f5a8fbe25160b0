import { dirname, isAbsolute, join } from 'node:path';
import { isPlainObject, own, type PlainObject } from '../../core/plain-object';
import { shown } from '../../core/problems';
import { type ComposeApplication, type ComposeFile, readOther } from './application';
import { interpolated } from './values';

/** An entry of `include`. */
export interface Include {
  /** Its files, at least one: each overrides those before it. */
  readonly files: readonly [ComposeFile, ...ComposeFile[]];
  /** Folder of the relative paths in its files. */
  readonly folder: string;
  /** Path of the entry, for problems. */
  readonly path: string;
}

const EXPECTED = 'a path, or an object with path';

/** The entries of `include` with their files. Source: Compose specification, "Include", short and long syntax. */
export function includesOf(file: ComposeFile, folder: string, application: ComposeApplication): readonly Include[] {
  const entries = own(file.fields, 'include');
  if (entries === undefined || entries === null) return [];
  const path = `${file.prefix}include`;
  if (!Array.isArray(entries)) {
    application.problems.push({ path, received: shown(entries), expected: 'a list of Compose files' });
    return [];
  }
  return entries.flatMap((entry: unknown, index) => includeOf(entry, `${path}.${index}`, folder, application));
}

function includeOf(entry: unknown, path: string, folder: string, application: ComposeApplication): readonly Include[] {
  if (typeof entry !== 'string' && !isPlainObject(entry)) {
    application.problems.push({ path, received: shown(entry), expected: EXPECTED });
    return [];
  }
  const fields = typeof entry === 'string' ? { path: entry } : entry;
  const names = own(fields, 'path');
  const field = typeof entry === 'string' ? path : `${path}.path`;
  const references = Array.isArray(names)
    ? names.map((name: unknown, index) => ({ name, folder, path: `${field}.${index}` }))
    : [{ name: names, folder, path: field }];
  const [first, ...others] = references.flatMap((reference) => readOther(reference, application) ?? []);
  if (references.length === 0) application.problems.push({ path: field, received: '[]', expected: EXPECTED });
  const projectFolder = projectFolderOf(fields, path, folder, application);
  return first === undefined ? [] : [{ files: [first, ...others], folder: projectFolder ?? dirname(first.path), path }];
}

/** Undefined when the entry does not name one. */
function projectFolderOf(fields: PlainObject, path: string, folder: string, { problems }: ComposeApplication): string | undefined {
  const value = own(fields, 'project_directory');
  if (value === undefined || value === null) return undefined;
  const name = interpolated(value);
  if (typeof name === 'string' && name !== '') return isAbsolute(name) ? name : join(folder, name);
  problems.push({ path: `${path}.project_directory`, received: shown(value), expected: 'a folder' });
  return undefined;
}
