import { isPlainObject, own, type PlainObject, section } from '../io/plain-object';

/** The values that are known before a template is deployed. They resolve many references and conditions. */
export interface Scope {
  /** Values of parameters and pseudo parameters that are known. */
  readonly values: ReadonlyMap<string, unknown>;
  /** The Mappings section. */
  readonly mappings: PlainObject;
  /** The Conditions section. */
  readonly conditions: PlainObject;
  /** Conditions that are evaluated already; `undefined` for one that only a deployment can evaluate. */
  readonly decided: Map<string, boolean | undefined>;
}

/** A parameter of this kind has the name of an SSM parameter as its default, not a value. */
const LOOKED_UP = /^AWS::SSM::Parameter::Value</;
const LIST_TYPES = /^CommaDelimitedList$|^List</;

/**
 * The scope of a template: defaults of its parameters, and the region when it is known. Values that a parent stack passes
 * override defaults; `undefined` means that only a deployment knows the value.
 */
export function scopeOf(template: PlainObject, region: string | undefined, passed: ReadonlyMap<string, unknown> = new Map()): Scope {
  const values = new Map<string, unknown>();
  if (region !== undefined) values.set('AWS::Region', region);
  for (const [name, parameter] of Object.entries(section(template, 'Parameters'))) {
    const value = passed.has(name) ? passed.get(name) : parameterDefault(parameter);
    if (value !== undefined) values.set(name, value);
  }
  return { values, mappings: section(template, 'Mappings'), conditions: section(template, 'Conditions'), decided: new Map() };
}

function parameterDefault(parameter: unknown): unknown {
  if (!isPlainObject(parameter)) return undefined;
  const type = String(own(parameter, 'Type'));
  const value = own(parameter, 'Default');
  if (LOOKED_UP.test(type)) return undefined;
  if (LIST_TYPES.test(type) && typeof value === 'string') return value.split(',').map((part) => part.trim());
  return value;
}
