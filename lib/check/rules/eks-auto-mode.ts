import type { Rule } from '../rule';
import { flagAt, UNKNOWN } from '../values';

/** The three parts of EKS Auto Mode. */
const PARTS = [
  ['ComputeConfig', 'Enabled'],
  ['StorageConfig', 'BlockStorage', 'Enabled'],
  ['KubernetesNetworkConfig', 'ElasticLoadBalancing', 'Enabled'],
] as const;

export const eksAutoMode: Rule = {
  id: 'eks-auto-mode',
  severity: 'error',
  description: 'EKS Auto Mode is on for one of compute, storage and load balancing only, which EKS rejects',
  fix: 'Set Enabled of ComputeConfig, StorageConfig.BlockStorage and KubernetesNetworkConfig.ElasticLoadBalancing to the same value',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-cluster.html',
  unsettled: 'The reference describes each part; that all are fully enabled or fully disabled is stated by the message of EKS only',
  *check(context) {
    for (const cluster of context.ofType('AWS::EKS::Cluster')) {
      const states = PARTS.map((path) => flagAt(cluster.properties, ...path) ?? false);
      if (states.includes(UNKNOWN) || new Set(states).size === 1) continue;
      for (const [index, path] of PARTS.entries()) {
        if (states[index] === true) continue;
        yield {
          resource: cluster,
          path: `Properties.${path.join('.')}`,
          received: 'false',
          expected: 'true, as the other parts of Auto Mode',
        };
      }
    }
  },
};
