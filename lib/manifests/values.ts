import { isPlainObject, own, type PlainObject } from '../io/plain-object';
import type { Path } from './manifest-object';

/** What is at a path of a value; undefined where it doesn't lead anywhere. */
export function at(value: unknown, ...path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (typeof step === 'number') current = Array.isArray(current) ? current[step] : undefined;
    else current = isPlainObject(current) ? own(current, step) : undefined;
  }
  return current;
}

/** The object at a path; empty where there is none, or something else: that is for another rule to say. */
export function objectAt(value: unknown, ...path: Path): PlainObject {
  const found = at(value, ...path);
  return isPlainObject(found) ? found : {};
}

export function textAt(value: unknown, ...path: Path): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

export function numberAt(value: unknown, ...path: Path): number | undefined {
  const found = at(value, ...path);
  return typeof found === 'number' ? found : undefined;
}

/** An item of a list, with the path to it. */
export interface Item {
  readonly value: PlainObject;
  readonly path: Path;
}

/** The objects of the list at a path, with their own paths. */
export function itemsAt(value: unknown, ...path: Path): readonly Item[] {
  const found = at(value, ...path);
  if (!Array.isArray(found)) return [];
  return found.flatMap((item: unknown, index) => (isPlainObject(item) ? [{ value: item, path: [...path, index] }] : []));
}

/** The same, for a list of an item: the paths go on from the item's. */
export function itemsOf({ value, path }: Item, ...below: Path): readonly Item[] {
  return itemsAt(value, ...below).map((item) => ({ value: item.value, path: [...path, ...item.path] }));
}

/** Texts by key, of an object that may hold others too. */
export function textsAt(value: unknown, ...path: Path): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(objectAt(value, ...path)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
