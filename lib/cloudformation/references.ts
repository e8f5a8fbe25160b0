import { isPlainObject } from '../core/plain-object';
import { substitutionsIn } from './substitutions';

/** The name and argument of an intrinsic function, such as `Ref` or `Fn::Sub`; undefined for other values. */
export function intrinsicOf(value: unknown): readonly [name: string, argument: unknown] | undefined {
  if (!isPlainObject(value)) return undefined;
  let only: string | undefined;
  for (const name in value) {
    if (only !== undefined) return undefined;
    only = name;
  }
  if (only === undefined) return undefined;
  return only === 'Ref' || only === 'Condition' || only.startsWith('Fn::') ? [only, value[only]] : undefined;
}

/**
 * Every name that a value refers to, each once, in the order of the text: logical ids of resources, parameters and
 * pseudo parameters such as `AWS::Region`.
 */
export function referencesIn(value: unknown): readonly string[] {
  const names = new Set<string>();
  collect(value, names);
  return [...names];
}

function collect(value: unknown, names: Set<string>): void {
  if (Array.isArray(value)) for (const part of value) collect(part, names);
  if (!isPlainObject(value)) return;
  const [intrinsic, argument] = intrinsicOf(value) ?? [];
  if (intrinsic === 'Ref' && typeof argument === 'string') names.add(argument);
  else if (intrinsic === 'Fn::GetAtt') collectAttribute(argument, names);
  else if (intrinsic === 'Fn::Sub') collectSubstitutions(argument, names);
  else for (const key in value) collect(value[key], names);
}

function collectAttribute(argument: unknown, names: Set<string>): void {
  const name: unknown = Array.isArray(argument) ? argument[0] : argument;
  if (typeof name === 'string') names.add(firstPart(name));
}

function collectSubstitutions(argument: unknown, names: Set<string>): void {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, undefined];
  const own = typeof variables === 'object' && variables !== null ? Object.keys(variables) : [];
  for (const { name, isLiteral } of substitutionsIn(String(text))) {
    if (!isLiteral && name !== '' && !own.includes(name)) names.add(firstPart(name));
  }
  collect(variables, names);
}

/** `Database.Endpoint.Address` is an attribute of `Database`; `AWS::Region` has no attributes. */
function firstPart(name: string): string {
  return name.split('.')[0] ?? name;
}
