import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import type { Stack } from '../../lib/answers/estimate-stacks';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { SYSTEMS } from '../../tiers';
import { judged } from '../support/judges';
import { inventoryIn, inventoryOf, sizesIn, sizesOf } from '../support/moto-inventory';
import { NOT_UPDATED, REJECTED, SKIPPED_TYPES } from '../support/moto-limits';
import { MotoServer } from '../support/moto-server';
import { MotoStacks } from '../support/moto-stacks';
import { stacksFor } from '../support/synthesized';

const MINUTES = 60_000;

/** Platforms whose stacks differ. Of EKS, moto has the network, databases, queues and buckets around the cluster. */
const FORMS: readonly Readonly<Record<string, string>>[] = [{}, { compute: 'fargate' }, { platform: 'eks' }];

interface Tier {
  readonly id: string;
  readonly blueprint: Blueprint;
  readonly stacks: readonly Stack[];
}

/** All tiers of a system, from the smallest to the largest. */
function tiersOf(system: (typeof SYSTEMS)[number], form: Readonly<Record<string, string>>): Tier[] {
  return system.tiers.map(({ id }) => {
    const blueprint = blueprintFor({ system: system.id, tier: id, ...form });
    return { id, blueprint, stacks: stacksFor(blueprint) };
  });
}

/** The stacks of a tier with the blueprint of their region. The stack of another region's bucket has none. */
function regionsOf({ blueprint, stacks }: Tier): (readonly [Stack, Blueprint])[] {
  return [blueprint, ...(blueprint.standbys ?? [])].flatMap((ofRegion) => {
    return stacks.filter(({ stackName }) => stackName === ofRegion.stackName).map((stack) => [stack, ofRegion] as const);
  });
}

judged('moto_server', () => {
  let moto: MotoServer;
  /** The first stack that each limit concerns. */
  const examples = new Map<string, Stack>();
  /** The stacks that are deployed before a stack of another region. */
  const earlier = new Map<Stack, readonly Stack[]>();
  beforeAll(async () => {
    moto = await MotoServer.start();
  });
  afterAll(async () => await moto.dispose());
  beforeEach(async () => await moto.reset());

  function exampleOf(limit: string): Stack {
    const example = examples.get(limit);
    if (example === undefined) throw new Error(`no template has ${limit}`);
    return example;
  }

  async function deploy(stacks: MotoStacks, tier: Tier): Promise<void> {
    for (const stack of tier.stacks) {
      const isUpdate = Object.keys(stacks.deployed(stack.stackName)).length > 0;
      expect(await stacks.deploy(stack), `${tier.id}: ${stack.stackName}`).toBe(isUpdate ? 'UPDATE_COMPLETE' : 'CREATE_COMPLETE');
      const created = [...(await stacks.physicalIds(stack.stackName, stack.region)).keys()].sort();
      expect(created, `${tier.id}: ${stack.stackName}`).toEqual(Object.keys(stacks.deployed(stack.stackName)).sort());
    }
    for (const [stack, blueprint] of regionsOf(tier)) {
      expect(await inventoryIn(moto, stacks, stack), `${tier.id}: ${stack.stackName}`).toEqual(inventoryOf(blueprint));
    }
  }

  describe.each(SYSTEMS.map((system) => [system.id, system] as const))('%s', (_id, system) => {
    it.each(FORMS.map((form) => [JSON.stringify(form), form] as const))(
      'with %s, each tier is created, and moved up and down',
      async (_name, form) => {
        const tiers = tiersOf(system, form);
        for (const { stacks } of tiers) {
          for (const [position, stack] of stacks.entries()) earlier.set(stack, stacks.slice(0, position));
        }
        for (const [index, tier] of tiers.entries()) {
          await moto.reset();
          const stacks = new MotoStacks(moto, REJECTED, (name, stack) => examples.set(name, examples.get(name) ?? stack));
          await deploy(stacks, tier);
          for (const [{ stackName, region }, blueprint] of regionsOf(tier)) {
            expect(await sizesIn(moto, region), `${tier.id}: ${stackName}`).toEqual(sizesOf(blueprint));
          }
          const next = tiers[index + 1];
          if (next !== undefined) {
            await deploy(stacks, next);
            await deploy(stacks, tier);
          }
        }
      },
      10 * MINUTES,
    );
  });

  describe('the limits of moto', () => {
    it('skips each type that is removed', async () => {
      const stacks = new MotoStacks(moto);
      const Resources = Object.fromEntries(SKIPPED_TYPES.map((Type, index) => [`Skipped${index}`, { Type, Properties: {} }]));
      await stacks.deployAsIs('probe', 'us-east-1', { Resources: { ...Resources, Queue: { Type: 'AWS::SQS::Queue' } } });
      expect([...(await stacks.physicalIds('probe', 'us-east-1')).keys()]).toEqual(['Queue']);
    });

    it('loses resources of the types that keep their properties', async () => {
      for (const type of NOT_UPDATED) {
        const stack = exampleOf(type);
        await moto.reset();
        const stacks = new MotoStacks(moto);
        await stacks.deploy(stack);
        const id = Object.entries(stacks.deployed(stack.stackName)).find(([, { Type }]) => Type === type)?.[0] ?? type;
        await stacks.touch(stack, id);
        expect((await stacks.physicalIds(stack.stackName, stack.region)).has(id), type).toBe(false);
      }
    });

    it('rejects removed and changed resources', async () => {
      for (const [name, limit] of Object.entries(REJECTED)) {
        const stack = exampleOf(name);
        await moto.reset();
        const { [name]: _without, ...others } = REJECTED;
        for (const before of earlier.get(stack) ?? []) await new MotoStacks(moto).deploy(before);
        await expect(new MotoStacks(moto, others).deploy(stack), limit.reason).rejects.toThrow(limit.error);
      }
    });

    it('concern a template each', () => {
      const listed = [...SKIPPED_TYPES, ...Object.keys(REJECTED), ...NOT_UPDATED];
      expect(listed.filter((name) => !examples.has(name))).toEqual([]);
    });
  });
});
