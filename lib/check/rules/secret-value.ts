import type { Rule } from '../rule';
import { isAbsent } from '../values';

export const secretValue: Rule = {
  id: 'secret-value',
  severity: 'error',
  description: 'Secret states a value and generates one, or has one half of a template, which Secrets Manager rejects',
  fix: 'Keep SecretString or GenerateSecretString, and SecretStringTemplate together with GenerateStringKey',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html',
  *check(context) {
    for (const secret of context.ofType('AWS::SecretsManager::Secret')) {
      const has = (...path: readonly string[]) => !isAbsent(secret.properties, ...path);
      if (has('SecretString') && has('GenerateSecretString'))
        yield { resource: secret, path: 'Properties.SecretString', received: 'set', expected: 'absent next to GenerateSecretString' };
      const [template, key] = ['SecretStringTemplate', 'GenerateStringKey'] as const;
      for (const [name, other] of [
        [template, key],
        [key, template],
      ] as const) {
        if (!has('GenerateSecretString', name) && has('GenerateSecretString', other))
          yield { resource: secret, path: `Properties.GenerateSecretString.${name}`, expected: `a value next to ${other}` };
      }
    }
  },
};
