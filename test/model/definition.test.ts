import { readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { loadSystem } from '../../lib/answers/system-reference';
import type { TierStackProps } from '../../lib/cdk/tier-stack-props';
import { parseConfig } from '../../lib/io/yaml/parse-config';
import { defineSystem } from '../../lib/model/define-system';
import { Definition } from '../../lib/model/definition';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { SYSTEMS } from '../../tiers';
import { fixture } from '../support/run';

const SHOP = parseConfig(readFileSync(fixture('shop/sizing.yaml'), 'utf8'), 'shop', 'sizing.yaml') as SystemDefinition;

describe('the schema of a definition', () => {
  test('accepts a system, a list of systems and `$schema`', () => {
    expect(Definition.safeParse(SHOP).error).toBeUndefined();
    expect(Definition.safeParse({ $schema: './definition.schema.json', systems: [SHOP, ...SYSTEMS] }).error).toBeUndefined();
  });

  test.each([
    { ...SHOP, teirs: [] },
    { ...SHOP, tiers: [] },
    { ...SHOP, tiers: [{ id: 'small', extends: 'tiny', components: { api: { vcpus: 2 } } }] },
  ])('rejects what the command rejects: %#', (definition) => {
    expect(Definition.safeParse(definition).success).toBe(false);
    expect(() => loadSystem(definition as SystemDefinition)).toThrow();
  });
});

describe('defineSystem', () => {
  test('keeps the ids of the tiers, so that a misspelled tier does not compile', () => {
    const shop = defineSystem({
      id: 'shop',
      tiers: [
        { id: 'small', components: {} },
        { id: 'large', extends: 'small' },
      ],
    });
    expectTypeOf<TierStackProps<typeof shop>['tier']>().toEqualTypeOf<'small' | 'large'>();
    expect(loadSystem(shop).tiers.map(({ id }) => id)).toEqual(['small', 'large']);
  });

  test.each([
    [undefined, 100],
    [{ requestsPerSecond: 2 }, 100],
    [{ operations: { files: { amount: 20_000, every: 'day' } } }, 0],
    [{ concurrentUsers: 5, operations: { files: 1 } }, 5],
  ] as const)('the workload %j is that of %i users', (workload, users) => {
    const files = { name: 'file', kind: 'event', usual: { amount: 0 } } as const;
    const { tiers } = loadSystem({
      id: 'etl',
      operations: { files },
      tiers: [{ id: 'night', components: {}, ...(workload && { workload }) }],
    });
    expect(tiers[0]?.workload.concurrentUsers.mid).toBe(users);
  });

  test('a component that is null is removed, another kind replaces it', () => {
    const queue = { kind: 'queue' } as const;
    const { tiers } = loadSystem(
      defineSystem({
        id: 'jobs',
        tiers: [
          { id: 'small', components: { jobs: queue, files: { kind: 'bucket', storageGib: 10 } } },
          { id: 'large', extends: 'small', components: { jobs: null, files: { kind: 'queue', maxReceives: 3 } } },
        ],
      }),
    );
    expect(tiers[1]?.components).toEqual({ files: { kind: 'queue', maxReceives: 3, visibilitySeconds: 300 } });
  });

  test.each([
    { base: { amount: 36, every: 'hour' }, own: { low: 1, mid: 2, high: 3 }, expected: { low: 1, mid: 2, high: 3 } },
    { base: { low: 1, mid: 2, high: 3 }, own: { amount: 36, every: 'hour' }, expected: { low: 0.01, mid: 0.01, high: 0.01 } },
    { base: { amount: 36, every: 'hour' }, own: { amount: 72 }, expected: { low: 0.02, mid: 0.02, high: 0.02 } },
    { base: { low: 1, mid: 2, high: 3 }, own: { high: 4 }, expected: { low: 1, mid: 2, high: 4 } },
  ])('an amount of an operation replaces one of another form: $own over $base', ({ base, own, expected }) => {
    const [id = ''] = Object.keys(SHOP.operations ?? {});
    const withAmount = (amount: object) => ({ workload: { operations: { [id]: amount } } });
    const tiers = [
      { id: 'small', components: SHOP.tiers[0]?.components, ...withAmount(base) },
      { id: 'large', extends: 'small', ...withAmount(own) },
    ];
    expect(loadSystem({ ...SHOP, tiers } as SystemDefinition).tiers[1]?.workload.operations).toEqual({ [id]: expected });
  });

  test('tiers that extend each other are an error', () => {
    const circle = defineSystem({
      id: 'circle',
      tiers: [
        { id: 'small', extends: 'large' },
        { id: 'large', extends: 'small' },
      ],
    });
    expect(() => loadSystem(circle)).toThrow(
      /tiers\.0\.extends: small extends large extends small; expected a tier that does not extend this one/,
    );
  });
});
