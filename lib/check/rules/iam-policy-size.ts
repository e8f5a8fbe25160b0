import { intrinsicOf } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import { isPlainObject } from '../../core/plain-object';
import type { Rule } from '../rule';
import { itemsAt, rawAt } from '../values';

const MANAGED_CHARACTERS = 6144;
/** Characters of all inline policies together, at most. */
const INLINE_CHARACTERS = { 'AWS::IAM::Role': 10_240, 'AWS::IAM::User': 2048, 'AWS::IAM::Group': 5120 };

export const iamPolicySize: Rule = {
  id: 'iam-policy-size',
  severity: 'error',
  description: 'Managed policy or the inline policies of a role, user or group have more characters than IAM accepts',
  fix: 'Write fewer resources with wildcards, or split the policy into managed policies',
  citation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  *check(context) {
    for (const resource of context.ofType('AWS::IAM::ManagedPolicy'))
      yield* tooLarge(resource, 'Properties.PolicyDocument', resource.properties.PolicyDocument, MANAGED_CHARACTERS);
    for (const [type, most] of Object.entries(INLINE_CHARACTERS)) {
      for (const resource of context.ofType(type)) {
        const documents = itemsAt(resource.properties, 'Policies').map((policy) => rawAt(policy, 'PolicyDocument'));
        yield* tooLarge(resource, 'Properties.Policies', documents, most);
      }
    }
  },
};

function* tooLarge(resource: TemplateResource, path: string, documents: unknown, most: number) {
  const characters = (Array.isArray(documents) ? documents : [documents]).reduce<number>((sum, each) => sum + charactersOf(each), 0);
  if (characters > most) yield { resource, path, received: `at least ${characters} characters`, expected: `at most ${most}` };
}

/** Characters without white space, as IAM counts them. References count as none, because their length is known only at deployment. */
function charactersOf(value: unknown): number {
  return (JSON.stringify(withoutReferences(value)) ?? '').replaceAll(/\s/g, '').length;
}

function withoutReferences(value: unknown): unknown {
  if (intrinsicOf(value) !== undefined) return '';
  if (Array.isArray(value)) return value.map(withoutReferences);
  return isPlainObject(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutReferences(inner)])) : value;
}
