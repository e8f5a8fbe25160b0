import { shown } from '../../core/problems';
import { trustStatements } from '../policies';
import type { Rule } from '../rule';
import { isKnownString, rawAt } from '../values';

export const iamServicePrincipal: Rule = {
  id: 'iam-service-principal',
  severity: 'error',
  description: 'Trust policy names a service without its domain, or lets an OIDC provider assume the role by the action of others',
  fix: 'Write the service as in "ec2.amazonaws.com", and allow sts:AssumeRoleWithWebIdentity for an OIDC provider',
  citation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  unsettled:
    'The page states the names of services. Access Analyzer reports the action of an OIDC provider as a mismatched action: https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  *check(context) {
    for (const { resource, path, principal, actions } of trustStatements(context)) {
      const services = rawAt(principal, 'Service');
      const short = (Array.isArray(services) ? services : [services]).filter(isKnownString).find((name) => !name.includes('.'));
      if (short !== undefined)
        yield { resource, path: `${path}.Principal.Service`, received: shown(short), expected: `${short}.amazonaws.com or similar` };
      const federated = rawAt(principal, 'Federated');
      const isOidc = isKnownString(federated) && federated.includes(':oidc-provider/');
      const provider = context.targetOf('AWS::IAM::OIDCProvider', federated);
      if ((!isOidc && provider === undefined) || actions.length !== 1 || actions[0]?.toLowerCase() !== 'sts:assumerole') continue;
      yield { resource, path: `${path}.Action`, received: shown(actions[0]), expected: 'sts:AssumeRoleWithWebIdentity' };
    }
  },
};
