/** Metadata of an object in a namespace. */
export const META = 'metadata: { name: x, namespace: shop }';
/** Metadata of an object of the whole cluster. */
export const CLUSTER_META = 'metadata: { name: x }';

/** A pod with fields, whose container has fields. */
export function pod(fields: string, ofContainer = ''): string {
  const container = `name: a, image: "a:1"${ofContainer === '' ? '' : `, ${ofContainer}`}`;
  return `apiVersion: v1\nkind: Pod\n${META}\nspec: { ${fields === '' ? '' : `${fields}, `}containers: [{ ${container} }] }\n`;
}

/** An object with fields beside its metadata. */
export function object(apiVersion: string, kind: string, fields: string, meta = META): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\n${meta}\n${fields}\n`;
}
