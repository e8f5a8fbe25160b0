import { own } from '../core/plain-object';
import { shown } from '../core/problems';
import type { ManifestObject, Path } from '../manifests/manifest-object';
import { at, type Item } from '../manifests/values';
import { hasFormat, type NameFormat } from './names';
import type { Violation } from './violation';

/** Whether a field has a value. The API server drops null. */
export function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** The strings of the list at a path. Other items are ignored, because the rules about structure report them. */
export function stringsIn(value: unknown, ...path: Path): readonly string[] {
  const list = at(value, ...path);
  return Array.isArray(list) ? list.filter((item): item is string => typeof item === 'string') : [];
}

/** Number of items of the list at a path; zero when there is no list. */
export function lengthOf(value: unknown, ...path: Path): number {
  const list = at(value, ...path);
  return Array.isArray(list) ? list.length : 0;
}

/** A violation at a field of an item, with the value that was found. */
export function violationAt(object: ManifestObject, { value, path }: Item, field: Path, expected: string): Violation {
  const received = at(value, ...field);
  return { object, path: [...path, ...field], ...(isSet(received) && { received: shown(received) }), expected };
}

/** The violation of an item that has none or several of the fields of which it must have one. */
export function* exactlyOneOf(object: ManifestObject, item: Item, fields: readonly string[]): Generator<Violation> {
  const found = fields.filter((field) => isSet(own(item.value, field)));
  if (found.length === 1) return;
  const received = found.length === 0 ? 'without any of them' : found.join(' and ');
  yield { object, path: item.path, received, expected: `exactly one of ${fields.join(', ')}` };
}

/** The violation of an item that has several of the fields of which it may have one. */
export function* atMostOneOf(object: ManifestObject, item: Item, fields: readonly string[]): Generator<Violation> {
  const found = fields.filter((field) => isSet(own(item.value, field)));
  if (found.length > 1) yield { object, path: item.path, received: found.join(' and '), expected: 'only one of them' };
}

/** The violation of a string that does not have the format of its field. Missing and empty strings are ignored. */
export function* formatAt(object: ManifestObject, item: Item, field: Path, format: NameFormat): Generator<Violation> {
  const text = at(item.value, ...field);
  if (typeof text === 'string' && text !== '' && !hasFormat(text, format)) yield violationAt(object, item, field, format.expected);
}

/** The violations of fields that must not be empty strings. Missing fields are reported by the rules about structure. */
export function* nonEmpty(object: ManifestObject, item: Item, ...fields: readonly string[]): Generator<Violation> {
  for (const field of fields) if (own(item.value, field) === '') yield violationAt(object, item, [field], 'a string that is not empty');
}

/** The violations of items whose key an earlier item has. The key of an item without one is undefined. */
export function* eachOnce(
  object: ManifestObject,
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
  field: Path,
  expected: string,
): Generator<Violation> {
  const seen = new Set<string>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    if (seen.has(key)) yield violationAt(object, item, field, expected);
    seen.add(key);
  }
}

/** The violation of a path that leaves its volume: absolute, or with `..`. */
export function* pathBelow(object: ManifestObject, item: Item, field: string): Generator<Violation> {
  const text = own(item.value, field);
  if (typeof text !== 'string' || text === '') return;
  if (text.startsWith('/') || text.split('/').includes('..')) yield violationAt(object, item, [field], 'a relative path without ".."');
}

/** The violation of a path of a file in a volume: absolute, with `..`, or starting with it. Source: `ValidateLocalNonReservedPath` of the API server. */
export function* pathInVolume(object: ManifestObject, item: Item, field: string): Generator<Violation> {
  const text = own(item.value, field);
  if (typeof text === 'string' && text.startsWith('..')) yield violationAt(object, item, [field], 'a relative path without ".."');
  else yield* pathBelow(object, item, field);
}
