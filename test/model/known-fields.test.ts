import { describe, expect, test } from 'vitest';
import { loadSystem } from '../../lib/answers/system-reference';
import { defineSystem } from '../../lib/model/define-system';

const API = { kind: 'service', instances: { min: 1, max: 1 }, vcpu: 1, memoryGib: 1 } as const;
const TIERS = [{ id: 'small', components: { api: API } }] as const;
const ORDER = { name: 'order', kind: 'event', usual: { amount: 1 } } as const;
const DEMAND = { component: 'api', resource: 'processor', amount: 1, seconds: 1 } as const;

describe('a field that does not exist compiles in no part of a definition, and validation refuses it too', () => {
  test.each([
    [
      'traffc',
      () =>
        defineSystem({
          id: 'shop',
          tiers: TIERS,
          // @ts-expect-error
          traffc: { profile: 'web' },
        }),
    ],
    [
      'operations.orders.usul',
      () =>
        defineSystem({
          id: 'shop',
          tiers: TIERS,
          // @ts-expect-error
          operations: { orders: { ...ORDER, usul: { amount: 1 } } },
        }),
    ],
    [
      'operations.orders.usual.evry',
      () =>
        defineSystem({
          id: 'shop',
          tiers: TIERS,
          // @ts-expect-error
          operations: { orders: { ...ORDER, usual: { amount: 1, evry: 'hour' } } },
        }),
    ],
    [
      'operations.orders.demands.0.second',
      () =>
        defineSystem({
          id: 'shop',
          tiers: TIERS,
          // @ts-expect-error
          operations: { orders: { ...ORDER, demands: [{ ...DEMAND, second: 1 }] } },
        }),
    ],
    [
      'withoutLimit.0.resaon',
      () =>
        defineSystem({
          id: 'shop',
          tiers: TIERS,
          // @ts-expect-error
          withoutLimit: [{ component: 'api', reason: 'a sketch', resaon: 'a sketch' }],
        }),
    ],
    [
      'tiers.0.worklaod',
      () =>
        defineSystem({
          id: 'shop',
          // @ts-expect-error
          tiers: [{ id: 'small', components: { api: API }, worklaod: { concurrentUsers: 1 } }],
        }),
    ],
    [
      'tiers.0.components.api.prots',
      () =>
        defineSystem({
          id: 'shop',
          // @ts-expect-error
          tiers: [{ id: 'small', components: { api: { ...API, prots: [] } } }],
        }),
    ],
    [
      'tiers.0.components.jobs.vcpu',
      () =>
        defineSystem({
          id: 'shop',
          // @ts-expect-error
          tiers: [{ id: 'small', components: { api: API, jobs: { kind: 'queue', vcpu: 1 } } }],
        }),
    ],
    [
      'tiers.1.components.api.vpcu',
      () =>
        defineSystem({
          id: 'shop',
          // @ts-expect-error
          tiers: [...TIERS, { id: 'large', extends: 'small', components: { api: { vpcu: 2 } } }],
        }),
    ],
  ])('%s', (path, define) => {
    expect(() => loadSystem(define())).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ path })] }));
  });
});

test('values that are not literals compile', () => {
  const amount: number | readonly [number, number] = Number('2');
  const components: Record<string, typeof API> = { api: API };
  const shop = defineSystem({ id: 'shop', operations: { orders: { ...ORDER, usual: { amount } } }, tiers: [{ id: 'small', components }] });
  expect(loadSystem(shop).operations.orders?.usual?.amount.mid).toBe(2);
});
