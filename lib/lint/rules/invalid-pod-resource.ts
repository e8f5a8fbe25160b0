import { isPlainObject, own } from '../../core/plain-object';
import { quantityOf } from '../../core/quantity';
import type { ManifestObject } from '../../manifests/manifest-object';
import { at, type Item, objectAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { isSet, violationAt } from '../field-checks';
import type { Rule } from '../rule';
import type { Violation } from '../violation';
import type { Workload } from '../workload';

export const invalidPodResource: Rule = {
  id: 'invalid-pod-resource',
  severity: 'error',
  description: 'Resources of a whole pod are invalid',
  fix: 'Request at least what the containers request, and use cpu, memory and hugepages only',
  citation: apiSource('core'),
  *check({ workloads }) {
    for (const workload of workloads) {
      if (!isPlainObject(own(workload.pod.value, 'resources'))) continue;
      const resources = { value: objectAt(workload.pod.value, 'resources'), path: [...workload.pod.path, 'resources'] };
      if (isSet(resources.value.claims))
        yield violationAt(workload.object, resources, ['claims'], 'no value, because claims belong to containers');
      for (const section of ['limits', 'requests']) yield* amounts(workload.object, resources, section);
      yield* belowContainers(workload, resources);
    }
  },
};

/** Source: `SupportedPodLevelResources` of k8s.io/component-helpers. */
function isOfPods(name: string): boolean {
  return name === 'cpu' || name === 'memory' || name.startsWith('hugepages-');
}

function* amounts(object: ManifestObject, resources: Item, section: string): Generator<Violation> {
  for (const [name, amount] of Object.entries(objectAt(resources.value, section))) {
    const [quantity, limit] = [quantityOf(amount), quantityOf(at(resources.value, 'limits', name))];
    if (!isOfPods(name)) yield violationAt(object, resources, [section, name], 'cpu, memory or hugepages-<size>');
    else if (quantity !== undefined && quantity < 0) yield violationAt(object, resources, [section, name], 'at least 0');
    else if (section === 'requests' && quantity !== undefined && limit !== undefined && quantity > limit)
      yield violationAt(object, resources, [section, name], `at most the limit, which is ${limit}`);
  }
}

/** Source: `validatePodResourceConsistency` of the API server. Init containers can need more for a while, and are left out. */
function* belowContainers({ object, pod, containers }: Workload, resources: Item): Generator<Violation> {
  const running = containers.filter(({ isInit }) => !isInit);
  for (const [name, amount] of Object.entries(objectAt(resources.value, 'requests'))) {
    const total = quantityOf(amount);
    const requests = running.map(
      ({ value }) => quantityOf(at(value, 'resources', 'requests', name) ?? at(value, 'resources', 'limits', name)) ?? 0,
    );
    const sum = requests.reduce((most, request) => most + request, 0);
    if (isOfPods(name) && total !== undefined && sum > total * (1 + Number.EPSILON * running.length))
      yield violationAt(object, resources, ['requests', name], `at least the sum of the containers, which is ${sum}`);
  }
  for (const [name, amount] of Object.entries(objectAt(resources.value, 'limits'))) {
    const most = quantityOf(amount);
    for (const container of running.filter(({ path }) => path.includes('containers'))) {
      const limit = quantityOf(at(container.value, 'resources', 'limits', name));
      if (most !== undefined && limit !== undefined && limit > most)
        yield violationAt(
          object,
          container,
          ['resources', 'limits', name],
          `at most the limit of the pod, which is ${String(at(pod.value, 'resources', 'limits', name))}`,
        );
    }
  }
}
