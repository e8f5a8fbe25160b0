import { expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { loadSystem } from '../../lib/answers/system-reference';
import type { ComponentInput } from '../../lib/model/inputs';

const DATABASE = { kind: 'database', engine: 'mysql', vcpu: 2, memoryGib: 8, storageGib: 20 } as const;

function problemsOf(store: ComponentInput): readonly string[] {
  const system = loadSystem({ id: 'shop', tiers: [{ id: 'small', components: { store } }] });
  try {
    blueprintFor({ system, tier: 'small' });
  } catch (error) {
    return (error as Error).message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }
  return [];
}

// Amazon RDS user guide, "Hardware specifications for DB instance classes": db.m6g.large has 2 vCPU and 8 GiB.
test.each<[ComponentInput, readonly string[]]>([
  [{ ...DATABASE, instanceClass: 'db.m6g.large' }, []],
  [{ ...DATABASE, memoryGib: 4, instanceClass: 'db.t4g.medium' }, []],
  [
    { ...DATABASE, memoryGib: 64, instanceClass: 'db.m6g.large' },
    [
      'components.store.instanceClass: invalid value "db.m6g.large"; expected an instance type with at least 2 vCPU and 64 GiB, or no value',
    ],
  ],
  [
    { ...DATABASE, vcpu: 4, instanceClass: 'db.m6g.large' },
    ['components.store.instanceClass: invalid value "db.m6g.large"; expected an instance type with at least 4 vCPU and 8 GiB, or no value'],
  ],
])('a pinned class has the sizes of its component: %j', (store, problems) => {
  expect(problemsOf(store)).toEqual(problems);
});
