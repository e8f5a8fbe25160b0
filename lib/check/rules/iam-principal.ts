import { shown } from '../../core/problems';
import { bucketStatements, trustStatements } from '../policies';
import type { Rule } from '../rule';
import { rawAt } from '../values';

export const iamPrincipal: Rule = {
  id: 'iam-principal',
  severity: 'error',
  description: 'Principal of a policy has a wildcard in its ARN, or is an ARN without the key AWS',
  fix: 'Name the account or the role under AWS, and limit it with a Condition on aws:PrincipalArn',
  citation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  *check(context) {
    for (const { resource, path, principal } of [...trustStatements(context), ...bucketStatements(context)]) {
      if (typeof principal === 'string' && principal !== '*')
        yield { resource, path: `${path}.Principal`, received: shown(principal), expected: 'a key such as AWS or Service' };
      const named = rawAt(principal, 'AWS');
      for (const name of Array.isArray(named) ? (named as readonly unknown[]) : [named]) {
        if (typeof name !== 'string' || name === '*' || !name.includes('*')) continue;
        yield { resource, path: `${path}.Principal.AWS`, received: shown(name), expected: 'an ARN without a wildcard' };
      }
    }
  },
};
