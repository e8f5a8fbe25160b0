import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { streamDescriptor } from './descriptor';
import { attempt } from './output-error';

/** The state of a path without a file. */
const ABSENT = 'absent';

/**
 * SHA-256 of the file at a path, or `absent`. Undefined where the state cannot be told: for a folder or a stream, for a file that cannot be
 * read, and for a file that changed at or after `sinceMs`, milliseconds since 1970.
 */
export function pathState(path: string, sinceMs = Number.POSITIVE_INFINITY): string | undefined {
  if (streamDescriptor(path) !== undefined) return undefined;
  return attempt(() => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return ABSENT;
    if (!stats.isFile() || stats.ctimeMs >= sinceMs) return undefined;
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  });
}
