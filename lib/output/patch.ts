import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { printable } from '../core/printable';

/** A file before and after a change. */
export interface ChangedFile {
  /** Path of the file. */
  readonly path: string;
  /** Its text before the change. */
  readonly before: string;
  /** Its text after the change. */
  readonly after: string;
}

/** Lines around a change, as in `diff -u`. */
const CONTEXT_LINES = 3;

/**
 * The changes as a unified diff, which `git apply` and `patch -p1` read for relative paths. Tabs and line ends stay as they are; other
 * characters that are not visible are written as escapes.
 */
export function patchText(files: readonly ChangedFile[]): string {
  return files
    .map(({ path, before, after }) => {
      const name = (side: string) => printable(path.startsWith('/') ? path : `${side}/${path}`);
      const options = { context: CONTEXT_LINES, headerOptions: FILE_HEADERS_ONLY };
      return createTwoFilesPatch(name('a'), name('b'), before, after, undefined, undefined, options);
    })
    .join('')
    .replace(/[^\t\r\n]+/g, printable);
}
