import type { TransitionRule } from '../rule';

/** Types of the CDK whose handler runs kubectl or Helm. */
const APPLIED = ['Custom::AWSCDK-EKS-KubernetesResource', 'Custom::AWSCDK-EKS-HelmChart', 'Custom::AWSCDK-EKS-KubernetesPatch'];

export const appliedObjects: TransitionRule = {
  id: 'applied-objects',
  description: 'The handlers of the CDK apply changed manifests and charts to the cluster in place',
  sources: ['https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_eks_v2-readme.html'],
  asOf: '2026-11-28',
  *judge(context) {
    for (const { id, properties } of context.updated(...APPLIED)) {
      const names = properties.map(({ name }) => name).filter((name) => name !== 'ServiceToken' && name !== 'ClusterName');
      if (names.length > 0) yield { resource: id, class: 'in-place', properties: names, text: 'the objects are applied to the cluster' };
    }
  },
};
