import { quantityOf } from '../../core/quantity';
import type { ManifestObject } from '../../manifests/manifest-object';
import { at, type Item, itemsAt, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { eachOnce, isSet, violationAt } from '../field-checks';
import { isLabelKey } from '../names';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const invalidLimitRange: Rule = {
  id: 'invalid-limit-range',
  severity: 'error',
  description: 'LimitRange is invalid',
  fix: 'Order the amounts: min, defaultRequest, default, max',
  citation: apiSource('core'),
  *check({ ofKind }) {
    for (const object of ofKind('LimitRange')) {
      const limits = itemsAt(object.raw, 'spec', 'limits');
      yield* eachOnce(object, limits, ({ value }) => stringAt(value, 'type'), ['type'], 'each type once');
      for (const limit of limits) {
        const type = stringAt(limit.value, 'type') ?? '';
        if (!TYPES.includes(type) && !(type.includes('/') && isLabelKey(type)))
          yield violationAt(object, limit, ['type'], `one of ${TYPES.join(', ')}, or a name with a domain`);
        else yield* names(object, limit, type);
        yield* ratios(object, limit);
        yield* fixedDefaults(object, limit);
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

const TYPES: readonly string[] = ['Container', 'Pod', 'PersistentVolumeClaim'];
const AMOUNTS: readonly string[] = ['min', 'max', 'default', 'defaultRequest', 'maxLimitRequestRatio'];
const OF_CONTAINERS: readonly string[] = ['cpu', 'memory', 'ephemeral-storage'];

/** Source: `validateLimitRangeResourceName` of the API server. */
function* names(object: ManifestObject, limit: Item, type: string): Generator<Violation> {
  if (type !== 'Container' && type !== 'Pod') return;
  for (const field of AMOUNTS) {
    for (const name of Object.keys(objectAt(limit.value, field)))
      if (!name.includes('/') && !OF_CONTAINERS.includes(name) && !name.startsWith('hugepages-'))
        yield violationAt(object, limit, [field, name], `${OF_CONTAINERS.join(', ')}, hugepages or a name with a domain`);
  }
}

function* ratios(object: ManifestObject, limit: Item): Generator<Violation> {
  for (const [name, ratio] of Object.entries(objectAt(limit.value, 'maxLimitRequestRatio'))) {
    const [most, max, min] = [quantityOf(ratio), quantityOf(at(limit.value, 'max', name)), quantityOf(at(limit.value, 'min', name))];
    if (most !== undefined && max !== undefined && min !== undefined && min > 0 && most > max / min)
      yield violationAt(object, limit, ['maxLimitRequestRatio', name], `at most ${max / min}, which is max / min`);
  }
}

/** Extended resources and huge pages cannot be overcommitted. Source: `IsOvercommitAllowed` of the API server. */
function* fixedDefaults(object: ManifestObject, limit: Item): Generator<Violation> {
  for (const [name, amount] of Object.entries(objectAt(limit.value, 'defaultRequest'))) {
    const isFixed = name.startsWith('hugepages-') || (name.includes('/') && !name.includes('kubernetes.io/'));
    const [request, most] = [quantityOf(amount), quantityOf(at(limit.value, 'default', name))];
    // A request above the default limit is reported as disorder.
    if (isFixed && request !== undefined && most !== undefined && request < most)
      yield violationAt(object, limit, ['defaultRequest', name], `the same amount as default, which is ${most}`);
  }
}

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
