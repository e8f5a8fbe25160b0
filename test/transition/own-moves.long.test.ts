import { expect, test } from 'vitest';
import { SYSTEMS } from '../../tiers';
import {
  type End,
  EXPECTED_INTERRUPTIONS,
  EXPECTED_OBSTACLES,
  INTERRUPTIONS,
  interruptionsIn,
  type Move,
  OBSTACLES_OF_MOVES,
  obstaclesIn,
  placeholdersIn,
  planned,
  templateStepsIn,
} from './own-moves';

/** Forms between which every tier moves. */
const PLATFORMS: readonly End[] = [{}, { compute: 'fargate' }, { platform: 'eks' }];

/** Options that a system keeps while it moves between tiers. */
const KEPT: readonly End[] = [
  { cacheEngine: 'valkey' },
  { gpu: 't4' },
  { highAvailability: 'true', readReplicas: '2', architecture: 'arm64' },
  { region: 'eu-central-1', environment: 'production' },
  { topology: 'single-host' },
  { platform: 'eks', dataStores: 'statefulset' },
];

/** Options that a system keeps while it moves to the next tier and back. */
const KEPT_TO_NEXT: readonly End[] = [
  { ecsExec: 'true', natGateways: '1', clientCidrs: '203.0.113.0/24' },
  { compute: 'fargate', natGateways: '0', architecture: 'arm64' },
  { platform: 'eks', natGateways: '1', apiCidrs: '203.0.113.0/24' },
];

/** Forms that every tier offers: a test that plans none of their moves proves nothing. */
const MOVED_BY_EVERY_TIER: readonly End[] = [...PLATFORMS, { region: 'eu-central-1', environment: 'production' }, ...KEPT_TO_NEXT];

/** Ordered pairs of two different elements. */
function pairsOf<T>(all: readonly T[]): readonly (readonly [T, T])[] {
  return all.flatMap((left) => all.filter((right) => right !== left).map((right) => [left, right] as const));
}

/**
 * Moves between two tiers in each form, between two forms of each tier, and between two tiers with two forms, which take turns: what a move
 * needs for a change of the tier does not depend on the form that it leaves as well.
 */
function* movesOfForms(system: (typeof SYSTEMS)[number]): Generator<Move> {
  const tiers = system.tiers.map(({ id }) => id);
  const changesOfForm = pairsOf(PLATFORMS);
  for (const tier of tiers)
    for (const [left, right] of changesOfForm) yield { system: system.id, from: { tier, ...left }, to: { tier, ...right } };
  for (const [turn, [from, to]] of pairsOf(tiers).entries()) {
    const [left, right] = changesOfForm[turn % changesOfForm.length] ?? [{}, {}];
    for (const [before, after] of [...PLATFORMS.map((form) => [form, form] as const), [left, right] as const])
      yield { system: system.id, from: { tier: from, ...before }, to: { tier: to, ...after } };
  }
}

function* movesOf(system: (typeof SYSTEMS)[number]): Generator<Move> {
  const tiers = system.tiers.map(({ id }) => id);
  yield* movesOfForms(system);
  for (const form of KEPT) {
    for (const from of tiers)
      for (const to of tiers) if (from !== to) yield { system: system.id, from: { tier: from, ...form }, to: { tier: to, ...form } };
  }
  for (const form of KEPT_TO_NEXT) {
    for (const [index, to] of tiers.entries()) {
      const from = tiers[index - 1];
      if (from === undefined) continue;
      yield { system: system.id, from: { tier: from, ...form }, to: { tier: to, ...form } };
      yield { system: system.id, from: { tier: to, ...form }, to: { tier: from, ...form } };
    }
  }
}

/** Interruptions and obstacles of all systems. */
const observed = new Set<string>();

test.each(SYSTEMS.map((system) => [system.id, system] as const))(
  'every move of %s has the listed obstacles and interruptions and no other, and steps that are commands without a template file',
  (_id, system) => {
    const obstacles = new Set<string>();
    const interruptions = new Set<string>();
    const templateSteps: string[] = [];
    const placeholders: string[] = [];
    const ends = new Set<string>();
    for (const move of movesOf(system)) {
      const plan = planned(move);
      if (plan === undefined) continue;
      ends.add(JSON.stringify(move.from));
      for (const obstacle of obstaclesIn(move, plan)) obstacles.add(obstacle);
      for (const interruption of interruptionsIn(move, plan)) interruptions.add(interruption);
      templateSteps.push(...templateStepsIn(plan));
      placeholders.push(...placeholdersIn(plan));
    }
    // Every tier moves on ECS with EC2, on Fargate and on EKS, in another region, and with options that it keeps.
    expect(
      system.tiers.filter(({ id: tier }) => !MOVED_BY_EVERY_TIER.every((form) => ends.has(JSON.stringify({ tier, ...form })))),
    ).toEqual([]);
    expect([...obstacles].filter((obstacle) => !OBSTACLES_OF_MOVES.includes(obstacle))).toEqual([]);
    expect(templateSteps).toEqual([]);
    expect(placeholders).toEqual([]);
    expect([...interruptions].filter((interruption) => !INTERRUPTIONS.includes(interruption))).toEqual([]);
    for (const each of [...interruptions, ...obstacles]) observed.add(each);
  },
  3_600_000,
);

test('every obstacle of tiers and platforms happens', () => {
  const listed = EXPECTED_OBSTACLES.flatMap(({ obstacle, changes }) =>
    changes.filter((change) => change === 'tier' || change === 'platform').map((change) => `${change}: ${obstacle}`),
  );
  expect(listed.filter((obstacle) => !observed.has(obstacle))).toEqual([]);
});

test('every listed interruption happens in a move between tiers or platforms', () => {
  const happened = (rule: string, kind: string) => ['tier', 'platform'].some((change) => observed.has(`${change}: ${rule} ${kind}`));
  expect(EXPECTED_INTERRUPTIONS.filter(({ rule, kind }) => !happened(rule, kind))).toEqual([]);
});
