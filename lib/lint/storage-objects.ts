import { quantityOf } from '../core/quantity';
import type { ManifestObject } from '../manifests/manifest-object';
import { type Item, itemsAt, itemsOf, objectAt, stringAt } from '../manifests/values';
import { eachOnce, exactlyOneOf, isSet, stringsIn, violationAt } from './field-checks';
import type { LintContext } from './lint-context';
import { EXPECTED_LABEL_KEY, isLabelKey } from './names';
import type { Violation } from './violation';

/** The violations of objects of storage.k8s.io. Source: the functions of the validation of this group, which the comments name. */
export function* storageViolations(ofKind: LintContext['ofKind']): Generator<Violation> {
  for (const object of ofKind('StorageClass')) yield* classViolations(object);
  for (const object of ofKind('VolumeAttributesClass')) yield* parameterViolations(object, 'at least one parameter');
  for (const object of ofKind('VolumeAttachment'))
    yield* exactlyOneOf(object, { value: objectAt(object.raw, 'spec', 'source'), path: ['spec', 'source'] }, ATTACHED);
  for (const object of ofKind('CSIDriver')) {
    const tokens = itemsAt(object.raw, 'spec', 'tokenRequests');
    yield* eachOnce(object, tokens, ({ value }) => stringAt(value, 'audience'), ['audience'], 'each audience once');
  }
  for (const object of ofKind('CSINode')) yield* nodeViolations(object);
  for (const object of ofKind('CSIStorageCapacity'))
    if ((quantityOf(object.raw.capacity) ?? 0) < 0) yield violationAt(object, { value: object.raw, path: [] }, ['capacity'], 'at least 0');
}

/** Source: `validateVolumeAttachmentSource`. */
const ATTACHED = ['persistentVolumeName', 'inlineVolumeSpec'];

/** Sources: `validateParameters`, `validateAllowedTopologies` and `ValidateTopologySelectorTerm`. */
function* classViolations(object: ManifestObject): Generator<Violation> {
  yield* parameterViolations(object);
  const terms = itemsAt(object.raw, 'allowedTopologies');
  yield* eachOnce(object, terms, topologyOf, ['matchLabelExpressions'], 'each term once');
  for (const term of terms) {
    const labels = itemsOf(term, 'matchLabelExpressions');
    yield* eachOnce(object, labels, ({ value }) => stringAt(value, 'key'), ['key'], 'each label once');
    for (const label of labels) {
      const values = stringsIn(label.value, 'values');
      for (const [index, value] of values.entries())
        if (values.indexOf(value) < index) yield violationAt(object, label, ['values', index], 'each value once');
    }
  }
}

/** The labels of a term with their values, without an order. */
function topologyOf(term: Item): string {
  const labels = itemsOf(term, 'matchLabelExpressions').map(({ value }) => [
    stringAt(value, 'key'),
    ...stringsIn(value, 'values').toSorted(),
  ]);
  return JSON.stringify(labels.map((label) => JSON.stringify(label)).toSorted());
}

function* parameterViolations(object: ManifestObject, required?: string): Generator<Violation> {
  const root = { value: object.raw, path: [] };
  const names = Object.keys(objectAt(object.raw, 'parameters'));
  if (names.includes('')) yield { object, path: ['parameters'], received: 'with an empty key', expected: 'keys that are not empty' };
  if (required !== undefined && isSet(object.raw.parameters) && names.length === 0)
    yield violationAt(object, root, ['parameters'], required);
}

/** Source: `validateCSINodeDriver`. */
function* nodeViolations(object: ManifestObject): Generator<Violation> {
  const drivers = itemsAt(object.raw, 'spec', 'drivers');
  yield* eachOnce(object, drivers, ({ value }) => stringAt(value, 'name'), ['name'], 'each driver once');
  for (const driver of drivers) {
    const keys = stringsIn(driver.value, 'topologyKeys');
    for (const [index, key] of keys.entries()) {
      if (!isLabelKey(key)) yield violationAt(object, driver, ['topologyKeys', index], EXPECTED_LABEL_KEY);
      else if (keys.indexOf(key) < index) yield violationAt(object, driver, ['topologyKeys', index], 'each key once');
    }
  }
}
