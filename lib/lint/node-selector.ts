import type { ManifestObject } from '../manifests/manifest-object';
import { type Item, itemsOf, stringAt } from '../manifests/values';
import { formatAt, lengthOf, stringsIn, violationAt } from './field-checks';
import { DNS_SUBDOMAIN, EXPECTED_LABEL_KEY, hasFormat, isLabelKey, LABEL_VALUE } from './names';
import type { Violation } from './violation';

/** The violations of a selector that nodes must match. Source: `ValidateNodeSelector` of the API server. */
export function* nodeSelectorViolations(object: ManifestObject, selector: Item): Generator<Violation> {
  if (lengthOf(selector.value, 'nodeSelectorTerms') === 0) yield violationAt(object, selector, ['nodeSelectorTerms'], 'at least one term');
  for (const term of itemsOf(selector, 'nodeSelectorTerms')) yield* nodeTermViolations(object, term, true);
}

/** The violations of a term of a selector of nodes. A preference may have values that no label has. */
export function* nodeTermViolations(object: ManifestObject, term: Item, isRequired: boolean): Generator<Violation> {
  for (const requirement of itemsOf(term, 'matchExpressions')) {
    yield* operatorViolations(object, requirement);
    for (const [index, value] of stringsIn(requirement.value, 'values').entries()) {
      if (isRequired && !hasFormat(value, LABEL_VALUE)) yield violationAt(object, requirement, ['values', index], LABEL_VALUE.expected);
    }
  }
  for (const requirement of itemsOf(term, 'matchFields')) {
    const key = stringAt(requirement.value, 'key');
    if (key !== undefined && key !== 'metadata.name') yield violationAt(object, requirement, ['key'], 'metadata.name');
    if (!['In', 'NotIn'].includes(stringAt(requirement.value, 'operator') ?? ''))
      yield violationAt(object, requirement, ['operator'], 'In or NotIn');
    else if (lengthOf(requirement.value, 'values') !== 1) yield violationAt(object, requirement, ['values'], 'one value');
    else yield* formatAt(object, requirement, ['values', 0], DNS_SUBDOMAIN);
  }
}

function* operatorViolations(object: ManifestObject, item: Item): Generator<Violation> {
  const operator = stringAt(item.value, 'operator') ?? '';
  const count = lengthOf(item.value, 'values');
  if (['In', 'NotIn'].includes(operator) && count === 0) yield violationAt(object, item, ['values'], `at least one value with ${operator}`);
  if (['Exists', 'DoesNotExist'].includes(operator) && count > 0) yield violationAt(object, item, ['values'], `no values with ${operator}`);
  if (['Gt', 'Lt'].includes(operator)) {
    if (count !== 1) yield violationAt(object, item, ['values'], `one value with ${operator}`);
    // The API server accepts the value, but the term matches no node. Source: k8s.io/apimachinery, pkg/labels, `NewRequirement`.
    for (const [index, value] of stringsIn(item.value, 'values').entries()) {
      if (/^[-+]?\d+$/.test(value)) continue;
      yield { ...violationAt(object, item, ['values', index], `a whole number with ${operator}`), severity: 'warning' };
    }
  }
  const key = stringAt(item.value, 'key');
  if (key !== undefined && !isLabelKey(key)) yield violationAt(object, item, ['key'], EXPECTED_LABEL_KEY);
}
