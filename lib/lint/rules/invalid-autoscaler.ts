import { own } from '../../core/plain-object';
import { quantityOf } from '../../core/quantity';
import type { ManifestObject } from '../../manifests/manifest-object';
import { at, type Item, itemsAt, numberAt, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { isSet, nonEmpty, violationAt } from '../field-checks';
import { EXPECTED_RESOURCE_NAME, isResourceName } from '../resource-names';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const invalidAutoscaler: Rule = {
  id: 'invalid-autoscaler',
  severity: 'error',
  description: 'HorizontalPodAutoscaler is invalid',
  fix: 'Give each metric the source of its type and one target value',
  citation: apiSource('autoscaling'),
  *check({ ofKind }) {
    for (const object of ofKind('HorizontalPodAutoscaler')) {
      const root = { value: object.raw, path: [] };
      const metrics = itemsAt(object.raw, 'spec', 'metrics');
      const types = metrics.map(({ value }) => value.type);
      if (numberAt(object.raw, 'spec', 'minReplicas') === 0 && !types.includes('Object') && !types.includes('External'))
        yield violationAt(object, root, ['spec', 'minReplicas'], 'at least 1, because there is no metric of the type Object or External');
      if (object.apiVersion !== 'autoscaling/v2') continue;
      for (const metric of metrics) yield* metricViolations(object, metric);
      for (const direction of ['scaleUp', 'scaleDown']) {
        const path = ['spec', 'behavior', direction, 'tolerance'];
        if ((quantityOf(at(object.raw, ...path)) ?? 0) < 0) yield violationAt(object, root, path, 'at least 0');
      }
    }
  },
};

/** Fields of a metric by its type, and the values that its target can have: one of them, or several. */
const SOURCES: Readonly<Record<string, { readonly field: string; readonly targets: readonly string[]; readonly allowsSeveral?: true }>> = {
  Resource: { field: 'resource', targets: ['averageUtilization', 'averageValue'] },
  ContainerResource: { field: 'containerResource', targets: ['averageUtilization', 'averageValue'] },
  Pods: { field: 'pods', targets: ['averageValue'] },
  Object: { field: 'object', targets: ['value', 'averageValue'], allowsSeveral: true },
  External: { field: 'external', targets: ['value', 'averageValue'] },
};

function* metricViolations(object: ManifestObject, metric: Item): Generator<Violation> {
  const type = stringAt(metric.value, 'type') ?? '';
  const source = own(SOURCES, type) as (typeof SOURCES)[string] | undefined;
  if (source === undefined) return;
  for (const { field } of Object.values(SOURCES)) {
    const isOwn = field === source.field;
    if (isOwn && !isSet(metric.value[field])) yield violationAt(object, metric, [field], `a value with the type ${type}`);
    else if (!isOwn && isSet(metric.value[field])) yield violationAt(object, metric, [field], `no value with the type ${type}`);
  }
  const item = { value: objectAt(metric.value, source.field), path: [...metric.path, source.field] };
  yield* nonEmpty(object, item, 'name');
  const resource = stringAt(item.value, 'name') ?? '';
  if (type === 'ContainerResource' && resource !== '' && !isResourceName(resource))
    yield violationAt(object, item, ['name'], EXPECTED_RESOURCE_NAME);
  const target = at(item.value, 'target');
  if (!isSet(target)) return;
  for (const field of ['averageValue', 'value'])
    if ((quantityOf(at(target, field)) ?? 1) <= 0) yield violationAt(object, item, ['target', field], 'more than 0');
  const found = source.targets.filter((field) => isSet(at(target, field)));
  if (found.length === 1 || (found.length > 1 && source.allowsSeveral)) return;
  yield {
    object,
    path: [...item.path, 'target'],
    received: found.length === 0 ? 'without a value' : found.join(' and '),
    expected: `exactly one of ${source.targets.join(', ')}`,
  };
}
