import type { Blueprint } from '../blueprint/blueprint';
import type { DeploymentWarning } from './answer-warning';

/** A warning when nothing but a deployment has access to the EKS cluster. */
export function clusterAccessWarnings(
  { options }: Blueprint,
  { clusterAdmins = [] }: { readonly clusterAdmins?: readonly string[] | undefined },
): DeploymentWarning[] {
  if (options.platform !== 'eks' || clusterAdmins.length > 0) return [];
  return [{ kind: 'no-cluster-admins' }];
}
