import { referencesIn } from '../../cloudformation/references';
import type { Template, TemplateResource } from '../../cloudformation/template-resource';
import { isPlainObject, own, section } from '../../core/plain-object';
import type { UnknownField } from '../part';

/** A template while it is read. */
export interface StackReading {
  /** The template. */
  readonly template: Template;
  /** Name of the part of a resource, unique in the source. */
  nameOf(resource: TemplateResource): string;
}

/** A number of a property, which CloudFormation also accepts as a string; undefined when it is missing. One that is known only at deployment is added to the unknown fields. */
export function numberAt(resource: TemplateResource, field: string, unknown: UnknownField[]): number | undefined {
  const value = own(resource.properties, field);
  if (value === undefined) return undefined;
  const number = typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  unknown.push({ field, value: JSON.stringify(value) });
  return undefined;
}

/** A string of a property; undefined when it is missing. One that is known only at deployment is added to the unknown fields. */
export function stringAt(resource: TemplateResource, field: string, unknown: UnknownField[]): string | undefined {
  const value = own(resource.properties, field);
  if (value === undefined || typeof value === 'string') return value;
  unknown.push({ field, value: JSON.stringify(value) });
  return undefined;
}

/** The engine of a store in lower case: RDS accepts `MySQL`, as templates of AWS write it (RDS_MySQL_With_Read_Replica of aws-cloudformation-templates). */
export function engineOf(resource: TemplateResource, unknown: UnknownField[]): string | undefined {
  return stringAt(resource, 'Engine', unknown)?.toLowerCase();
}

/** The objects of a list of a property; empty when it is missing or known only at deployment. */
export function objectsAt(value: Readonly<Record<string, unknown>>, field: string): readonly Readonly<Record<string, unknown>>[] {
  const list = own(value, field);
  return Array.isArray(list) ? list.filter(isPlainObject) : [];
}

/** Resources of a type, in the order of the template. */
export function resourcesOf({ resources }: Template, ...types: readonly string[]): readonly TemplateResource[] {
  return resources.filter(({ type }) => types.includes(type));
}

/** Whether a property refers to a resource, such as `{ Ref: 'Database' }`. */
export function refersTo(resource: TemplateResource, field: string, { id }: TemplateResource): boolean {
  return referencesIn(own(resource.properties, field)).includes(id);
}

/** The object of a property; empty when it is missing. */
export function objectAt(resource: TemplateResource, field: string): Readonly<Record<string, unknown>> {
  return section(resource.properties, field);
}
