/** Why a file of a folder is not read as a manifest, in the order of reports. */
export const SKIP_REASONS = ['not-a-manifest', 'helm-template', 'kustomize-patch', 'excluded'] as const;

/**
 * `not-a-manifest`: its documents are no Kubernetes objects, such as the values of a Helm chart. `helm-template`: a template of a Helm
 * chart or of another tool, which is a manifest only after it is rendered. `kustomize-patch`: a change of objects that a kustomization file applies.
 * `excluded`: a pattern of `--exclude` or `.sizingignore`.
 */
export type SkipReason = (typeof SKIP_REASONS)[number];
