import { isPlainObject } from '../../core/plain-object';
import { shown } from '../../core/problems';
import type { ManifestObject, Path } from '../../manifests/manifest-object';
import { type Item, itemsAt, objectAt, stringAt } from '../../manifests/values';
import { lengthOf, stringsIn, violationAt } from '../field-checks';
import { isBuiltInGroup } from '../lint-context';
import { EXPECTED_LABEL_KEY, hasFormat, isLabelKey, LABEL_VALUE } from '../names';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const invalidSelector: Rule = {
  id: 'invalid-selector',
  severity: 'error',
  description: 'Label selector is invalid',
  fix: 'Give In and NotIn values, Exists and DoesNotExist none, and use valid labels',
  citation: 'https://github.com/kubernetes/apimachinery/blob/v0.36.0/pkg/apis/meta/v1/validation/validation.go',
  *check({ objects }) {
    for (const object of objects) {
      if (!isBuiltInGroup(object.group) || object.kind === 'CustomResourceDefinition') continue;
      for (const section of SECTIONS) {
        for (const path of selectorPaths(object.raw[section], [section])) {
          for (const item of itemsAt(object.raw, ...path, 'matchExpressions')) yield* requirement(object, item);
          if (path.join('.') !== OF_BAD_LABEL) yield* labels(object, [...path, 'matchLabels']);
        }
      }
    }
  },
};

/** The selector whose labels `bad-label` checks. */
const OF_BAD_LABEL = 'spec.selector';

const SECTIONS: readonly string[] = ['spec', 'webhooks', 'aggregationRule'];
const SELECTORS: readonly string[] = ['selector', 'labelSelector', 'podSelector', 'namespaceSelector', 'objectSelector'];
/** Lists of selectors. */
const SELECTOR_LISTS: readonly string[] = ['clusterRoleSelectors'];

/** Fields without selectors at any depth, which are the largest part of most manifests. */
const WITHOUT_SELECTORS: readonly string[] = ['containers', 'initContainers', 'ephemeralContainers'];

/** Paths of the label selectors in a specification, at any depth. */
function* selectorPaths(value: unknown, path: Path): Generator<Path> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* selectorPaths(item, [...path, index]);
  } else if (isPlainObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (SELECTORS.includes(key)) yield [...path, key];
      else if (SELECTOR_LISTS.includes(key) && Array.isArray(inner)) for (const index of inner.keys()) yield [...path, key, index];
      else if (typeof inner === 'object' && !WITHOUT_SELECTORS.includes(key)) yield* selectorPaths(inner, [...path, key]);
    }
  }
}

function* labels(object: ManifestObject, path: Path): Generator<Violation> {
  const item = { value: objectAt(object.raw, ...path), path };
  for (const [key, value] of Object.entries(item.value)) {
    if (!isLabelKey(key)) yield { object, path: [...path, key], received: shown(key), expected: EXPECTED_LABEL_KEY };
    else if (typeof value === 'string' && !hasFormat(value, LABEL_VALUE)) yield violationAt(object, item, [key], LABEL_VALUE.expected);
  }
}

function* requirement(object: ManifestObject, item: Item): Generator<Violation> {
  const operator = stringAt(item.value, 'operator') ?? '';
  const count = lengthOf(item.value, 'values');
  const key = stringAt(item.value, 'key');
  if (['In', 'NotIn'].includes(operator) && count === 0) yield violationAt(object, item, ['values'], `at least one value with ${operator}`);
  if (['Exists', 'DoesNotExist'].includes(operator) && count > 0) yield violationAt(object, item, ['values'], `no values with ${operator}`);
  if (key !== undefined && !isLabelKey(key)) yield violationAt(object, item, ['key'], EXPECTED_LABEL_KEY);
  for (const [index, value] of stringsIn(item.value, 'values').entries())
    if (!hasFormat(value, LABEL_VALUE)) yield violationAt(object, item, ['values', index], LABEL_VALUE.expected);
}
