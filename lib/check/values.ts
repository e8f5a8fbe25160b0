import { intrinsicOf } from '../cloudformation/references';
import { isPlainObject, own } from '../core/plain-object';

/** A value that is known only at deployment, such as a reference or the choice of a condition. Rules are silent about it. */
export const UNKNOWN = Symbol('unknown');
/** The value of a property: undefined when it is absent, `UNKNOWN` when it is known only at deployment. */
export type Read<T> = T | undefined | typeof UNKNOWN;

/** Key of an object or index of a list. */
export type Step = string | number;

/** The value at a path of properties, with intrinsic functions as they are. `UNKNOWN` below an intrinsic function. */
export function rawAt(properties: unknown, ...path: readonly Step[]): unknown {
  let value: unknown = properties;
  for (const step of path) {
    if (intrinsicOf(value) !== undefined) return UNKNOWN;
    value = typeof step === 'number' ? itemOf(value, step) : isPlainObject(value) ? own(value, step) : undefined;
  }
  return value === null ? undefined : value;
}

function itemOf(value: unknown, index: number): unknown {
  return Array.isArray(value) ? value[index] : undefined;
}

/** The value at a path; `UNKNOWN` when it is an intrinsic function. */
export function valueAt(properties: unknown, ...path: readonly Step[]): Read<unknown> {
  const value = rawAt(properties, ...path);
  return intrinsicOf(value) === undefined ? value : UNKNOWN;
}

/** The string at a path. Numbers are strings, as CloudFormation converts them; `UNKNOWN` for lists and objects. */
export function stringAt(properties: unknown, ...path: readonly Step[]): Read<string> {
  const value = valueAt(properties, ...path);
  if (value === undefined || value === UNKNOWN) return value;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : UNKNOWN;
}

/** The number at a path, also when it is written as a string; `UNKNOWN` when it is not a number. */
export function numberAt(properties: unknown, ...path: readonly Step[]): Read<number> {
  const text = stringAt(properties, ...path);
  if (text === undefined || text === UNKNOWN) return text;
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? UNKNOWN : number;
}

/** The boolean at a path, also when it is written as a string; `UNKNOWN` when it is not a boolean. */
export function flagAt(properties: unknown, ...path: readonly Step[]): Read<boolean> {
  const text = stringAt(properties, ...path);
  if (text === undefined || text === UNKNOWN) return text;
  return text.toLowerCase() === 'true' ? true : text.toLowerCase() === 'false' ? false : UNKNOWN;
}

/** The list at a path, with intrinsic functions among its items; empty when it is absent. `UNKNOWN` when it is an intrinsic function. */
export function listAt(properties: unknown, ...path: readonly Step[]): readonly unknown[] | typeof UNKNOWN {
  const value = valueAt(properties, ...path);
  if (value === undefined) return [];
  return Array.isArray(value) ? value : UNKNOWN;
}

/** The list at a path for rules that look for something in it: empty when it is absent or known only at deployment. */
export function itemsAt(properties: unknown, ...path: readonly Step[]): readonly unknown[] {
  const list = listAt(properties, ...path);
  return list === UNKNOWN ? [] : list;
}

/** Whether nothing is at a path. False when it is known only at deployment. */
export function isAbsent(properties: unknown, ...path: readonly Step[]): boolean {
  return rawAt(properties, ...path) === undefined;
}

/** Whether the value at a path is this boolean. False when it is known only at deployment. */
export function isFlag(expected: boolean, properties: unknown, ...path: readonly Step[]): boolean {
  return flagAt(properties, ...path) === expected;
}

/** Whether a value is known and a number. */
export function isKnownNumber(value: unknown): value is number {
  return typeof value === 'number';
}

/** Whether a value is known and a string. */
export function isKnownString(value: unknown): value is string {
  return typeof value === 'string';
}
