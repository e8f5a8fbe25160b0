import { isPlainObject, own } from '../core/plain-object';

/** A field whose parts are one value to a reader. */
const WHOLE: readonly string[] = ['spec.template', 'spec.jobTemplate', 'spec.selector', 'metadata.annotations', 'metadata.labels'];

/** Fields that are no part of the desired state: the cluster or `kubectl` sets them. */
const IGNORED: readonly string[] = [
  'status',
  'metadata.creationTimestamp',
  'metadata.generation',
  'metadata.managedFields',
  'metadata.resourceVersion',
  'metadata.uid',
];

/**
 * Paths of the fields in which two objects differ. A field that only one of them has is equal if the other has its default. Keys with
 * dots, such as names of files, are one step of a path.
 */
export function changedFields(before: unknown, after: unknown, defaults: Readonly<Record<string, string>> = {}): readonly string[] {
  return fieldsBetween(before, after, '', defaults);
}

function fieldsBetween(before: unknown, after: unknown, path: string, defaults: Readonly<Record<string, string>>): readonly string[] {
  if (IGNORED.includes(path)) return [];
  const [left, right] = [before, after].map((value) => value ?? (Object.hasOwn(defaults, path) ? defaults[path] : undefined));
  if (!WHOLE.includes(path) && isPlainObject(left) && isPlainObject(right)) {
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    return keys.flatMap((key) => fieldsBetween(own(left, key), own(right, key), path === '' ? key : `${path}.${key}`, defaults));
  }
  return isSame(left, right) ? [] : [path];
}

function isSame(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => isSame(item, right[index]));
  }
  if (isPlainObject(left) && isPlainObject(right)) {
    return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => isSame(own(left, key), own(right, key)));
  }
  return (left ?? undefined) === (right ?? undefined);
}
