import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { streamDescriptor } from './descriptor';
import type { ObservedPath } from './observed-paths';
import { attempt } from './output-error';

/** The state of a path without a file. */
const ABSENT = 'absent';

/**
 * The state of an observed path: `absent`, the kind, or the SHA-256 of the file. Undefined where the state cannot be told: for a
 * stream, for the contents of a folder, for a file that cannot be read, and for the contents of a file that changed at or after `sinceMs`,
 * milliseconds since 1970.
 */
export function pathState({ path, aspect }: ObservedPath, sinceMs = Number.POSITIVE_INFINITY): string | undefined {
  if (streamDescriptor(path) !== undefined) return undefined;
  return attempt(() => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return ABSENT;
    if (aspect === 'kind') return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : undefined;
    if (!stats.isFile() || stats.ctimeMs >= sinceMs) return undefined;
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  });
}
