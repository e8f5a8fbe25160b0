import { isPlainObject, own, type PlainObject } from '../core/plain-object';
import type { Path } from '../io/yaml/events';

/** The value at a path; undefined when the path does not exist. */
export function at(value: unknown, ...path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (typeof step === 'number') current = Array.isArray(current) ? current[step] : undefined;
    else current = isPlainObject(current) ? own(current, step) : undefined;
  }
  return current;
}

/** The object at a path; an empty object when the path does not exist or has another type. */
export function objectAt(value: unknown, ...path: Path): PlainObject {
  const found = at(value, ...path);
  return isPlainObject(found) ? found : {};
}

/** The string at a path; undefined when the value is missing or not a string. */
export function stringAt(value: unknown, ...path: Path): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** The number at a path; undefined when the value is missing or not a number. */
export function numberAt(value: unknown, ...path: Path): number | undefined {
  const found = at(value, ...path);
  return typeof found === 'number' ? found : undefined;
}

/** The amount at a path; undefined when the value is missing, and NaN when it is no number, so that no default replaces it. */
export function amountAt(value: unknown, ...path: Path): number | undefined {
  const found = at(value, ...path) ?? undefined;
  return found === undefined || typeof found === 'number' ? found : Number.NaN;
}

/** An item of a list, with the path to it. */
export interface Item {
  /** The object of the item. */
  readonly value: PlainObject;
  /** Path of the item from the top of the object. */
  readonly path: Path;
}

/** The objects of the list at a path, with their own paths. */
export function itemsAt(value: unknown, ...path: Path): readonly Item[] {
  const found = at(value, ...path);
  if (!Array.isArray(found)) return [];
  const items: Item[] = [];
  // A loop, because rules read every list of every object.
  for (const [index, value] of found.entries()) if (isPlainObject(value)) items.push({ value, path: [...path, index] });
  return items;
}

/** The objects of a list in an item, with their paths from the top of the object. */
export function itemsOf({ value, path }: Item, ...below: Path): readonly Item[] {
  return itemsAt(value, ...below).map((item) => ({ value: item.value, path: [...path, ...item.path] }));
}

/** The string values of the object at a path, by key. Other values are ignored. */
export function stringsAt(value: unknown, ...path: Path): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(objectAt(value, ...path)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
