import { has } from '../property-condition';
import { atMostOne, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

const TEMPLATE = 'GenerateSecretString.SecretStringTemplate';
const KEY = 'GenerateSecretString.GenerateStringKey';

export const secretValue: Rule = {
  id: 'secret-value',
  severity: 'error',
  description: 'Secret states a value and generates one, or has one half of a template, which Secrets Manager rejects',
  fix: 'Keep SecretString or GenerateSecretString, and SecretStringTemplate together with GenerateStringKey',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::SecretsManager::Secret',
      atMostOne('GenerateSecretString', 'SecretString'),
      when(has(TEMPLATE), required(KEY)),
      when(has(KEY), required(TEMPLATE)),
    ),
};
