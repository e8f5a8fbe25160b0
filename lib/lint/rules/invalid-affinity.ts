import type { ManifestObject, Path } from '../../manifests/manifest-object';
import { at, type Item, itemsOf, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { isSet, lengthOf, nonEmpty, stringsIn, violationAt } from '../field-checks';
import { EXPECTED_LABEL_KEY, hasFormat, isLabelKey, LABEL_VALUE } from '../names';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const invalidAffinity: Rule = {
  id: 'invalid-affinity',
  severity: 'error',
  description: 'Affinity or spread constraint is invalid',
  fix: 'Give each requirement the values of its operator, and each term a topology key',
  citation: apiSource('core'),
  *check({ workloads }) {
    for (const { object, pod } of workloads) {
      const affinity = objectAt(pod.value, 'affinity');
      const path: Path = [...pod.path, 'affinity'];
      yield* nodeAffinity(object, { value: objectAt(affinity, 'nodeAffinity'), path: [...path, 'nodeAffinity'] });
      for (const kind of ['podAffinity', 'podAntiAffinity']) {
        const item = { value: objectAt(affinity, kind), path: [...path, kind] };
        for (const term of itemsOf(item, REQUIRED)) yield* podTerm(object, term);
        for (const { value, path: at } of itemsOf(item, PREFERRED))
          yield* podTerm(object, { value: objectAt(value, 'podAffinityTerm'), path: [...at, 'podAffinityTerm'] });
      }
      yield* spread(object, itemsOf(pod, 'topologySpreadConstraints'));
    }
  },
};

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

function* nodeAffinity(object: ManifestObject, item: Item): Generator<Violation> {
  const terms = itemsOf(item, REQUIRED, 'nodeSelectorTerms');
  if (isSet(at(item.value, REQUIRED)) && lengthOf(item.value, REQUIRED, 'nodeSelectorTerms') === 0)
    yield violationAt(object, item, [REQUIRED, 'nodeSelectorTerms'], 'at least one term');
  for (const term of terms) yield* nodeTerm(object, term, true);
  for (const { value, path } of itemsOf(item, PREFERRED))
    yield* nodeTerm(object, { value: objectAt(value, 'preference'), path: [...path, 'preference'] }, false);
}

function* nodeTerm(object: ManifestObject, term: Item, isRequired: boolean): Generator<Violation> {
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
  }
}

function* operatorViolations(object: ManifestObject, item: Item): Generator<Violation> {
  const operator = stringAt(item.value, 'operator') ?? '';
  const count = lengthOf(item.value, 'values');
  if (['In', 'NotIn'].includes(operator) && count === 0) yield violationAt(object, item, ['values'], `at least one value with ${operator}`);
  if (['Exists', 'DoesNotExist'].includes(operator) && count > 0) yield violationAt(object, item, ['values'], `no values with ${operator}`);
  if (['Gt', 'Lt'].includes(operator) && count !== 1) yield violationAt(object, item, ['values'], `one value with ${operator}`);
  const key = stringAt(item.value, 'key');
  if (key !== undefined && !isLabelKey(key)) yield violationAt(object, item, ['key'], EXPECTED_LABEL_KEY);
}

function* podTerm(object: ManifestObject, term: Item): Generator<Violation> {
  yield* nonEmpty(object, term, 'topologyKey');
  const key = stringAt(term.value, 'topologyKey') ?? '';
  if (key !== '' && !isLabelKey(key)) yield violationAt(object, term, ['topologyKey'], EXPECTED_LABEL_KEY);
  yield* labelKeys(object, term, 'matchLabelKeys');
  yield* labelKeys(object, term, 'mismatchLabelKeys');
  const others = stringsIn(term.value, 'mismatchLabelKeys');
  for (const [index, name] of stringsIn(term.value, 'matchLabelKeys').entries())
    if (others.includes(name)) yield violationAt(object, term, ['matchLabelKeys', index], 'a key that is not in mismatchLabelKeys');
}

/** Keys of labels that the pod's own value is added for. */
function* labelKeys(object: ManifestObject, item: Item, field: string): Generator<Violation> {
  const keys = stringsIn(item.value, field);
  if (keys.length > 0 && !isSet(item.value.labelSelector))
    yield violationAt(object, item, [field], 'no keys, because there is no labelSelector');
}

function* spread(object: ManifestObject, constraints: readonly Item[]): Generator<Violation> {
  const seen = new Set<string>();
  for (const item of constraints) {
    yield* nonEmpty(object, item, 'topologyKey');
    yield* labelKeys(object, item, 'matchLabelKeys');
    const selected = [
      ...Object.keys(objectAt(item.value, 'labelSelector', 'matchLabels')),
      ...itemsOf(item, 'labelSelector', 'matchExpressions').map(({ value }) => stringAt(value, 'key')),
    ];
    for (const [index, name] of stringsIn(item.value, 'matchLabelKeys').entries())
      if (selected.includes(name)) yield violationAt(object, item, ['matchLabelKeys', index], 'a key that the labelSelector does not have');
    const [key, whenUnsatisfiable] = [stringAt(item.value, 'topologyKey') ?? '', stringAt(item.value, 'whenUnsatisfiable') ?? ''];
    if (isSet(item.value.minDomains) && whenUnsatisfiable === 'ScheduleAnyway')
      yield violationAt(object, item, ['minDomains'], 'no value with ScheduleAnyway');
    const pair = `${key} with ${whenUnsatisfiable}`;
    if (seen.has(pair)) yield { object, path: item.path, received: `a second constraint for ${pair}`, expected: 'each of them once' };
    seen.add(pair);
  }
}
