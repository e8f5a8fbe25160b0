import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Texts that can be computed again, kept under a key that says everything they depend on. */
export interface KeptTexts {
  get(key: string): string | undefined;
  put(key: string, text: string): void;
}

/** Of a tier's templates some 200 KB each. */
const MOST_FILES = 100;

const SUFFIX = '.json';

/**
 * A folder of such texts. Whatever the file system refuses is as if nothing were kept: who can't write there waits a
 * little longer. Several processes may use it at the same time; the files that were written first go first.
 */
export class KeptFiles implements KeptTexts {
  constructor(
    private readonly folder: string,
    private readonly mostFiles = MOST_FILES,
  ) {}

  get(key: string): string | undefined {
    return orNothing(() => readFileSync(this.pathOf(key), 'utf8'));
  }

  put(key: string, text: string): void {
    orNothing(() => {
      mkdirSync(this.folder, { recursive: true });
      const unfinished = `${this.pathOf(key)}.${process.pid}`;
      writeFileSync(unfinished, text);
      renameSync(unfinished, this.pathOf(key));
      this.forgetOldest();
    });
  }

  private pathOf(key: string): string {
    return join(this.folder, `${key}${SUFFIX}`);
  }

  private forgetOldest(): void {
    const files = readdirSync(this.folder)
      .filter((name) => name.endsWith(SUFFIX))
      .map((name) => ({ path: join(this.folder, name), writtenMs: statSync(join(this.folder, name)).mtimeMs }))
      .sort((left, right) => right.writtenMs - left.writtenMs);
    for (const { path } of files.slice(this.mostFiles)) rmSync(path, { force: true });
  }
}

function orNothing<T>(attempt: () => T): T | undefined {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
