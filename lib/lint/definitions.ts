import { isPlainObject, type PlainObject } from '../core/plain-object';
import type { ManifestObject, Path } from '../manifests/manifest-object';
import { at, itemsAt, stringAt } from '../manifests/values';
import { perContext } from './per-context';

/** A kind that a CustomResourceDefinition of the manifests or of the cluster defines. */
export interface DefinedKind {
  /** The CustomResourceDefinition. */
  readonly definition: ManifestObject;
  /** Schemas of the served versions, by version. */
  readonly schemas: ReadonlyMap<string, VersionSchema>;
}

/** The schema of a version of a CustomResourceDefinition. */
export interface VersionSchema {
  /** The structural schema. */
  readonly schema: PlainObject;
  /** Path of the schema in the definition. */
  readonly path: Path;
}

const SCHEMA = ['schema', 'openAPIV3Schema'];

/** Definitions by group and kind. A kind has several when files have several releases of its definition. */
const definedKinds = perContext((context): ReadonlyMap<string, readonly DefinedKind[]> => {
  const kinds = new Map<string, DefinedKind[]>();
  for (const definition of [...(context.cluster.definitions ?? []), ...context.ofKind('CustomResourceDefinition')]) {
    if (definition.apiVersion !== 'apiextensions.k8s.io/v1') continue;
    const [group, kind] = [stringAt(definition.raw, 'spec', 'group'), stringAt(definition.raw, 'spec', 'names', 'kind')];
    const schemas = new Map<string, VersionSchema>();
    for (const { value, path } of itemsAt(definition.raw, 'spec', 'versions')) {
      const schema = at(value, ...SCHEMA);
      if (typeof value.name === 'string' && value.served !== false && isPlainObject(schema))
        schemas.set(value.name, { schema, path: [...path, ...SCHEMA] });
    }
    const key = `${group}/${kind}`;
    kinds.set(key, [...(kinds.get(key) ?? []), { definition, schemas }]);
  }
  return kinds;
});

/**
 * Custom resources whose definitions are among the manifests or those of the cluster. They count also for a kind whose fields are
 * known.
 */
export const definedObjects = perContext((context): ReadonlyMap<ManifestObject, readonly DefinedKind[]> => {
  const kinds = definedKinds(context);
  return new Map(
    context.objects.flatMap((object): (readonly [ManifestObject, readonly DefinedKind[]])[] => {
      const defined = kinds.get(`${object.group}/${object.kind}`);
      return defined === undefined ? [] : [[object, defined]];
    }),
  );
});

/** The version of an API version: `v1` of `example.com/v1`. */
export function versionOf({ apiVersion }: ManifestObject): string {
  return apiVersion.slice(apiVersion.indexOf('/') + 1);
}
