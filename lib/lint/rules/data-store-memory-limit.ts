import { quantityOf } from '../../core/quantity';
import { at, itemsAt, itemsOf, stringAt } from '../../manifests/values';
import type { Rule } from '../rule';
import type { Workload } from '../workload';

export const dataStoreMemoryLimit: Rule = {
  id: 'data-store-memory-limit',
  severity: 'warning',
  description: 'Data store has a memory limit that differs from its request',
  fix: 'Set limits.memory to requests.memory. A pod that uses more memory than it requests is among the first to be evicted or OOM-killed',
  *check({ workloads }) {
    for (const workload of workloads) {
      for (const { value, path } of dataStores(workload)) {
        const [limit, request] = [at(value, 'resources', 'limits', 'memory'), at(value, 'resources', 'requests', 'memory')];
        const place = [...path, 'resources', 'limits', 'memory'];
        if (limit === undefined)
          yield {
            object: workload.object,
            path: place,
            expected: `the same value as the request, ${request === undefined ? 'which is missing as well' : `which is ${String(request)}`}`,
          };
        else if (request !== undefined && (quantityOf(limit) ?? 0) > (quantityOf(request) ?? 0)) {
          yield {
            object: workload.object,
            path: place,
            received: String(limit),
            expected: `the same value as the request, which is ${String(request)}`,
          };
        }
      }
    }
  },
};

/** Containers that mount a volume from a claim template of their StatefulSet. */
function dataStores({ kind, object, containers }: Workload): Workload['containers'] {
  if (kind !== 'StatefulSet') return [];
  const claims = itemsAt(object.raw, 'spec', 'volumeClaimTemplates').map(({ value }) => stringAt(value, 'metadata', 'name'));
  return containers.filter(
    (container) => !container.isInit && itemsOf(container, 'volumeMounts').some(({ value }) => claims.includes(stringAt(value, 'name'))),
  );
}
