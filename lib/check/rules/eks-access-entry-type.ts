import { shown } from '../../core/problems';
import { isPresent } from '../property';
import type { Rule } from '../rule';
import { isKnownString, itemsAt, stringAt } from '../values';

/** Types for nodes. Entries of type EC2, for EKS Auto Mode, have access policies. */
const NODES = ['EC2_LINUX', 'EC2_WINDOWS', 'FARGATE_LINUX'];
/** Prefixes of groups that EKS reserves. */
const RESERVED = /^(system|eks|aws|amazon|iam):/;

export const eksAccessEntryType: Rule = {
  id: 'eks-access-entry-type',
  severity: 'error',
  description: 'Access entry for nodes has groups or access policies, or an entry has a group that EKS reserves',
  fix: 'Remove KubernetesGroups and AccessPolicies of entries for nodes; for administrators, use the policy AmazonEKSClusterAdminPolicy instead of system:masters',
  citation: 'https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html',
  *check(context) {
    for (const entry of context.ofType('AWS::EKS::AccessEntry')) {
      const type = stringAt(entry.properties, 'Type');
      for (const name of isKnownString(type) && NODES.includes(type) ? ['KubernetesGroups', 'AccessPolicies'] : []) {
        if (!isPresent(entry.properties, name)) continue;
        yield { resource: entry, path: `Properties.${name}`, received: `set for type ${String(type)}`, expected: 'absent' };
      }
      for (const [index, group] of itemsAt(entry.properties, 'KubernetesGroups').entries()) {
        if (!isKnownString(group) || !RESERVED.test(group)) continue;
        yield {
          resource: entry,
          path: `Properties.KubernetesGroups[${index}]`,
          received: shown(group),
          expected: 'a group without the prefix system:, eks:, aws:, amazon: or iam:',
        };
      }
    }
  },
};
