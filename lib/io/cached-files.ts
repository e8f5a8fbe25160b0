import { createHash } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../core/problems';
import { readText } from './files';
import { attempt } from './output-error';
import { makeFolder } from './staging';
import { isTrustedFolder } from './trusted-folder';
import { writeTextFile } from './write-file';

/** Strings that can be computed again, cached under a key that identifies everything that they depend on. */
export interface StringCache {
  /** The string of a key; undefined when it is not cached or cannot be trusted. */
  get(key: string): string | undefined;
  /** Caches a string if that is possible. */
  put(key: string, content: string): void;
  /** Removes the string of a key, for a reader that cannot use it. */
  drop(key: string): void;
}

/** A stack's templates are about 200 KB. */
const DEFAULT_MAX_FILES = 200;

/** The templates of the largest blueprint are about 1 MB. */
const MAX_FILE_BYTES = 50_000_000;

const SUFFIX = '.cached';

/** Only the user may read the folder: templates describe the infrastructure of a company. */
const FOLDER_MODE = 0o700;

/**
 * A cache in a folder, one file an entry: a digest of key and content, a line break, the content. An entry whose digest
 * is wrong is removed. A folder that other users own or may write to is not used. An operation that the file system
 * refuses has the result of an empty cache. Several processes may use the folder at the same time; the oldest files are removed first.
 */
export class CachedFiles implements StringCache {
  constructor(
    private readonly folder: string,
    private readonly maxFiles = DEFAULT_MAX_FILES,
  ) {}

  /** See `StringCache`. Returns undefined when the folder is not trusted. */
  get(key: string): string | undefined {
    if (!isTrustedFolder(this.folder)) return undefined;
    const path = this.pathOf(key);
    const entry = orNothing(() => readText(path, `file ${path}`, { expected: 'a cached file', maxBytes: MAX_FILE_BYTES, isCache: true }));
    if (entry === undefined) return undefined;
    const content = contentOf(key, entry);
    if (content === undefined) this.drop(key);
    return content;
  }

  /** See `StringCache`. Does nothing when the folder is not trusted or cannot be written. */
  put(key: string, content: string): void {
    orNothing(() => {
      makeFolder(this.folder, FOLDER_MODE);
      if (!isTrustedFolder(this.folder)) return;
      writeTextFile(this.pathOf(key), `${digestOf(key, content)}\n${content}`);
      this.removeOldest();
    });
  }

  /** See `StringCache`. */
  drop(key: string): void {
    orNothing(() => rmSync(this.pathOf(key), { force: true }));
  }

  private pathOf(key: string): string {
    return join(this.folder, `${key}${SUFFIX}`);
  }

  private removeOldest(): void {
    const files = readdirSync(this.folder)
      .filter((name) => name.endsWith(SUFFIX))
      .flatMap((name) => {
        const path = join(this.folder, name);
        const writtenMs = attempt(() => statSync(path))?.mtimeMs;
        return writtenMs === undefined ? [] : [{ path, writtenMs }];
      })
      .sort((left, right) => right.writtenMs - left.writtenMs);
    for (const { path } of files.slice(this.maxFiles)) rmSync(path, { force: true });
  }
}

function digestOf(key: string, content: string): string {
  return createHash('sha256').update(`${key}\n`).update(content).digest('hex');
}

function contentOf(key: string, entry: string): string | undefined {
  const end = entry.indexOf('\n');
  const content = entry.slice(end + 1);
  return end > 0 && entry.slice(0, end) === digestOf(key, content) ? content : undefined;
}

/** The result of an operation on the cache; undefined when the file system refuses it. */
function orNothing<T>(operation: () => T): T | undefined {
  try {
    return attempt(operation);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
