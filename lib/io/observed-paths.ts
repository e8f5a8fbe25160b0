let observed: Set<string> | undefined;

/** Records a path of the user that was read or looked for. Every function that reads or looks for such a path calls it. */
export function observePath(path: string): void {
  observed?.add(path);
}

/** Runs a function, and returns with its result the paths of the user that it read or looked for. One function at a time. */
export async function observingPaths<T>(run: () => Promise<T>): Promise<{ readonly value: T; readonly paths: readonly string[] }> {
  if (observed !== undefined) throw new Error('paths are already observed');
  const paths = new Set<string>();
  observed = paths;
  try {
    return { value: await run(), paths: [...paths] };
  } finally {
    observed = undefined;
  }
}
