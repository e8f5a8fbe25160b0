import { sameValueKey } from '../check-context';
import { duplicates } from '../duplicates';
import type { Rule } from '../rule';
import { isKnownString } from '../values';

export const eksPodIdentity: Rule = {
  id: 'eks-pod-identity',
  severity: 'error',
  description: 'Two EKS Pod Identity associations are for the same service account, which has one role',
  fix: 'Keep one association for each service account',
  citation: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html',
  *check(context) {
    const associations = context.ofType('AWS::EKS::PodIdentityAssociation');
    const keyOf = ({ properties: { ClusterName, Namespace, ServiceAccount } }: (typeof associations)[number]) =>
      isKnownString(Namespace) && isKnownString(ServiceAccount) ? sameValueKey([ClusterName, Namespace, ServiceAccount]) : undefined;
    for (const { resource, other } of duplicates(context, associations, keyOf))
      yield {
        resource,
        path: 'Properties.ServiceAccount',
        received: `the service account of ${other.id}`,
        expected: 'another service account',
      };
  },
};
