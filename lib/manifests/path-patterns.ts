import { relative, resolve, sep } from 'node:path';
import ignore from 'ignore';

/** Whether files match patterns in the syntax of `.gitignore`, which are relative to a folder. No file outside of the folder matches. */
export function pathMatcher(patterns: readonly string[], folder: string): (file: string) => boolean {
  const matcher = ignore().add([...patterns]);
  return (file) => {
    const path = relative(resolve(folder), resolve(file)).split(sep).join('/');
    return ignore.isPathValid(path) && matcher.ignores(path);
  };
}
