import type { CelFunc, CelList, CelValue } from '@bufbuild/cel';
import { celLibrary } from '../library';

/** The library for lists: `isSorted`, `sum`, `min`, `max`, `indexOf` and `lastIndexOf`, of strings and numbers. */
export function listFunctions(): CelFunc[] {
  const { CelScalar, celMethod, listType } = celLibrary();
  const { BOOL, DYN, INT } = CelScalar;
  const list = listType(DYN);
  return [
    celMethod('isSorted', list, [], BOOL, function () {
      const items = comparable(this);
      return items.every((item, index) => index === 0 || (items[index - 1] ?? item) <= item);
    }),
    celMethod('sum', list, [], DYN, function () {
      return comparable(this).reduce(plus, 0n);
    }),
    celMethod('min', list, [], DYN, function () {
      return first(comparable(this).sort(ascending));
    }),
    celMethod('max', list, [], DYN, function () {
      return first(comparable(this).sort((a, b) => ascending(b, a)));
    }),
    celMethod('indexOf', list, [DYN], INT, function (item) {
      return BigInt(comparable(this).indexOf(one(item)));
    }),
    celMethod('lastIndexOf', list, [DYN], INT, function (item) {
      return BigInt(comparable(this).lastIndexOf(one(item)));
    }),
  ];
}

type Comparable = string | bigint | number;

/** The items of a list of strings or numbers. Throws an Error for others, which the API server compares by rules of their types. */
export function comparable(list: CelList): Comparable[] {
  return [...list].map(one);
}

function one(item: CelValue): Comparable {
  if (typeof item === 'string' || typeof item === 'bigint' || typeof item === 'number') return item;
  throw new Error('found no matching overload for items that are neither strings nor numbers');
}

function ascending(a: Comparable, b: Comparable): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function plus(a: Comparable, b: Comparable): Comparable {
  if (typeof a === 'bigint' && typeof b === 'bigint') return a + b;
  if (typeof a !== 'string' && typeof b !== 'string') return Number(a) + Number(b);
  throw new Error('found no matching overload for sum of strings');
}

function first(items: readonly Comparable[]): Comparable {
  const [item] = items;
  if (item === undefined) throw new Error('min or max called on empty list');
  return item;
}
