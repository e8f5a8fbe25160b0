import type { CelFunc } from '@bufbuild/cel';
import { celLibrary } from '../library';
import { comparable } from './lists';

/** The library for sets, of strings and numbers. */
export function setFunctions(): CelFunc[] {
  const { CelScalar, celFunc, listType } = celLibrary();
  const list = listType(CelScalar.DYN);
  return [
    celFunc('sets.contains', [list, list], CelScalar.BOOL, (all, some) => isSubset(comparable(some), comparable(all))),
    celFunc('sets.equivalent', [list, list], CelScalar.BOOL, (a, b) => {
      return isSubset(comparable(a), comparable(b)) && isSubset(comparable(b), comparable(a));
    }),
    celFunc('sets.intersects', [list, list], CelScalar.BOOL, (a, b) => {
      const others = new Set(comparable(b));
      return comparable(a).some((item) => others.has(item));
    }),
  ];
}

function isSubset<T>(some: readonly T[], all: readonly T[]): boolean {
  const known = new Set(all);
  return some.every((item) => known.has(item));
}
