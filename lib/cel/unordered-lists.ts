import type { CelFunc, CelInput, CelList, CelValue } from '@bufbuild/cel';
import type { PlainObject } from '../core/plain-object';
import { celLibrary } from './library';

/** Lists of the types `set` and `map`, which the API server compares and adds without regard to order. */
const UNORDERED = new WeakSet<object>();

/** Items of a schema as a list of CEL. */
export function celListOf(items: readonly CelInput[], schema: PlainObject): CelList {
  const list = celLibrary().celList(items);
  if (schema['x-kubernetes-list-type'] === 'set' || schema['x-kubernetes-list-type'] === 'map') UNORDERED.add(list);
  return list;
}

/** Throws an Error for a list of the type `set` or `map`, so that a rule that depends on their order is not evaluated. */
export function requireOrdered(...values: readonly CelValue[]): void {
  if (values.some((value) => typeof value === 'object' && value !== null && UNORDERED.has(value)))
    throw new Error('found no matching overload for a list of type set or map');
}

/** Equality of values whose order counts. */
export function equalityFunctions(): CelFunc[] {
  const { CelScalar, celEnv, celFunc } = celLibrary();
  const { BOOL, DYN } = CelScalar;
  const equality = celEnv().funcs.find('_==_');
  const areEqual = (a: CelValue, b: CelValue): boolean => {
    requireOrdered(a, b);
    return equality?.call(0, undefined, [a, b]) === true;
  };
  return [celFunc('_==_', [DYN, DYN], BOOL, areEqual), celFunc('_!=_', [DYN, DYN], BOOL, (a, b) => !areEqual(a, b))];
}
