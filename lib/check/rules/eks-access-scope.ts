import { is } from '../property-condition';
import { each, matching, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const eksAccessScope: Rule = {
  id: 'eks-access-scope',
  severity: 'error',
  description: 'Access entry names an AWS STS session, or its policy is scoped to namespaces and names none',
  fix: 'Name the role in PrincipalArn, and the namespaces in Namespaces',
  citation: 'https://docs.aws.amazon.com/eks/latest/APIReference/API_AccessScope.html',
  unsettled:
    'The page states the namespaces. The principal is stated with the entry: https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessEntry.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::EKS::AccessEntry',
      matching('PrincipalArn', /^(?!arn:[a-z-]+:sts:)/, 'the ARN of a role or user'),
      each('AccessPolicies', when(is('AccessScope.Type', 'namespace'), required('AccessScope.Namespaces'))),
    ),
};
