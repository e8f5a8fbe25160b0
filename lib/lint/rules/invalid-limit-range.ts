import { quantityOf } from '../../core/quantity';
import type { ManifestObject } from '../../manifests/manifest-object';
import { at, type Item, itemsAt, objectAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { isSet, violationAt } from '../field-checks';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

/** LimitRange is invalid. */
export const invalidLimitRange: Rule = {
  id: 'invalid-limit-range',
  severity: 'error',
  description: 'LimitRange is invalid',
  fix: 'Order the amounts: min, defaultRequest, default, max',
  citation: apiSource('core'),
  *check({ ofKind }) {
    for (const object of ofKind('LimitRange')) {
      for (const limit of itemsAt(object.raw, 'spec', 'limits')) {
        if (limit.value.type === 'Pod') {
          for (const field of ['default', 'defaultRequest'])
            if (isSet(limit.value[field])) yield violationAt(object, limit, [field], 'no value with the type Pod');
        }
        for (const [resource, ratio] of Object.entries(objectAt(limit.value, 'maxLimitRequestRatio')))
          if ((quantityOf(ratio) ?? 1) < 1) yield violationAt(object, limit, ['maxLimitRequestRatio', resource], 'at least 1');
        const sizes = ['min', 'max'].map((field) => at(limit.value, field, 'storage'));
        if (limit.value.type === 'PersistentVolumeClaim' && !sizes.some(isSet))
          yield { object, path: limit.path, received: 'without a size', expected: 'min.storage or max.storage' };
        for (const [lower, upper] of ORDER) yield* disorder(object, limit, lower, upper);
      }
    }
  },
};

/** Amounts that must not exceed another one. Source: `ValidateLimitRange` of the API server. */
const ORDER = [
  ['min', 'max'],
  ['min', 'defaultRequest'],
  ['min', 'default'],
  ['defaultRequest', 'default'],
  ['defaultRequest', 'max'],
  ['default', 'max'],
] as const;

function* disorder(object: ManifestObject, limit: Item, lower: string, upper: string): Generator<Violation> {
  const most = objectAt(limit.value, upper);
  for (const [resource, amount] of Object.entries(objectAt(limit.value, lower))) {
    const [least, largest] = [quantityOf(amount), quantityOf(most[resource])];
    if (least !== undefined && largest !== undefined && least > largest)
      yield violationAt(object, limit, [lower, resource], `at most ${upper}, which is ${String(most[resource])}`);
  }
}
