import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { stringAt, UNKNOWN } from '../values';

export const eksUpgradePolicy: Rule = {
  id: 'eks-upgrade-policy',
  severity: 'warning',
  description: 'EKS cluster enters extended support, at a higher hourly price, when its version leaves standard support',
  fix: 'Set UpgradePolicy.SupportType to STANDARD, so that EKS upgrades the cluster instead',
  citation: 'https://docs.aws.amazon.com/eks/latest/userguide/view-upgrade-policy.html',
  *check(context) {
    for (const cluster of context.ofType('AWS::EKS::Cluster')) {
      const support = stringAt(cluster.properties, 'UpgradePolicy', 'SupportType');
      if (support === 'STANDARD' || support === UNKNOWN) continue;
      yield {
        resource: cluster,
        path: 'Properties.UpgradePolicy.SupportType',
        ...(support !== undefined && { received: shown(support) }),
        expected: 'STANDARD; EXTENDED is the default',
      };
    }
  },
};
