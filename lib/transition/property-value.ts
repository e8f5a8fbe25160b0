import type { TemplateResource } from '../cloudformation/template-resource';
import { isPlainObject, own, section } from '../core/plain-object';
import type { TransitionContext } from './transition-context';

/** A property as a number; undefined when it is absent or known only at deployment. CloudFormation accepts numbers as strings. */
export function numberOf(resource: TemplateResource | undefined, property: string): number | undefined {
  return asNumber(resource?.properties[property]);
}

/** A value as a number; undefined when it is not a number. */
export function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
}

/** A property as a string; undefined when it is absent or known only at deployment. */
export function textOf(resource: TemplateResource | undefined, property: string): string | undefined {
  const value = resource?.properties[property];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Whether a property is true, as a boolean or as a string. */
export function isTrue(resource: Pick<TemplateResource, 'properties'> | undefined, property: string): boolean {
  return String(resource?.properties[property]) === 'true';
}

/** The value at a path of keys; undefined when the path does not exist. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((current, key) => (isPlainObject(current) ? own(current, key) : undefined), value);
}

/** The logical id that a `Ref`, an `Fn::GetAtt` or an `Fn::Sub` of one variable refers to; undefined for other values. */
export function referenceOf(value: unknown): string | undefined {
  if (!isPlainObject(value)) return undefined;
  const target = own(value, 'Ref') ?? own(value, 'Fn::GetAtt');
  const id = Array.isArray(target) ? target[0] : target;
  return typeof id === 'string' ? id.split('.')[0] : undefined;
}

/** An attribute of a resource that is not a property, such as `UpdatePolicy`, in one of both templates. */
export function attributeOf(context: TransitionContext, side: 'before' | 'after', id: string, attribute: string): unknown {
  return own(section(section(context[side].raw, 'Resources'), id), attribute);
}
