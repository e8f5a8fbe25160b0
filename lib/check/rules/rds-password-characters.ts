import { referencesIn } from '../../cloudformation/references';
import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { flagAt, rawAt, stringAt, UNKNOWN } from '../values';

/** Characters that a password may not contain. */
const REFUSED = ['/', '"', '@'];
const DATABASES = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster'];

export const rdsPasswordCharacters: Rule = {
  id: 'rds-password-characters',
  severity: 'error',
  description: 'Generated password of a database may contain characters that the database rejects, so some creations fail',
  fix: 'Set ExcludeCharacters to at least /@" with a space, or ExcludePunctuation to true',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
  *check(context) {
    const names = context.ofType(...DATABASES).flatMap(({ properties }) => referencesIn(rawAt(properties, 'MasterUserPassword')));
    for (const secret of context.ofType('AWS::SecretsManager::Secret')) {
      const generated = rawAt(secret.properties, 'GenerateSecretString');
      if (!names.includes(secret.id) || generated === undefined || excludesPunctuation(generated)) continue;
      const excluded = stringAt(generated, 'ExcludeCharacters') ?? '';
      if (excluded === UNKNOWN) continue;
      const missing = REFUSED.filter((character) => !excluded.includes(character));
      if (missing.length === 0) continue;
      yield {
        resource: secret,
        path: 'Properties.GenerateSecretString.ExcludeCharacters',
        ...(excluded !== '' && { received: shown(excluded) }),
        expected: `also ${missing.join(' ')}`,
      };
    }
  },
};

/** Whether a secret has no punctuation, or this is known only at deployment. */
function excludesPunctuation(generated: unknown): boolean {
  const excludes = flagAt(generated, 'ExcludePunctuation');
  return excludes === true || excludes === UNKNOWN;
}
