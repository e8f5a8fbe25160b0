import type { ManifestObject } from '../../manifests/manifest-object';
import { type Item, itemsOf, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { expressionIn } from '../cel-expressions';
import { exactlyOneOf, isSet, lengthOf, stringsIn, violationAt } from '../field-checks';
import { matchConditions, REQUEST } from '../match-conditions';
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

/** Lists with expressions, the fields of their items that have one, and the result that it must have. */
const EXPRESSIONS = [
  ['validations', 'expression', 'bool'],
  ['validations', 'messageExpression', 'string'],
  ['auditAnnotations', 'valueExpression', undefined],
] as const;

function* policyViolations(object: ManifestObject, spec: Item): Generator<Violation> {
  if (lengthOf(spec.value, 'validations') + lengthOf(spec.value, 'auditAnnotations') === 0)
    yield { object, path: ['spec', 'validations'], expected: 'at least one validation or audit annotation' };
  if (isSet(spec.value.matchConstraints) && lengthOf(spec.value, 'matchConstraints', 'resourceRules') === 0)
    yield violationAt(object, spec, ['matchConstraints', 'resourceRules'], 'at least one rule');
  const request = isSet(spec.value.paramKind) ? [...REQUEST, 'params'] : REQUEST;
  yield* matchConditions(object, spec, request);
  const variables = [...request, 'namespaceObject', 'variables'];
  const composed: string[] = [];
  for (const item of itemsOf(spec, 'variables')) {
    yield* expressionIn(object, item, 'expression', { variables, composed });
    composed.push(stringAt(item.value, 'name') ?? '');
  }
  for (const [list, field, result] of EXPRESSIONS)
    for (const item of itemsOf(spec, list)) yield* expressionIn(object, item, field, { variables, composed, ...(result && { result }) });
  for (const item of itemsOf(spec, 'validations'))
    if (/[\n\r]/.test(stringAt(item.value, 'message')?.trim() ?? '')) yield violationAt(object, item, ['message'], 'one line');
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
