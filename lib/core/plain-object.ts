/** An object as JSON and YAML have it: string keys and any values. */
export type PlainObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object, and neither null nor a list. */
export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object's own value at a key; inherited properties such as `constructor` are ignored. */
export function own(object: PlainObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The object at a key; an empty object when the section is missing. */
export function section(object: PlainObject, key: string): PlainObject {
  const value = own(object, key);
  return isPlainObject(value) ? value : {};
}
