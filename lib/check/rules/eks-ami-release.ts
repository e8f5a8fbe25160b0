import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { stringAt } from '../values';

/** First Kubernetes version without images of Amazon Linux 2: 1.33. */
const FIRST_MINOR_WITHOUT_AL2 = 33;

export const eksAmiRelease: Rule = {
  id: 'eks-ami-release',
  severity: 'error',
  description: 'Node group requests Amazon Linux 2, which EKS does not release for the Kubernetes version',
  fix: 'Set AmiType to a type of Amazon Linux 2023, such as AL2023_x86_64_STANDARD, or to Bottlerocket',
  citation: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-extended.html',
  *check(context) {
    for (const group of context.ofType('AWS::EKS::Nodegroup')) {
      const type = stringAt(group.properties, 'AmiType');
      if (typeof type !== 'string' || !type.startsWith('AL2_')) continue;
      const cluster = context.targetOf('AWS::EKS::Cluster', group.properties.ClusterName);
      const version = stringAt(group.properties, 'Version') ?? stringAt(cluster?.properties, 'Version');
      const minor = typeof version === 'string' ? /^1\.(\d+)/.exec(version)?.[1] : undefined;
      if (minor !== undefined && Number(minor) >= FIRST_MINOR_WITHOUT_AL2)
        yield {
          resource: group,
          path: 'Properties.AmiType',
          received: `${shown(type)} with Kubernetes 1.${minor}`,
          expected: 'Amazon Linux 2023 or Bottlerocket',
        };
    }
  },
};
