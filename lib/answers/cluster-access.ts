import type { Blueprint } from '../blueprint/blueprint';

/** A warning when nothing but a deployment has access to the EKS cluster. */
export function clusterAccessWarnings(
  { options }: Blueprint,
  { clusterAdmins = [] }: { readonly clusterAdmins?: readonly string[] | undefined },
): string[] {
  if (options.platform !== 'eks' || clusterAdmins.length > 0) return [];
  return ['No IAM role or user has access to the cluster with kubectl. Set clusterAdmins to the ARNs of those that administer it.'];
}
