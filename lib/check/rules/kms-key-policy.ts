import { isPlainObject, own } from '../../core/plain-object';
import { isPresent } from '../property';
import type { Rule } from '../rule';
import { isFlag, itemsAt } from '../values';

/** Actions that allow PutKeyPolicy. */
const MANAGES = /^(\*|kms:(\*|P\*|Pu\*|Put\*|PutKeyPolicy|PutKey\*))$/i;

export const kmsKeyPolicy: Rule = {
  id: 'kms-key-policy',
  severity: 'error',
  description: 'Key policy has no statement that allows changing it, which KMS rejects',
  fix: 'Allow kms:* to the account, or set BypassPolicyLockoutSafetyCheck',
  citation: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html',
  *check(context) {
    for (const resource of context.ofType('AWS::KMS::Key')) {
      if (!isPresent(resource.properties, 'KeyPolicy') || isFlag(true, resource.properties, 'BypassPolicyLockoutSafetyCheck')) continue;
      const statements = itemsAt(resource.properties, 'KeyPolicy', 'Statement');
      if (statements.length === 0 || statements.some(mayManage)) continue;
      yield { resource, path: 'Properties.KeyPolicy', received: 'without kms:PutKeyPolicy', expected: 'a statement that allows it' };
    }
  },
};

/** True also for statements whose actions are known only at deployment. */
function mayManage(statement: unknown): boolean {
  if (!isPlainObject(statement) || own(statement, 'Effect') === 'Deny') return !isPlainObject(statement);
  const actions = own(statement, 'Action');
  const list: readonly unknown[] = Array.isArray(actions) ? actions : [actions];
  return list.some((action) => typeof action !== 'string' || MANAGES.test(action));
}
