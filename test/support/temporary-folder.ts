import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for one run, in which the workers share results. `compiled-sources.mts` creates and removes it. */
    runFolder: string;
  }
}

/** A new folder, which is removed after the run. */
export function temporaryFolder(): string {
  return mkdtempSync(join(inject('runFolder'), 'folder-'));
}
