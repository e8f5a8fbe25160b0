import type { ManifestObject } from '../../manifests/manifest-object';
import { type Item, itemsOf, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { expressionAt } from '../cel-expressions';
import { exactlyOneOf, isSet, lengthOf, stringsIn, violationAt } from '../field-checks';
import { matchConditions } from '../match-conditions';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const invalidAdmissionPolicy: Rule = {
  id: 'invalid-admission-policy',
  severity: 'error',
  description: 'ValidatingAdmissionPolicy or its binding is invalid',
  fix: 'Give the policy resource rules and expressions in CEL, and the binding Deny or Warn and one way to find parameters',
  citation: apiSource('admissionregistration'),
  *check({ ofKind }) {
    for (const object of ofKind('ValidatingAdmissionPolicy')) yield* policyViolations(object, specOf(object));
    for (const object of ofKind('ValidatingAdmissionPolicyBinding')) yield* bindingViolations(object, specOf(object));
  },
};

function specOf(object: ManifestObject): Item {
  return { value: objectAt(object.raw, 'spec'), path: ['spec'] };
}

/** Lists with expressions, and the fields of their items that have one. */
const EXPRESSIONS = [
  ['variables', 'expression'],
  ['validations', 'expression'],
  ['validations', 'messageExpression'],
  ['auditAnnotations', 'valueExpression'],
] as const;

function* policyViolations(object: ManifestObject, spec: Item): Generator<Violation> {
  if (lengthOf(spec.value, 'validations') + lengthOf(spec.value, 'auditAnnotations') === 0)
    yield { object, path: ['spec', 'validations'], expected: 'at least one validation or audit annotation' };
  if (isSet(spec.value.matchConstraints) && lengthOf(spec.value, 'matchConstraints', 'resourceRules') === 0)
    yield violationAt(object, spec, ['matchConstraints', 'resourceRules'], 'at least one rule');
  yield* matchConditions(object, spec);
  for (const [list, field] of EXPRESSIONS) for (const item of itemsOf(spec, list)) yield* expressionAt(object, item, field);
}

function* bindingViolations(object: ManifestObject, spec: Item): Generator<Violation> {
  const actions = stringsIn(spec.value, 'validationActions');
  if (actions.includes('Deny') && actions.includes('Warn'))
    yield violationAt(object, spec, ['validationActions'], 'Deny or Warn, because a denied request has a message already');
  for (const [index, action] of actions.entries())
    if (actions.indexOf(action) !== index) yield violationAt(object, spec, ['validationActions', index], 'each action once');
  if (!isSet(spec.value.paramRef)) return;
  const reference = { value: objectAt(spec.value, 'paramRef'), path: [...spec.path, 'paramRef'] };
  const named = (stringAt(reference.value, 'name') ?? '') === '' ? { ...reference.value, name: undefined } : reference.value;
  yield* exactlyOneOf(object, { ...reference, value: named }, ['name', 'selector']);
}
