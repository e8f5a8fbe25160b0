import { dirname, isAbsolute, join, resolve } from 'node:path';
import { isPlainObject, type PlainObject } from '../../core/plain-object';
import { InputError, PATH_SUBJECT, type Problem, partProblems, shown } from '../../core/problems';
import { isStream, readText } from '../../io/files';
import { realPathInside, realPathOf } from '../../io/real-path';
import { parseCompose } from '../../io/yaml/parse-compose';
import { interpolated } from './values';

const READ = { expected: 'a Compose file', maxBytes: 5_000_000 };

/** A Compose file of an application. */
export interface ComposeFile {
  /** The path for messages. */
  readonly path: string;
  /** The path without links, which tells files apart. */
  readonly realPath: string;
  /** The start of the paths of its problems: nothing for the file that the user named. */
  readonly prefix: string;
  /** Its sections. */
  readonly fields: PlainObject;
}

/** A service with the file that defines it. */
export interface ComposeService {
  /** Its fields, with those of the services that it extends. */
  readonly fields: PlainObject;
  /** The file, the first one of files that override each other. */
  readonly file: ComposeFile;
}

/** The Compose files that are read together. */
export interface ComposeApplication {
  /** The file that the user named. */
  readonly first: ComposeFile;
  /** Folder of that file. Other files must be in it. */
  readonly folder: string;
  /** Problems of all files. */
  readonly problems: Problem[];
  /** The files that were read, by `realPath`; undefined for a file with problems. */
  readonly files: Map<string, ComposeFile | undefined>;
}

/** Reads the file that the user named. Throws an InputError when it is no Compose file. */
export function readApplication(path: string, subject: string): ComposeApplication {
  const fields = parseCompose(readText(path, subject, READ), subject);
  if (!isPlainObject(fields)) {
    throw new InputError(subject, [{ path: 'services', expected: 'the services of a Compose file, by name' }]);
  }
  const realPath = isStream(path) ? path : realPathOf(path, READ.expected);
  // Docker Compose, too, takes the working directory for a file from the standard input.
  const folder = isStream(path) ? '.' : dirname(path);
  return { first: { path, realPath, prefix: '', fields }, folder, problems: [], files: new Map() };
}

/** A reference to a file in a Compose file. */
export interface FileReference {
  /** The name, with variables. */
  readonly name: unknown;
  /** Folder of a relative name. */
  readonly folder: string;
  /** Path of the field, for problems. */
  readonly path: string;
}

/** `https://…`, `oci://…` and `git@…`, which Docker Compose downloads. */
const REMOTE = /^(?:[a-z][a-z\d+.-]*:\/\/|git@)/i;

/** Reads a file that another one names, from the folder of the application. Every error of it is a problem. */
export function readOther({ name, folder, path }: FileReference, application: ComposeApplication): ComposeFile | undefined {
  const { problems } = application;
  const expected = `a Compose file in the folder of ${application.first.path}, or the output of \`docker compose config\``;
  const known = interpolated(name);
  if (known === undefined && typeof name === 'string') {
    problems.push({ path, reason: `${shown(name)} has a variable without a default`, expected });
    return undefined;
  }
  if (typeof known !== 'string' || known.trim() === '') {
    problems.push({ path, ...(name !== undefined && { received: shown(name) }), expected });
    return undefined;
  }
  if (REMOTE.test(known)) {
    problems.push({ path, reason: `${shown(known)} is not a local file`, expected });
    return undefined;
  }
  const file = isAbsolute(known) ? known : join(folder, known);
  try {
    return readInside(file, application);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const isPath = error.subject === PATH_SUBJECT;
    problems.push(
      ...(isPath ? error.problems.map(({ reason }) => ({ path, reason: `${file} ${reason}`, expected })) : partProblems(error)),
    );
    return undefined;
  }
}

function readInside(path: string, { folder, first, files }: ComposeApplication): ComposeFile | undefined {
  const inside = resolve(folder);
  const realPath = realPathInside(path, inside, READ.expected);
  if (realPath === first.realPath) return first;
  if (files.has(realPath)) return files.get(realPath);
  files.set(realPath, undefined);
  const subject = `Compose file ${path}`;
  const fields = parseCompose(readText(path, subject, { ...READ, inside }), subject);
  if (!isPlainObject(fields)) throw new InputError(subject, [{ path: 'file', received: shown(fields), expected: READ.expected }]);
  const file = { path, realPath, prefix: `${path}: `, fields };
  files.set(realPath, file);
  return file;
}
