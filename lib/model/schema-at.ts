import type { z } from 'zod';

/** The fields of a zod definition that a walk needs, of all kinds that the schemas of this folder use. */
interface SchemaDefinition {
  readonly type: string;
  readonly format?: string;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly discriminator?: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly valueType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
}

function definitionOf(schema: z.core.$ZodType): SchemaDefinition {
  return schema._zod.def as unknown as SchemaDefinition;
}

/** The schemas of the value at a path: those of all forms where the value does not show which form of a union it has. */
export function schemasAt(schema: z.core.$ZodType, path: readonly PropertyKey[], value: unknown): readonly z.core.$ZodType[] {
  const definition = definitionOf(schema);
  const { innerType, in: input = innerType, options, discriminator, valueType, element } = definition;
  if (input !== undefined) return schemasAt(input, path, value);
  if (options !== undefined) {
    const kind = discriminator === undefined ? undefined : valueAt(value, [discriminator]);
    const matching = options.filter((option) => kind === undefined || literalAt(option, discriminator ?? '') === kind);
    return matching.flatMap((option) => schemasAt(option, path, value));
  }
  const [key, ...rest] = path;
  if (key === undefined) return [schema];
  const child = childOf(definition, String(key)) ?? valueType ?? element;
  return child === undefined ? [] : schemasAt(child, rest, valueAt(value, [key]));
}

/** The keys that an object may have at a path: the issues of zod name the unknown one, but not those that it knows. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[], value: unknown): string[] {
  return [...new Set(schemasAt(schema, path, value).flatMap((one) => Object.keys(definitionOf(one).shape ?? {})))];
}

/** The keys that an object must have in every form of these schemas. */
export function requiredKeys(schemas: readonly z.core.$ZodType[]): string[] {
  const [first = [], ...others] = schemas.map((schema) =>
    Object.entries(definitionOf(schema).shape ?? {}).flatMap(([key, child]) => (child._zod.optin === undefined ? [key] : [])),
  );
  return first.filter((key) => others.every((keys) => keys.includes(key)));
}

/** Whether a schema is that of whole numbers. */
export function isWholeNumber(schema: z.core.$ZodType): boolean {
  return definitionOf(schema).format === 'safeint';
}

/** The words of an enumeration; empty for other schemas. */
export function wordsOf(schema: z.core.$ZodType): string[] {
  return Object.values(definitionOf(schema).entries ?? {}).map(String);
}

/** Type of the values of a schema in the words of zod, such as `object`. */
export function typeOfSchema(schema: z.core.$ZodType): string {
  return definitionOf(schema).type;
}

/** The schema of a key that an object's schema has itself: `constructor` is none of them. */
function childOf({ shape }: SchemaDefinition, key: string): z.core.$ZodType | undefined {
  return shape !== undefined && Object.hasOwn(shape, key) ? shape[key] : undefined;
}

function literalAt(schema: z.core.$ZodType, key: string): unknown {
  const child = childOf(definitionOf(schema), key);
  return child === undefined ? undefined : definitionOf(child).values?.[0];
}

/** The value at a path of plain data; undefined when there is none. */
export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
