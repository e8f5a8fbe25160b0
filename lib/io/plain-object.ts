export type PlainObject = Readonly<Record<string, unknown>>;

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object's own value: `constructor` and its like are not in a template because JavaScript has them. */
export function own(object: PlainObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The object at a key, or an empty one: for sections that a template may leave out. */
export function section(object: PlainObject, key: string): PlainObject {
  const value = own(object, key);
  return isPlainObject(value) ? value : {};
}
