import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';

/** User and group of containers whose image names none: any but root. */
const NOBODY = 10_001;

/** What the restricted Pod Security Standard asks of a pod; files of volumes belong to the group. */
export function restrictedPod(user = NOBODY): k8s.PodSecurityContext {
  return {
    runAsNonRoot: true,
    runAsUser: user,
    runAsGroup: user,
    fsGroup: user,
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

/** And of a container; its own file system is read-only, so what it writes needs a volume. */
export function restrictedContainer(): k8s.SecurityContext {
  return { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } };
}
