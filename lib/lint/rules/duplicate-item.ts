import { shown } from '../../core/problems';
import type { ManifestObject } from '../../manifests/manifest-object';
import { type Item, itemsAt, itemsOf, stringAt } from '../../manifests/values';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const duplicateItem: Rule = {
  id: 'duplicate-item',
  severity: 'error',
  description: 'List contains two items with the same name',
  fix: 'Rename one of the items. The API server rejects duplicates',
  *check({ workloads, ofKind }) {
    for (const { object, pod, containers } of workloads) {
      yield* twice(object, containers, 'name');
      yield* twice(object, itemsOf(pod, 'volumes'), 'name');
      for (const container of containers) {
        yield* twice(object, itemsOf(container, 'ports'), 'name');
        yield* twice(object, itemsOf(container, 'volumeMounts'), 'mountPath');
      }
    }
    for (const object of ofKind('Service')) yield* twice(object, itemsAt(object.raw, 'spec', 'ports'), 'name');
    for (const object of ofKind('Gateway')) yield* twice(object, itemsAt(object.raw, 'spec', 'listeners'), 'name');
  },
};

function* twice(object: ManifestObject, items: readonly Item[], field: string): Generator<Violation> {
  const seen = new Set<string>();
  for (const { value, path } of items) {
    const text = stringAt(value, field);
    if (text === undefined) continue;
    if (seen.has(text))
      yield { object, path: [...path, field], received: `${shown(text)}, which is a duplicate`, expected: `each ${field} once` };
    seen.add(text);
  }
}
