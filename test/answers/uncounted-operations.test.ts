import { expect, test } from 'vitest';
import { loadSystem } from '../../lib/answers/system-reference';
import { uncountedWarnings } from '../../lib/answers/uncounted-operations';
import { certain } from '../../lib/core/interval';
import type { OperationInput } from '../../lib/model/inputs';
import type { TargetWorkload } from '../../lib/model/workload';

const EVENT = { kind: 'event', demands: [{ component: 'api', resource: 'processor', amount: 1, seconds: 0.1 }] } as const;
const OPERATIONS: Readonly<Record<string, OperationInput>> = {
  orders: { ...EVENT, name: 'order', usual: { amount: 1, every: 'hour' }, includes: [{ operation: 'mails', times: 1 }] },
  mails: { ...EVENT, name: 'mail', usual: { amount: 0 } },
  requests: { ...EVENT, name: 'request', usual: { amount: 0 }, counts: 'http-requests' },
  exports: { ...EVENT, name: 'export', usual: { amount: 0 } },
  reports: { ...EVENT, name: 'report', usual: { amount: [0, 0] } },
};

test.each<[workload: TargetWorkload, uncounted: readonly string[]]>([
  [{ concurrentUsers: certain(100) }, ['exports', 'reports']],
  [{ concurrentUsers: certain(100), operations: { exports: certain(0.001) } }, ['reports']],
  [{ operations: { exports: certain(0), reports: certain(0) } }, []],
])('the workload %j does not count %j', (workload, uncounted) => {
  const api = { kind: 'service', instances: { min: 1, max: 1 }, vcpu: 1, memoryGib: 1 } as const;
  const system = loadSystem({ id: 'shop', operations: OPERATIONS, tiers: [{ id: 'small', components: { api } }] });
  const expected = uncounted.length === 0 ? [] : [{ kind: 'operations-not-counted', operations: uncounted }];
  expect(uncountedWarnings(system, workload)).toEqual(expected);
});
