import { expect, test } from 'vitest';
import { defaultBaseTiers, rightSizedTier } from '../../lib/answers/designed-tier';
import { synthesizeAndEstimate } from '../../lib/answers/synthesize-and-estimate';
import { loadSystem } from '../../lib/answers/system-reference';
import { offersIn } from '../../lib/catalog/offers';
import { designTier } from '../../lib/design/design-tier';
import { Options } from '../../lib/model/options';
import { parseInput } from '../../lib/model/parse';
import { TargetWorkload } from '../../lib/model/workload';
import { SYSTEMS } from '../../tiers';

/** Root volume of a node: 30 GB of gp3 at $0.08 in us-east-1. Source: aws.amazon.com/ebs/pricing. */
const VOLUME_USD = 30 * 0.08;

test('the sizes cost what the estimate bills for nodes with their root volumes and for data stores, and the rest is in the lower bound', () => {
  const system = SYSTEMS.map(loadSystem).find(({ id }) => id === 'assistant');
  const base = system?.tiers.find(({ id }) => id === 'scaled-out');
  if (system === undefined || base === undefined) throw new Error('the assistant has that tier');
  const request = {
    system,
    base,
    id: 'made',
    options: parseInput(Options, {}, 'options'),
    targetWorkload: parseInput(TargetWorkload, { concurrentUsers: 300 }, 'workload'),
    confidence: 0.9,
  };
  const result = designTier({ ...request, offers: offersIn('us-east-1') });
  if (!('design' in result) || result.design.bound === undefined) throw new Error('the assistant has sizes for 300 users');
  const { bound, blueprint } = result.design;
  const { design } = rightSizedTier({ ...request, bases: [base] }, synthesizeAndEstimate);
  const monthlyUsd = design?.monthlyUsd.mid ?? Number.NaN;
  expect(design?.leastMonthlyUsd).toBeCloseTo(monthlyUsd - bound.sizedUsd + bound.leastUsd, 6);
  const { lineItems } = synthesizeAndEstimate(blueprint);
  const billed = (kinds: readonly string[], isOf = (_kind: string) => true) =>
    lineItems
      .filter(({ component, kind }) => kinds.includes(kind) && isOf(blueprint.components[component]?.kind ?? ''))
      .reduce((sum, item) => sum + item.monthlyUsd.mid.toNumber(), 0);
  const nodes = Object.values(blueprint.components).reduce(
    (sum, component) => sum + (component.kind === 'node-pool' ? (component.nodes?.expected ?? 0) : 0),
    0,
  );
  expect(billed(['volume-gb-months'], (kind) => kind === 'node-pool')).toBeCloseTo(nodes * VOLUME_USD, 1);
  const sized = [
    'instance-hours',
    'volume-gb-months',
    'database-instance-hours',
    'database-storage-gb-months',
    'database-proxy-vcpu-hours',
    'cache-node-hours',
  ];
  expect(bound.sizedUsd / billed(sized)).toBeCloseTo(1, 3);
});

const capsules = SYSTEMS.map(loadSystem).find(({ id }) => id === 'capsules');

test('of the tiers from the recommended one upward, the structure with the cheapest sizes counts, and the next one is named', () => {
  if (capsules === undefined) throw new Error('capsules is an example');
  const targetWorkload = parseInput(TargetWorkload, { concurrentUsers: 350_000 }, 'workload');
  const bases = defaultBaseTiers(capsules, targetWorkload, 'full');
  expect(bases.map(({ id }) => id)).toEqual(['read-replicas', 'full']);
  const question = { system: capsules, id: 'made', options: parseInput(Options, {}, 'options'), targetWorkload, confidence: 0.9 };
  const alone = bases.map((base) => rightSizedTier({ ...question, bases: [base] }, synthesizeAndEstimate));
  const usd = alone.map(({ design }) => design?.monthlyUsd.mid ?? Number.NaN);
  const { base, design, next } = rightSizedTier({ ...question, bases }, synthesizeAndEstimate);
  expect([base.id, design?.monthlyUsd.mid]).toEqual(['full', usd[1]]);
  expect([next?.base, next?.monthlyUsd.mid]).toEqual(['read-replicas', usd[0]]);
  expect(usd[1]).toBeLessThan(usd[0] as number);
  expect(alone.map((one) => one.next)).toEqual([undefined, undefined]);
});

test('the default base tiers have no smaller structure, and are the largest tier where none is sized for as many users', () => {
  if (capsules === undefined) throw new Error('capsules is an example');
  const basesFor = (users: number, recommended: string | undefined) =>
    defaultBaseTiers(capsules, parseInput(TargetWorkload, { concurrentUsers: users }, 'workload'), recommended).map(({ id }) => id);
  expect(basesFor(90_000, 'full')).toEqual(['load-balanced', 'read-replicas', 'full']);
  expect(basesFor(300_000, 'load-balanced')).toEqual(['load-balanced', 'read-replicas', 'full']);
  expect(basesFor(9_000_000, undefined)).toEqual(['full']);
});

test('a structure without sizes for the workload is left out, and only the design is synthesized', () => {
  if (capsules === undefined) throw new Error('capsules is an example');
  const system = capsules;
  const targetWorkload = parseInput(TargetWorkload, { concurrentUsers: 500_000 }, 'workload');
  const [pool, full] = ['pool', 'full'].map((id) => system.tiers.find((tier) => tier.id === id));
  if (pool === undefined || full === undefined) throw new Error('capsules has these tiers');
  // PostgreSQL on RDS accepts at most 5,000 connections, and `pool` has no pooler in front of it and no read replica:
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html#RDS_Limits.MaxConnections
  const options = parseInput(Options, {}, 'options');
  const question = { system, id: 'made', options, targetWorkload, confidence: 0.9 };
  expect(() => rightSizedTier({ ...question, bases: [pool] }, synthesizeAndEstimate)).toThrow(/at most 5000/);
  const synthesized: string[] = [];
  const { base, design } = rightSizedTier({ ...question, bases: [pool, full] }, (blueprint) => {
    synthesized.push(blueprint.tier.id);
    return synthesizeAndEstimate(blueprint);
  });
  expect(base.id).toBe('full');
  // Sizes are compared by the prices of offers: a synthesis of each would take minutes.
  expect(synthesized).toEqual(['made']);
  expect(design?.assessment.confidence).toBeGreaterThanOrEqual(0.905);
});
