/** Fields of custom types by name, spelt as in `schema.ts`. */
export type CustomTypes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A kind with a spec, and what every kind has. */
export function kind(spec: string): CustomTypes[string] {
  return { apiVersion: 'string', kind: 'string', metadata: 'V1ObjectMeta!', spec: `${spec}!`, status: 'any' };
}
