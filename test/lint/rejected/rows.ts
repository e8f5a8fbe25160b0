/**
 * Manifests that the API server rejects, each with the nearest one that it accepts. Source: the validation of Kubernetes 1.36,
 * by the name of its function.
 */
export interface Rejected {
  /** ID of the only rule that finds a violation. */
  readonly rule: string;
  /** Name of the function of the API server that rejects the manifest. */
  readonly validation: string;
  /** The rejected manifest. */
  readonly broken: string;
  /** The accepted manifest. */
  readonly valid: string;
  /** Path of the violation. */
  readonly path: string;
}

/** A manifest with the fields. */
export type Make = (fields: string) => string;
type Row = readonly [validation: string, broken: string, valid: string, path: string];

export const META = 'metadata: { name: x, namespace: shop }';
export const CLUSTER_META = 'metadata: { name: x }';
export const CONTAINER = 'name: a, image: "a:1"';
/** Path of the container of a pod. */
export const CONTAINER_PATH = 'spec.containers[0]';

/** A pod whose container has fields. */
export const container: Make = (fields) => `apiVersion: v1\nkind: Pod\n${META}\nspec: { containers: [{ ${CONTAINER}, ${fields} }] }\n`;
/** A pod with fields. */
export const pod: Make = (fields) => `apiVersion: v1\nkind: Pod\n${META}\nspec: { ${fields}, containers: [{ ${CONTAINER} }] }\n`;
/** An object with fields beside its metadata. */
export const object =
  (kind: string, apiVersion: string, meta = META): Make =>
  (fields) =>
    `apiVersion: ${apiVersion}\nkind: ${kind}\n${meta}\n${fields}\n`;
/** An object with fields in its `spec`. */
export const spec =
  (kind: string, apiVersion: string): Make =>
  (fields) =>
    object(kind, apiVersion)(`spec: { ${fields} }`);

/** Rows of one rule that share the rest of the manifest. */
export function rows(rule: string, make: Make, list: readonly Row[]): readonly Rejected[] {
  return list.map(([validation, broken, valid, path]) => ({ rule, validation, broken: make(broken), valid: make(valid), path }));
}
