import { statSync } from 'node:fs';
import { attempt } from './output-error';

/** Write permission of the group and of other users. */
const WRITABLE_BY_OTHERS = 0o022;

/** Whether a path is that of a folder which the user owns and no other user may write to. */
export function isTrustedFolder(path: string): boolean {
  const stats = attempt(() => statSync(path));
  if (stats === undefined || !stats.isDirectory()) return false;
  // Windows has neither.
  const user = process.getuid?.();
  return user === undefined || (stats.uid === user && (stats.mode & WRITABLE_BY_OTHERS) === 0);
}
