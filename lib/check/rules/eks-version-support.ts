import { KUBERNETES_SUPPORT_ENDED } from '../ended-support';
import type { Rule } from '../rule';
import { stringAt } from '../values';

export const eksVersionSupport: Rule = {
  id: 'eks-version-support',
  severity: 'error',
  description: 'EKS cluster requests a Kubernetes version past extended support, for which EKS creates no cluster',
  fix: 'Set Version to a Kubernetes version in standard support',
  citation: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html',
  *check(context) {
    for (const cluster of context.ofType('AWS::EKS::Cluster')) {
      const version = stringAt(cluster.properties, 'Version');
      const minor = typeof version === 'string' ? /^1\.(\d+)/.exec(version)?.[1] : undefined;
      if (minor === undefined || Number(minor) > KUBERNETES_SUPPORT_ENDED.minor) continue;
      yield {
        resource: cluster,
        path: 'Properties.Version',
        received: `1.${minor}, and the extended support of 1.${KUBERNETES_SUPPORT_ENDED.minor} ended on ${KUBERNETES_SUPPORT_ENDED.on}`,
        expected: `a version after 1.${KUBERNETES_SUPPORT_ENDED.minor}`,
      };
    }
  },
};
