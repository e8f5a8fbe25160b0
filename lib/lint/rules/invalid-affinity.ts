import type { ManifestObject, Path } from '../../manifests/manifest-object';
import { at, type Item, itemsOf, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { isSet, nonEmpty, stringsIn, violationAt } from '../field-checks';
import { EXPECTED_LABEL_KEY, isLabelKey } from '../names';
import { nodeSelectorViolations, nodeTermViolations } from '../node-selector';
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
  if (isSet(at(item.value, REQUIRED)))
    yield* nodeSelectorViolations(object, { value: objectAt(item.value, REQUIRED), path: [...item.path, REQUIRED] });
  for (const { value, path } of itemsOf(item, PREFERRED))
    yield* nodeTermViolations(object, { value: objectAt(value, 'preference'), path: [...path, 'preference'] }, false);
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
