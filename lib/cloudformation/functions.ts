import { isPlainObject, own } from '../core/plain-object';
import { intrinsicOf } from './references';
import type { Scope } from './scope';
import { substitutionsIn } from './substitutions';

/** Functions of arguments that are resolved. Each gives undefined when its outcome is not known. */
export const FUNCTIONS: Readonly<Record<string, (argument: unknown, scope: Scope) => unknown>> = {
  'Fn::FindInMap': findInMap,
  'Fn::Join': join,
  'Fn::Length': length,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::Sub': substitute,
  'Fn::ToJsonString': toJsonString,
};

/** A fourth argument is the value for keys that the map does not have (transform AWS::LanguageExtensions). */
function findInMap(argument: unknown, { mappings }: Scope): unknown {
  if (!Array.isArray(argument)) return undefined;
  const keys: readonly unknown[] = argument.slice(0, 3);
  if (!isTexts(keys)) return undefined;
  let found: unknown = mappings;
  for (const key of keys) found = isPlainObject(found) ? own(found, String(key)) : undefined;
  const options: unknown = argument[3];
  return found ?? (isPlainObject(options) ? own(options, 'DefaultValue') : undefined);
}

function join(argument: unknown): unknown {
  const [separator, parts]: readonly unknown[] = Array.isArray(argument) ? argument : [];
  return isTexts(parts) ? parts.join(String(separator)) : undefined;
}

function length(argument: unknown): unknown {
  return Array.isArray(argument) ? argument.length : undefined;
}

function select(argument: unknown): unknown {
  const [index, list]: readonly unknown[] = Array.isArray(argument) ? argument : [];
  return Array.isArray(list) ? list[Number(index)] : undefined;
}

function split(argument: unknown): unknown {
  const [separator, text]: readonly unknown[] = Array.isArray(argument) ? argument : [];
  return typeof text === 'string' ? text.split(String(separator)) : joinedBy(separator, text);
}

/** The parts of an `Fn::Join` by the same separator, which are the members of the list although their values are known only at deployment. */
function joinedBy(separator: unknown, text: unknown): readonly unknown[] | undefined {
  const [intrinsic, argument] = intrinsicOf(text) ?? [];
  const [by, parts]: readonly unknown[] = intrinsic === 'Fn::Join' && Array.isArray(argument) ? argument : [];
  if (by !== separator || !Array.isArray(parts) || parts.length < 2) return undefined;
  return parts.every((part) => isOneValue(part, String(separator))) ? parts : undefined;
}

/** A text without the separator, or a reference to one value. */
function isOneValue(part: unknown, separator: string): boolean {
  if (isText(part)) return !String(part).includes(separator);
  const [intrinsic, argument] = intrinsicOf(part) ?? [];
  return (intrinsic === 'Ref' && argument !== 'AWS::NoValue') || intrinsic === 'Fn::GetAtt' || intrinsic === 'Fn::ImportValue';
}

function substitute(argument: unknown, { values }: Scope): unknown {
  const [text, variables]: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
  if (typeof text !== 'string') return undefined;
  let filled = '';
  let copiedTo = 0;
  for (const { start, end, name, isLiteral } of substitutionsIn(text)) {
    const isVariable = isPlainObject(variables) && Object.hasOwn(variables, name);
    const value = isLiteral ? `\${${name}}` : isVariable ? own(variables, name) : values.get(name);
    if (!isText(value)) return undefined;
    filled += text.slice(copiedTo, start) + String(value);
    copiedTo = end;
  }
  return filled + text.slice(copiedTo);
}

function toJsonString(argument: unknown): unknown {
  return containsFunction(argument) ? undefined : JSON.stringify(argument);
}

function containsFunction(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(containsFunction);
  return isPlainObject(value) && (intrinsicOf(value) !== undefined || Object.values(value).some(containsFunction));
}

function isTexts(value: unknown): value is readonly (string | number | boolean)[] {
  return Array.isArray(value) && value.every(isText);
}

function isText(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
