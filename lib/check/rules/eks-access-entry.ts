import type { CheckContext } from '../check-context';
import { trustStatements } from '../policies';
import type { Rule } from '../rule';
import { rawAt, stringAt, UNKNOWN } from '../values';

export const eksAccessEntry: Rule = {
  id: 'eks-access-entry',
  severity: 'warning',
  description: 'EKS cluster has no access entry for people: at most the role that created it has access',
  fix: 'Add an AccessEntry with an access policy for the role of the people who manage the cluster',
  citation: 'https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html',
  *check(context) {
    const entries = context.ofType('AWS::EKS::AccessEntry');
    for (const cluster of context.ofType('AWS::EKS::Cluster')) {
      const mode = stringAt(cluster.properties, 'AccessConfig', 'AuthenticationMode');
      // In mode CONFIG_MAP, which is the default, the ConfigMap aws-auth decides, and no template contains it.
      if (mode === undefined || mode === UNKNOWN || mode === 'CONFIG_MAP') continue;
      const ofPeople = entries.some(
        ({ properties }) => (context.target(properties.ClusterName) ?? cluster) === cluster && isOfPeople(properties, context),
      );
      if (!ofPeople)
        yield {
          resource: cluster,
          path: 'Properties.AccessConfig',
          received: 'without an access entry for people',
          expected: 'an AccessEntry of type STANDARD',
        };
    }
  },
};

/** Entries for nodes have another type, and the role of a function or instance trusts services only. */
function isOfPeople(properties: Readonly<Record<string, unknown>>, context: CheckContext): boolean {
  const type = stringAt(properties, 'Type') ?? 'STANDARD';
  if (type !== 'STANDARD' && type !== UNKNOWN) return false;
  const role = context.targetOf('AWS::IAM::Role', properties.PrincipalArn);
  if (role === undefined) return true;
  return trustStatements(context).some(
    ({ resource, principal }) => resource === role && (principal === '*' || rawAt(principal, 'Service') === undefined),
  );
}
