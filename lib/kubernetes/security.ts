import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';

/** User and group ID for images that define none: any ID except root. */
const NON_ROOT_USER = 10_001;

/** Pod security context for the Pod Security Standard `restricted`. Files of volumes belong to the group. */
export function restrictedPod(user = NON_ROOT_USER): k8s.PodSecurityContext {
  return {
    runAsNonRoot: true,
    runAsUser: user,
    runAsGroup: user,
    fsGroup: user,
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

/** Container security context for the same standard, with a read-only root file system: files are written to volumes only. */
export function restrictedContainer(): k8s.SecurityContext {
  return { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } };
}
