import { isPlainObject, own, type PlainObject, section } from '../io/plain-object';

/** What is known of a template before it is deployed: enough to decide many references and conditions. */
export interface Scope {
  /** Values of parameters and pseudo parameters that are known. */
  readonly values: ReadonlyMap<string, unknown>;
  readonly mappings: PlainObject;
  readonly conditions: PlainObject;
  /** Conditions that were decided already; `undefined` for what only a deployment decides. */
  readonly decided: Map<string, boolean | undefined>;
}

/** A parameter of this kind has the name of an SSM parameter as its default, not a value. */
const LOOKED_UP = /^AWS::SSM::Parameter::Value</;
const LIST_TYPES = /^CommaDelimitedList$|^List</;

/**
 * What a template tells about itself: defaults of its parameters, and the region when it is known. Values that a
 * parent stack passes come before defaults; `undefined` there stands for one that only a deployment knows.
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
