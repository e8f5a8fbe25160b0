/**
 * Effects of `kubectl apply` on an object, from harmless to impossible.
 * `unchanged`: it stays as it is. `created`: it is new. `in-place`: it is changed, and no pod is replaced.
 * `by-controller`: a custom resource is changed, and its controller applies the change.
 * `rolling-update`: its pods are replaced while others run. `restart`: its pods are replaced, and for some time none runs.
 * `remaining`: the manifests no longer contain it, and it stays until it is deleted. `rejected`: the API server refuses the change.
 */
export const APPLY_CLASSES = [
  'unchanged',
  'created',
  'in-place',
  'by-controller',
  'rolling-update',
  'restart',
  'remaining',
  'rejected',
] as const;
/** Class of a change. */
export type ApplyClass = (typeof APPLY_CLASSES)[number];
