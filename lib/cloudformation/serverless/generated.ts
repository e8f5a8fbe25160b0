import { own, type PlainObject } from '../../core/plain-object';

/** A resource of the Serverless Application Model (SAM), with the properties of Globals. */
export interface SamResource {
  /** Logical id. */
  readonly id: string;
  /** Properties; those of Globals are merged into them. */
  readonly properties: PlainObject;
  /** The resource as the template has it, with Condition, Metadata and the policies. */
  readonly raw: PlainObject;
}

/** A generated resource with its logical id. */
export type GeneratedResource = readonly [id: string, resource: PlainObject];

/** Attributes that SAM passes on to each resource that it generates. */
const PASSED_ON = ['Condition', 'Metadata', 'DeletionPolicy', 'UpdateReplacePolicy'];

/** A resource that SAM generates for another one, without the properties that are undefined. */
export function generated(id: string, type: string, properties: PlainObject, { raw }: Pick<SamResource, 'raw'>): GeneratedResource {
  const attributes = PASSED_ON.filter((key) => Object.hasOwn(raw, key)).map((key) => [key, own(raw, key)]);
  const present = Object.entries(properties).filter(([, value]) => value !== undefined);
  return [id, { Type: type, ...Object.fromEntries(attributes), Properties: Object.fromEntries(present) }];
}

/** Properties with other names; those that are not listed are left out. */
export function renamed(properties: PlainObject, names: Readonly<Record<string, string>>): PlainObject {
  return Object.fromEntries(Object.entries(names).map(([to, from]) => [to, own(properties, from)]));
}

/** Properties that keep their names; those that are not listed are left out. */
export function picked(properties: PlainObject, names: readonly string[]): PlainObject {
  return Object.fromEntries(names.map((name) => [name, own(properties, name)]));
}

/** The end of a logical id that a name gives; empty for a name that a function of CloudFormation decides. */
export function nameInId(name: unknown): string {
  return typeof name === 'string' ? name.replace(/[^A-Za-z0-9]/g, '') : '';
}
