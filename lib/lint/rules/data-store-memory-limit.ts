import { quantityOf } from '../../manifests/quantity';
import { at, itemsAt, itemsOf, textAt } from '../../manifests/values';
import type { Rule } from '../rule';
import type { Workload } from '../workload';

export const dataStoreMemoryLimit: Rule = {
  id: 'data-store-memory-limit',
  severity: 'warning',
  description: 'a data store whose memory limit is not its request',
  fix: 'set limits.memory to requests.memory: a data store that was promised less than it uses is the first to be killed',
  *check({ workloads }) {
    for (const workload of workloads) {
      for (const { value, path } of dataStores(workload)) {
        const [limit, request] = [at(value, 'resources', 'limits', 'memory'), at(value, 'resources', 'requests', 'memory')];
        const place = [...path, 'resources', 'limits', 'memory'];
        if (limit === undefined)
          yield { object: workload.object, path: place, expected: `the request, ${String(request ?? 'which is missing too')}` };
        else if (request !== undefined && (quantityOf(limit) ?? 0) > (quantityOf(request) ?? 0)) {
          yield { object: workload.object, path: place, received: String(limit), expected: `the request, ${String(request)}` };
        }
      }
    }
  },
};

/** Containers that mount a volume which their StatefulSet claims for each pod. */
function dataStores({ kind, object, containers }: Workload): Workload['containers'] {
  if (kind !== 'StatefulSet') return [];
  const claims = itemsAt(object.raw, 'spec', 'volumeClaimTemplates').map(({ value }) => textAt(value, 'metadata', 'name'));
  return containers.filter(
    (container) => !container.isInit && itemsOf(container, 'volumeMounts').some(({ value }) => claims.includes(textAt(value, 'name'))),
  );
}
