import { isPlainObject, type PlainObject } from '../io/plain-object';
import type { ManifestObject } from '../manifests/manifest-object';
import { at, itemsAt, stringAt } from '../manifests/values';
import { perContext } from './per-context';
import { kindOf } from './schema';

/** A kind that a CustomResourceDefinition of the manifests defines. */
export interface DefinedKind {
  /** The CustomResourceDefinition. */
  readonly definition: ManifestObject;
  /** Schemas of the served versions, by version. */
  readonly schemas: ReadonlyMap<string, PlainObject>;
}

const definedKinds = perContext((context): ReadonlyMap<string, DefinedKind> => {
  const kinds = new Map<string, DefinedKind>();
  for (const definition of context.ofKind('CustomResourceDefinition')) {
    if (definition.apiVersion !== 'apiextensions.k8s.io/v1') continue;
    const [group, kind] = [stringAt(definition.raw, 'spec', 'group'), stringAt(definition.raw, 'spec', 'names', 'kind')];
    const schemas = new Map<string, PlainObject>();
    for (const { value } of itemsAt(definition.raw, 'spec', 'versions')) {
      const schema = at(value, 'schema', 'openAPIV3Schema');
      if (typeof value.name === 'string' && value.served !== false && isPlainObject(schema)) schemas.set(value.name, schema);
    }
    kinds.set(`${group}/${kind}`, { definition, schemas });
  }
  return kinds;
});

/** Custom resources whose definition is among the manifests. Kinds whose fields are known are left to the rules about structure. */
export const definedObjects = perContext((context): readonly (readonly [ManifestObject, DefinedKind])[] => {
  const kinds = definedKinds(context);
  return context.objects.flatMap((object): (readonly [ManifestObject, DefinedKind])[] => {
    const defined = kinds.get(`${object.group}/${object.kind}`);
    return defined === undefined || kindOf(object.apiVersion, object.kind) !== undefined ? [] : [[object, defined]];
  });
});

/** The version of an API version: `v1` of `example.com/v1`. */
export function versionOf({ apiVersion }: ManifestObject): string {
  return apiVersion.slice(apiVersion.indexOf('/') + 1);
}

/** Whether a schema has rules of CEL, at any depth. */
export function hasRules(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.some(hasRules);
  if (!isPlainObject(schema)) return false;
  return Array.isArray(schema['x-kubernetes-validations']) || Object.values(schema).some(hasRules);
}
