import { isPlainObject, own, type PlainObject } from '../../core/plain-object';
import { type Problem, shown } from '../../core/problems';
import { interpolatedText } from './values';

type Rule = (base: unknown, value: unknown) => unknown;

/** Fields whose values are not merged as their types are. Source: `override/merge.go` of https://github.com/compose-spec/compose-go. */
const RULES: ReadonlyMap<string, Rule> = new Map([
  ...['command', 'entrypoint', 'healthcheck.test'].map((field) => [field, replaced] as const),
  ...['environment', 'labels', 'deploy.labels', 'annotations', 'sysctls', 'extra_hosts'].map((field) => [field, mergedPairs] as const),
  ...['args', 'labels', 'additional_contexts', 'extra_hosts'].map((field) => [`build.${field}`, mergedPairs] as const),
  ...['depends_on', 'networks', 'models'].map((field) => [field, mergedNames] as const),
  ['volumes', mergedVolumes],
]);

/**
 * A service with the fields of another one that it extends or overrides: objects are merged, lists are joined without
 * duplicates, everything else is replaced. Source: Compose specification, "Merging service definitions" and "Merge and override".
 */
export function mergedService(base: PlainObject, service: PlainObject, path: string, problems: Problem[]): PlainObject {
  return mergedFields(base, service, '', { path, problems });
}

interface Merging {
  /** Path of the service. */
  readonly path: string;
  readonly problems: Problem[];
}

function mergedFields(base: PlainObject, fields: PlainObject, parent: string, merging: Merging): PlainObject {
  const both = Object.entries(fields).map(([key, value]): [string, unknown] => {
    const field = parent === '' ? key : `${parent}.${key}`;
    return [key, Object.hasOwn(base, key) ? merged(own(base, key), value, field, merging) : value];
  });
  return { ...base, ...Object.fromEntries(both) };
}

function merged(base: unknown, value: unknown, field: string, merging: Merging): unknown {
  const rule = RULES.get(field) ?? (field.startsWith('ulimits.') ? replaced : undefined);
  if (rule !== undefined) return rule(base, value);
  if (value === null || value === undefined) return base;
  if (base === null || base === undefined) return value;
  if (field === 'build') return mergedFields(buildOf(base), buildOf(value), field, merging);
  if (isPlainObject(base) && isPlainObject(value)) return mergedFields(base, value, field, merging);
  if (Array.isArray(base) && Array.isArray(value)) return withoutDuplicates([...base, ...value]);
  if (isPlainObject(base) || isPlainObject(value)) {
    const expected = isPlainObject(base)
      ? 'an object, as in the service that it overrides'
      : 'no object, as in the service that it overrides';
    merging.problems.push({ path: `${merging.path}.${field}`, received: shown(value), expected });
  }
  return value;
}

function replaced(_base: unknown, value: unknown): unknown {
  return value;
}

/** `build: .` is the context of a build. */
function buildOf(value: unknown): PlainObject {
  return isPlainObject(value) ? value : { context: value };
}

function mergedPairs(base: unknown, value: unknown): unknown {
  return { ...pairsOf(base), ...pairsOf(value) };
}

/** An object, or the same as a list of `key=value`. */
function pairsOf(value: unknown): PlainObject {
  if (isPlainObject(value)) return value;
  if (!Array.isArray(value)) return {};
  return Object.fromEntries(
    value.map((pair: unknown): [string, unknown] => {
      const text = String(pair);
      const end = text.indexOf('=');
      return end < 0 ? [text, null] : [text.slice(0, end), text.slice(end + 1)];
    }),
  );
}

/** Objects by name, such as `depends_on`; the fields of one name are merged, and those of the second one decide. */
function mergedNames(base: unknown, value: unknown): unknown {
  const before = namedOf(base);
  const after = Object.entries(namedOf(value)).map(([name, fields]): [string, unknown] => {
    const other = own(before, name);
    return [name, isPlainObject(other) && isPlainObject(fields) ? { ...other, ...fields } : (fields ?? other ?? null)];
  });
  return { ...before, ...Object.fromEntries(after) };
}

function namedOf(value: unknown): PlainObject {
  if (isPlainObject(value)) return value;
  return Array.isArray(value) ? Object.fromEntries(value.map((name: unknown) => [String(name), {}])) : {};
}

/** One volume for each target; the later one decides. Source: Compose specification, "Unique resources". */
function mergedVolumes(base: unknown, value: unknown): unknown {
  if (!Array.isArray(base) || !Array.isArray(value)) return value ?? base;
  const byTarget = new Map([...base, ...value].map((volume: unknown) => [targetOf(volume), volume]));
  return [...byTarget.values()];
}

/** The path in the container: `source:target:mode`, or an object. A source may start with the drive of a disk. */
function targetOf(volume: unknown): string {
  if (isPlainObject(volume)) return interpolatedText(own(volume, 'target'));
  const text = interpolatedText(volume);
  const [source = '', target] = text.replace(/^[A-Za-z]:[\\/]/, '').split(':');
  return target ?? source;
}

function withoutDuplicates(values: readonly unknown[]): readonly unknown[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
