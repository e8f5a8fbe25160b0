import { isPlainObject } from '../../core/plain-object';
import { type PropertyType, UnreadableProperty } from '../property-problem';

/** An object of a template: the properties of a resource, or a part of them. */
export type Properties = Readonly<Record<string, unknown>>;

const LONGEST_SHOWN = 60;

/**
 * Readers of properties that decide a price. Like CloudFormation, they accept `"20"` as 20 and `"true"` as true. A value of
 * another type, or one that is known only at deployment, is an UnreadableProperty and is never replaced by a default.
 */
export function optionalText(properties: Properties, key: string): string | undefined {
  const value = properties[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw unreadable(key, value, 'string');
}

/** The string at a key. Throws an UnreadableProperty for other values, and when it is missing. */
export function requiredText(properties: Properties, key: string): string {
  return optionalText(properties, key) ?? missing(key);
}

/**
 * The word at a key that decides a price, in any case; `otherwise` if it is absent or empty. Throws an UnreadableProperty for a word that is
 * not in the list, because it never has the price of the default.
 */
export function knownWord<W extends string>(properties: Properties, key: string, known: readonly W[], otherwise: W): W {
  const text = optionalText(properties, key) ?? '';
  if (text === '') return otherwise;
  const word = known.find((each) => each.toLowerCase() === text.toLowerCase());
  if (word === undefined) throw new UnreadableProperty({ kind: 'unlisted-value', property: key, value: text, known: 'other-words' });
  return word;
}

/** The number at a key, or undefined. Throws an UnreadableProperty for other values. */
export function optionalNumber(properties: Properties, key: string): number | undefined {
  const text = optionalText(properties, key);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) throw unreadable(key, text, 'number');
  return value;
}

/** The number at a key. Throws an UnreadableProperty for other values, and when it is missing. */
export function requiredNumber(properties: Properties, key: string): number {
  return optionalNumber(properties, key) ?? missing(key);
}

const TRUE = /^(?:true|yes|on|1)$/i;
const FALSE = /^(?:false|no|off|0)$/i;

/** The boolean at a key. Throws an UnreadableProperty for other values. */
export function flag(properties: Properties, key: string, otherwise: boolean): boolean {
  const text = optionalText(properties, key);
  if (text === undefined) return otherwise;
  if (TRUE.test(text)) return true;
  if (FALSE.test(text)) return false;
  throw unreadable(key, text, 'boolean');
}

/** A list, or an empty one. */
export function list(properties: Properties, key: string): readonly unknown[] {
  const value = properties[key] ?? [];
  if (Array.isArray(value)) return value;
  throw unreadable(key, value, 'list');
}

/** The objects of a list, or none. */
export function objects(properties: Properties, key: string): readonly Properties[] {
  return list(properties, key).map((item) => asProperties(item, key));
}

/** An object, or an empty one. */
export function object(properties: Properties, key: string): Properties {
  return asProperties(properties[key] ?? {}, key);
}

function asProperties(value: unknown, key: string): Properties {
  if (isProperties(value) && !isIntrinsic(value)) return value;
  throw unreadable(key, value, 'object');
}

/** Whether a value is an object with properties. */
export function isProperties(value: unknown): value is Properties {
  return isPlainObject(value);
}

/** Whether a value is `{ Ref: … }` or `{ Fn::…: … }`, whose value is known at deployment. */
export function isIntrinsic(value: unknown): boolean {
  if (!isProperties(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && keys.every((key) => key === 'Ref' || key.startsWith('Fn::'));
}

function missing(key: string): never {
  throw new UnreadableProperty({ kind: 'missing', property: key });
}

function unreadable(property: string, value: unknown, expected: PropertyType): UnreadableProperty {
  const shown = shownValue(value);
  return new UnreadableProperty(
    isIntrinsic(value) ? { kind: 'known-at-deployment', property, shown } : { kind: 'invalid', property, shown, expected },
  );
}

/** A value as problems show it: JSON of at most 60 characters. */
export function shownValue(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;
}
