import { isPlainObject } from '../../lib/core/plain-object';

/**
 * Names of properties that every JavaScript object has, each with an ordinary name of the same form. Both must have the same
 * outcome.
 */
export const PAIRS = [
  ['__proto__', '__zzzzz__'],
  ['constructor', 'zzzzzzzzzzz'],
  ['hasOwnProperty', 'zzzZzzZzzzzzzz'],
  ['toString', 'zzZzzzzz'],
  ['valueOf', 'zzzzzZz'],
] as const;

/** Strings that are the name of nothing: no system, tier, option, operation or key of a file. */
export const NO_NAMES: readonly string[] = [
  ...PAIRS.map(([name]) => name),
  '',
  ' ',
  'x'.repeat(100_000),
  '\u001b[31mred\u001b[0m',
  'user\u202egpj.exe',
  'one\n  two, three',
];

export type Path = readonly (string | number)[];

/** Every place in plain data where a name can stand: its keys and its strings. */
export function placesIn(value: unknown, path: Path = []): { readonly path: Path; readonly isKey: boolean }[] {
  if (Array.isArray(value)) return value.flatMap((part, index) => placesIn(part, [...path, index]));
  if (!isPlainObject(value)) return typeof value === 'string' ? [{ path, isKey: false }] : [];
  return Object.entries(value).flatMap(([key, part]) => [{ path: [...path, key], isKey: true }, ...placesIn(part, [...path, key])]);
}

/** The data with a name in one place. By entries, so that `__proto__` is a key and not the prototype. */
export function withName(value: unknown, [step, ...rest]: Path, isKey: boolean, name: string): unknown {
  if (step === undefined) return name;
  if (Array.isArray(value)) return value.map((part, index) => (index === step ? withName(part, rest, isKey, name) : part));
  return Object.fromEntries(
    Object.entries(value as object).map(([key, part]) => {
      if (key !== step) return [key, part];
      return isKey && rest.length === 0 ? [name, part] : [key, withName(part, rest, isKey, name)];
    }),
  );
}
