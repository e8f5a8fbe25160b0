import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { z } from 'zod';

/** The parts of an OpenAPI v3 structural schema that are read. */
export interface CrdSchema {
  readonly type?: string | undefined;
  readonly format?: string | undefined;
  readonly pattern?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly minItems?: number | undefined;
  readonly required?: readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, CrdSchema>> | undefined;
  readonly items?: CrdSchema | undefined;
  readonly additionalProperties?: CrdSchema | boolean | undefined;
  readonly 'x-kubernetes-int-or-string'?: boolean | undefined;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean | undefined;
  readonly 'x-kubernetes-list-type'?: string | undefined;
  readonly 'x-kubernetes-validations'?: readonly CrdRule[] | undefined;
  readonly default?: unknown;
}

/** A rule in CEL. */
export interface CrdRule {
  readonly rule: string;
  readonly message?: string | undefined;
  readonly messageExpression?: string | undefined;
  readonly fieldPath?: string | undefined;
}

/** Schema of one version of one kind. */
export interface CrdKind {
  readonly schema: CrdSchema;
  /** From `spec.scope` of the definition; absent when the input is a list of schemas. */
  readonly namespaced?: boolean;
}

const SCHEMA: z.ZodType<CrdSchema> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    format: z.string().optional(),
    pattern: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minItems: z.number().optional(),
    required: z.array(z.string()).optional(),
    properties: z.record(z.string(), SCHEMA).optional(),
    items: SCHEMA.optional(),
    additionalProperties: z.union([z.boolean(), SCHEMA]).optional(),
    'x-kubernetes-int-or-string': z.boolean().optional(),
    'x-kubernetes-preserve-unknown-fields': z.boolean().optional(),
    'x-kubernetes-list-type': z.string().optional(),
    'x-kubernetes-validations': z
      .array(
        z.object({
          rule: z.string(),
          message: z.string().optional(),
          messageExpression: z.string().optional(),
          fieldPath: z.string().optional(),
        }),
      )
      .optional(),
    default: z.unknown().optional(),
  }),
);

const DEFINITION = z.object({
  kind: z.literal('CustomResourceDefinition'),
  spec: z.object({
    group: z.string(),
    names: z.object({ kind: z.string() }),
    scope: z.enum(['Namespaced', 'Cluster']),
    versions: z.array(z.object({ name: z.string(), served: z.boolean(), schema: z.object({ openAPIV3Schema: SCHEMA }) })),
  }),
});

const SCHEMAS = z.record(z.string().regex(/^[^/]+\/[^/]+\/[^/]+$/), z.object({ schema: SCHEMA }));

/**
 * Schemas by `karpenter.sh/v1/NodePool` of a file, or of every YAML and JSON file below a folder: custom resource
 * definitions, or a JSON object of `{ schema }` by such keys. Versions that a definition doesn't serve are left out.
 */
export function readCrdKinds(path: string): ReadonlyMap<string, CrdKind> {
  const files = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:ya?ml|json)$/.test(name))
        .sort()
        .map((name) => join(path, name))
    : [path];
  return new Map(files.flatMap((file) => loadAll(readFileSync(file, 'utf8')).flatMap((document) => kindsIn(document))));
}

function kindsIn(document: unknown): [string, CrdKind][] {
  if (document === null || document === undefined) return [];
  const isObject = typeof document === 'object' && 'apiVersion' in document;
  if (!isObject) return Object.entries(SCHEMAS.parse(document));
  // Files of a release have more than definitions: roles, Deployments, webhooks.
  if (!('kind' in document) || document.kind !== 'CustomResourceDefinition') return [];
  const { group, names, scope, versions } = DEFINITION.parse(document).spec;
  return versions
    .filter(({ served }) => served)
    .map(({ name, schema }) => [`${group}/${name}/${names.kind}`, { schema: schema.openAPIV3Schema, namespaced: scope === 'Namespaced' }]);
}
