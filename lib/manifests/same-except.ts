import { isPlainObject, type PlainObject } from '../core/plain-object';
import { type Path, pathText } from './manifest-object';

/** Whether two values differ at no other place than the paths, where a value may be another one, or a key may have another name. */
export function isSameExcept(before: unknown, after: unknown, paths: ReadonlySet<string>, path: Path = []): boolean {
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length && before.every((item, index) => isSameExcept(item, after[index], paths, [...path, index]));
  }
  if (isPlainObject(before) && isPlainObject(after)) return areFieldsSame(before, after, paths, path);
  return Object.is(before, after) || (isScalar(before) && isScalar(after) && paths.has(pathText(path)));
}

function areFieldsSame(before: PlainObject, after: PlainObject, paths: ReadonlySet<string>, path: Path): boolean {
  const [names, newNames] = [Object.keys(before), Object.keys(after)];
  return (
    names.length === newNames.length &&
    names.every((name, index) => {
      const newName = newNames[index] ?? name;
      const isKept = name === newName || paths.has(pathText([...path, name]));
      return isKept && isSameExcept(before[name], after[newName], paths, [...path, name]);
    })
  );
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
