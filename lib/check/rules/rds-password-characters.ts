import { referencesIn } from '../../cloudformation/references';
import { shown } from '../../core/problems';
import { matching, violationsOf } from '../requirements';
import type { Rule } from '../rule';
import { flagAt, rawAt, stringAt, UNKNOWN } from '../values';

/** Characters that a password may not contain. */
const REFUSED = ['/', '"', '@'];
const DATABASES = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster'];

export const rdsPasswordCharacters: Rule = {
  id: 'rds-password-characters',
  severity: 'error',
  description:
    'Password of a database contains a slash, a quotation mark or an at sign, or a generated one may, and the database rejects them',
  fix: 'Set ExcludeCharacters to at least /@" with a space, or ExcludePunctuation to true, and generate passwords',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
  *check(context) {
    for (const type of DATABASES)
      yield* violationsOf(context, type, matching('MasterUserPassword', /^[^/"@]*$/, 'a password without / " and @'));
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
