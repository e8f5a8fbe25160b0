/** An answer depends on the `kind` of a path (nothing, a file or a folder), or on its `contents` (bytes of a file, entries of a folder). */
export type PathAspect = 'kind' | 'contents';

/** A path of the user that was read or looked for. */
export interface ObservedPath {
  /** As it was named, relative to the working directory. */
  readonly path: string;
  /** `contents` where both were read. */
  readonly aspect: PathAspect;
}

let observed: Map<string, PathAspect> | undefined;

/** Records a path of the user that was read or looked for. Every function that reads or looks for such a path calls it. */
export function observePath(path: string, aspect: PathAspect): void {
  if (observed?.get(path) !== 'contents') observed?.set(path, aspect);
}

/** Runs a function, and returns with its result the paths of the user that it read or looked for. One function at a time. */
export async function observingPaths<T>(run: () => Promise<T>): Promise<{ readonly value: T; readonly paths: readonly ObservedPath[] }> {
  if (observed !== undefined) throw new Error('paths are already observed');
  const paths = new Map<string, PathAspect>();
  observed = paths;
  try {
    return { value: await run(), paths: [...paths].map(([path, aspect]) => ({ path, aspect })) };
  } finally {
    observed = undefined;
  }
}
