import type { Component } from './component';

/** Keys and indexes that lead to a value. */
export type Path = readonly PropertyKey[];

/** A value of a union of objects in which the fields with invalid values are absent. */
export type ValidParts<Union> = Union extends unknown ? Partial<Union> : never;

/** Components of a tier by id, in which the fields with invalid values are absent. */
export type ValidComponents = Readonly<Record<string, ValidParts<Component>>>;

/** Whether a value and everything in it is valid, where the values at some paths are invalid. */
export function isValidAt(path: Path, invalid: readonly Path[]): boolean {
  return !invalid.some((one) => isWithin(one, path) || isWithin(path, one));
}

/** Fields of an object whose values are valid; none of a value that is no object, or that is invalid as a whole. */
export function validParts<Union extends object>(value: Union, path: Path, invalid: readonly Path[]): ValidParts<Union> {
  const fields = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(fields.filter(([key]) => isValidAt([...path, key], invalid))) as ValidParts<Union>;
}

/** Whether a path leads to a value, or to something in it. */
export function isWithin(path: Path, outer: Path): boolean {
  return outer.every((key, index) => path[index] === key);
}
