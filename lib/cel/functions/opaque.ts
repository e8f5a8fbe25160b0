import type { CelMap, CelMapType } from '@bufbuild/cel';
import { celLibrary } from '../library';

/** The key of a value whose type only some functions know, such as a quantity. No field of an object has this name. */
const KEY = '@value of ';

/** The type of maps, which stands for types that the library does not have. */
export function opaqueType(): CelMapType {
  const { CelScalar, mapType } = celLibrary();
  return mapType(CelScalar.DYN, CelScalar.DYN);
}

/** A value of a type that the library does not have. */
export function opaque(type: string, value: string | number): CelMap {
  return celLibrary().celMap(new Map([[`${KEY}${type}`, value]]));
}

/** The value in `opaque`. Throws an Error for a value of another type. */
export function opaqueValue(type: string, map: CelMap): string | number {
  const value = map.get(`${KEY}${type}`);
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new Error(`found no matching overload for a value that is no ${type}`);
}
