import { intrinsicOf } from '../cloudformation/references';
import { isPlainObject, own } from '../core/plain-object';
import { readPackageData } from '../io/package-data';

/** Statement of the specification about a change: it replaces the resource, or may do so. */
export type ReplacementStatement = 'yes' | 'maybe';

/** The content of `data/cloudformation/nested-replacements.json`. */
export interface NestedReplacements {
  /** The specification that was read. */
  readonly read: string;
  /** By resource type: paths of properties within properties, without positions in lists. */
  readonly types: Readonly<Record<string, Readonly<Record<string, ReplacementStatement>>>>;
}

let file: NestedReplacements | undefined;

/**
 * Statement about a change within a property; undefined when it replaces nothing. The comparison of templates reads what the
 * specification states about whole properties only.
 */
export function nestedReplacement(type: string, property: string, before: unknown, after: unknown): ReplacementStatement | undefined {
  file ??= readPackageData('cloudformation/nested-replacements.json') as NestedReplacements;
  const statements = Object.entries(own(file.types, type) ?? {}).flatMap(([path, statement]) => {
    const [first, ...rest] = path.split('.');
    return first === property && changesAt(before, after, rest) ? [statement] : [];
  });
  return statements.includes('yes') ? 'yes' : statements[0];
}

/** Whether two values differ at a path. Values that only the deployment knows count as different there, unless they are the same. */
function changesAt(before: unknown, after: unknown, [key, ...rest]: readonly string[]): boolean {
  if (textOf(before) === textOf(after)) return false;
  if (key === undefined || intrinsicOf(before) !== undefined || intrinsicOf(after) !== undefined) return true;
  if (Array.isArray(before) || Array.isArray(after)) {
    return changedItems(itemsOf(before), itemsOf(after)).some(([old, next]) => changesAt(old, next, [key, ...rest]));
  }
  return changesAt(valueIn(before, key), valueIn(after, key), rest);
}

/** Items that differ, by position among these. Items that are only added or removed are no pair. */
function changedItems(before: readonly unknown[], after: readonly unknown[]): readonly (readonly [unknown, unknown])[] {
  const [old, next] = [without(before, after), without(after, before)];
  return old.slice(0, next.length).map((item, index) => [item, next[index]] as const);
}

function without(items: readonly unknown[], others: readonly unknown[]): readonly unknown[] {
  const known = new Set(others.map(textOf));
  return items.filter((item) => !known.has(textOf(item)));
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function valueIn(value: unknown, key: string): unknown {
  return isPlainObject(value) ? own(value, key) : undefined;
}

/** The value as text. For CloudFormation, numbers and switches are the same as their strings. */
function textOf(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part) => (typeof part === 'number' || typeof part === 'boolean' ? String(part) : part));
}
