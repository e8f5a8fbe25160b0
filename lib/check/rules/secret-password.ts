import { all, is, isByDefault } from '../property-condition';
import { noneOf, violationsOf, when, within } from '../requirements';
import type { Rule } from '../rule';

const GENERATED = 'GenerateSecretString';
const KINDS = ['ExcludeLowercase', 'ExcludeNumbers', 'ExcludePunctuation', 'ExcludeUppercase'];

export const secretPassword: Rule = {
  id: 'secret-password',
  severity: 'error',
  description: 'Generated value excludes every kind of characters, or is too short for one of each kind',
  fix: 'Keep one kind of characters, and set PasswordLength to at least 4, or RequireEachIncludedType to false',
  citation: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html',
  unsettled:
    'The page states that a password has at least one character of every type. That the length and the exclusions must allow it follows from this',
  check: (context) =>
    violationsOf(
      context,
      'AWS::SecretsManager::Secret',
      when(
        all(...KINDS.map((kind) => is(`${GENERATED}.${kind}`, 'true')), isByDefault(`${GENERATED}.IncludeSpace`, 'false')),
        noneOf(`${GENERATED}.ExcludePunctuation`, 'true'),
      ),
      when(
        all(
          isByDefault(`${GENERATED}.RequireEachIncludedType`, 'true'),
          ...KINDS.map((kind) => isByDefault(`${GENERATED}.${kind}`, 'false')),
        ),
        within(`${GENERATED}.PasswordLength`, { least: 4 }),
      ),
    ),
};
