/** Specification of a resource type, as the comparison of templates reads it; undefined for an unknown type. Loaded on first use. */
export function resourceModel(type: string) {
  const { loadResourceModel } =
    require('@aws-cdk/cloudformation-diff/lib/diff/util') as typeof import('@aws-cdk/cloudformation-diff/lib/diff/util');
  return loadResourceModel(type);
}
