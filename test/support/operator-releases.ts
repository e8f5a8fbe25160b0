/** Finds the fields of custom resources that only one of the two known releases of their operator has. */
import { kindOf, type ObjectType, objectType, type Type } from '../../lib/lint/schema';
import type { ManifestObject } from '../../lib/manifests/manifest-object';

/** `Cluster: spec.env (newest)`: kinds and fields that the oldest supported release, or the newest, does not know. */
export function releaseBoundFields({ apiVersion, kind, raw }: ManifestObject): string[] {
  const known = kindOf(apiVersion, kind);
  if (known === undefined) return [];
  const own = known.only === undefined ? [] : [`${kind}: ${apiVersion} (${known.only})`];
  return [...own, ...inObject(raw, objectType(known.type), '').map((path) => `${kind}: ${path}`)];
}

function inObject(value: object, { fields, onlyIn }: ObjectType, path: string): string[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = path === '' ? key : `${path}.${key}`;
    const release = onlyIn.get(key);
    const type = fields.get(key);
    if (release !== undefined) return [`${place} (${release})`];
    return type === undefined ? [] : inValue(inner, type, place);
  });
}

function inValue(value: unknown, type: Type, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (type.kind === 'object') return inObject(value, objectType(type.name), path);
  if (type.kind === 'list') return Object.values(value).flatMap((item) => inValue(item, type.item, `${path}[]`));
  if (type.kind === 'map') return Object.entries(value).flatMap(([key, item]) => inValue(item, type.value, `${path}.${key}`));
  return [];
}
