import { isPlainObject, type PlainObject } from '../core/plain-object';
import type { ManifestObject, Path } from '../manifests/manifest-object';
import { kindOf, type ObjectType, type OperatorRelease, objectType, type Type } from './schema';

/** A field or kind that only one of the two known releases of its operator has. */
export interface ReleaseField {
  /** Path of the field; that of the kind for a kind. */
  readonly path: Path;
  /** The release that has it. */
  readonly release: OperatorRelease;
}

/** Fields of a custom resource that only one of the two known releases of its operator has. Fields below such a field are left out. */
export function releaseFields({ apiVersion, kind, raw }: ManifestObject): readonly ReleaseField[] {
  const known = kindOf(apiVersion, kind);
  if (known === undefined) return [];
  if (known.only !== undefined) return [{ path: ['kind'], release: known.only }];
  return inObject(raw, objectType(known.type), []);
}

function inObject(value: PlainObject, { fields, onlyIn }: ObjectType, path: Path): readonly ReleaseField[] {
  return Object.entries(value).flatMap(([key, inner]): readonly ReleaseField[] => {
    const [type, release, place] = [fields.get(key), onlyIn.get(key), [...path, key]];
    if (release !== undefined) return [{ path: place, release }];
    return type === undefined ? [] : inValue(inner, type, place);
  });
}

function inValue(value: unknown, type: Type, path: Path): readonly ReleaseField[] {
  if (type.kind === 'object') return isPlainObject(value) ? inObject(value, objectType(type.name), path) : [];
  if (type.kind === 'list') return Array.isArray(value) ? value.flatMap((item, index) => inValue(item, type.item, [...path, index])) : [];
  if (type.kind === 'map')
    return isPlainObject(value) ? Object.entries(value).flatMap(([key, item]) => inValue(item, type.value, [...path, key])) : [];
  return [];
}
