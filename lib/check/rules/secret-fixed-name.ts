import { textAt } from '../property';
import type { Rule } from '../rule';
import { isKnownString } from '../values';
import { SECRET_NAME } from './secret-name';

export const secretFixedName: Rule = {
  id: 'secret-fixed-name',
  severity: 'info',
  description: 'Secret has a fixed name, which cannot be used again for the recovery window of 7 to 30 days after a deletion',
  fix: 'Leave Name out, unless another stack must know it',
  citation: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html',
  *check(context) {
    for (const secret of context.ofType('AWS::SecretsManager::Secret')) {
      const name = textAt(secret.properties, 'Name');
      // An invalid name is another violation: no secret is created.
      if (name !== undefined && (!isKnownString(name) || SECRET_NAME.test(name)))
        yield { resource: secret, path: 'Properties.Name', received: 'set', expected: 'no value, so that CloudFormation makes a new name' };
    }
  },
};
