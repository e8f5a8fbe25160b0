import { matching, violationsOf } from '../requirements';
import type { Rule } from '../rule';

/** Names that Secrets Manager accepts. */
export const SECRET_NAME = /^[a-zA-Z0-9/_+=.@-]{1,512}$/;

export const secretName: Rule = {
  id: 'secret-name',
  severity: 'error',
  description: 'Secret has a name with other characters than letters, digits and /_+=.@-',
  fix: 'Replace the characters, such as spaces by hyphens',
  citation: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html',
  check: (context) =>
    violationsOf(context, 'AWS::SecretsManager::Secret', matching('Name', SECRET_NAME, '1 to 512 letters, digits and /_+=.@-')),
};
