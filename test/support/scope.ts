import { inject } from 'vitest';

/** The scope of a test run: `all` tiers, options and regions (`npm run test:all`, CI), or a `representative` part (`npm test`). */
export type Scope = 'all' | 'representative';

declare module 'vitest' {
  interface ProvidedContext {
    scope: Scope;
  }
}

/** The whole list in the scope `all`, otherwise the members that represent it. Throws when none does. */
export function inScope<T>(list: readonly T[], represents: (member: T, index: number) => boolean): readonly T[] {
  if (inject('scope') === 'all') return list;
  const representative = list.filter(represents);
  if (representative.length === 0) throw new Error(`none of ${list.length} members is representative`);
  return representative;
}

/** Number of runs of a property: all of them in the scope `all`, otherwise a quarter. */
export function runsInScope(all: number): number {
  return inject('scope') === 'all' ? all : Math.ceil(all / 4);
}
