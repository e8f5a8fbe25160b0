import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offersIn } from '../../lib/catalog/offers';
import { choicesOf } from '../../lib/design/choices';
import type { DesignRequest } from '../../lib/design/design';
import { designTier } from '../../lib/design/design-tier';
import { sizeOf, sizeOfIntersection } from '../../lib/design/mask';
import { type Search, searchFor, withSizes } from '../../lib/design/search-sizes';
import type { Sized } from '../../lib/design/select';
import { sizesOf } from '../../lib/design/sizes';
import type { Component } from '../../lib/model/component';
import { gainedService } from '../../lib/model/gpu-services';
import type { TierInput } from '../../lib/model/inputs';
import { Options } from '../../lib/model/options';
import { parseInput } from '../../lib/model/parse';
import { System } from '../../lib/model/system';
import { TargetWorkload } from '../../lib/model/workload';
import { shopInput } from '../support/capacity';
import { source } from '../support/latency';
import { runsInScope } from '../support/scope';

/** Largest cost of a design above the cheapest one. */
const MOST_ABOVE_BEST = 0.03;

type Seconds = readonly [low: number, high: number];
/** vCPU and memory of an instance. */
type Size = readonly [vcpu: number, memoryGib: number];

/** A system of two services on the same nodes with pools to one database; in some, work for a GPU, a cache with shards and idle load. */
interface Case {
  /** Sizes of both services in each tier. */
  readonly pairs: readonly (readonly [api: Size, worker: Size])[];
  readonly api: Seconds;
  readonly worker: Seconds;
  /** Hold of a connection of the pool, and of the server where `holdsServer` is set. */
  readonly hold: Seconds;
  readonly holdsServer: boolean;
  readonly write: Seconds;
  readonly read: Seconds;
  readonly pool: number;
  readonly workerPool: number;
  readonly engine: 'mysql' | 'mariadb' | 'postgres';
  readonly readReplicas: number;
  readonly multiAz: boolean;
  readonly pooler: 'none' | 'rds-proxy';
  readonly hasGpu: boolean;
  /** MiB of the cache that a request/s takes; 0: no cache. */
  readonly cachedMib: number;
  /** Idle load of each instance of both services: share of a core, and MiB. */
  readonly idle: readonly [cores: number, mib: number];
  /** Whether a request is a job that one of the workers of the worker service processes. */
  readonly isJob: boolean;
  readonly perSecond: number;
}

const seconds = (least: number, most: number): fc.Arbitrary<Seconds> =>
  fc
    .record({ low: fc.double({ min: least, max: most, noNaN: true }), times: fc.double({ min: 1, max: 4, noNaN: true }) })
    .map(({ low, times }) => [low, low * times]);

const ANY_CASE: fc.Arbitrary<Case> = fc.record({
  pairs: fc.array(
    fc.tuple(
      fc.constantFrom<Size>([0.5, 1], [1, 2], [1, 4], [2, 4], [4, 8]),
      fc.constantFrom<Size>([0.25, 2], [0.5, 0.5], [1, 3], [2, 3], [2, 8]),
    ),
    { minLength: 1, maxLength: 2 },
  ),
  api: seconds(0.005, 0.04),
  worker: seconds(0.005, 0.04),
  hold: seconds(0.005, 0.1),
  holdsServer: fc.boolean(),
  write: seconds(0.0005, 0.005),
  read: seconds(0.0005, 0.02),
  pool: fc.constantFrom(5, 10, 20),
  workerPool: fc.constantFrom(0, 5),
  engine: fc.constantFrom('mysql', 'mariadb', 'postgres'),
  readReplicas: fc.constantFrom(0, 1, 2),
  multiAz: fc.boolean(),
  pooler: fc.constantFrom('none', 'rds-proxy'),
  hasGpu: fc.boolean(),
  cachedMib: fc.constantFrom(0, 20, 200),
  idle: fc.constantFrom<readonly [number, number]>([0, 0], [0.05, 100], [0.2, 300]),
  isJob: fc.boolean(),
  perSecond: fc.integer({ min: 10, max: 200 }),
});

const demand = (component: string, resource: string, held: Seconds, more: object = {}) => ({
  component,
  resource,
  amount: 1,
  seconds: held,
  source,
  ...more,
});

function demandsOf(one: Case): object[] {
  const onGpu = [
    demand('image-worker', 'workers', [0.02, 0.04], { with: 'image-worker' }),
    demand('worker', 'processor', [0.1, 0.2], { without: 'image-worker' }),
  ];
  return [
    demand('api', 'processor', one.api),
    demand('worker', 'processor', one.worker),
    demand('api', 'connections', one.hold),
    ...(one.holdsServer ? [demand('store', 'connections', one.hold)] : []),
    demand('store', 'processor', one.write),
    demand('store', 'processor', one.read, { readOnly: true }),
    ...(one.hasGpu ? onGpu : []),
    ...(one.cachedMib > 0 ? [demand('cache', 'memory', [1, 1], { amount: [one.cachedMib / 2, one.cachedMib] })] : []),
    ...(one.isJob ? [demand('worker', 'workers', one.worker)] : []),
  ];
}

function baseLoadsOf({ idle: [cores, mib] }: Case): object[] {
  return ['api', 'worker'].flatMap((component) => [
    { component, resource: 'processor', amount: cores, per: 'instance', source },
    { component, resource: 'memory', amount: mib, per: 'instance', source },
  ]);
}

function service([vcpu, memoryGib]: Size, databasePool: number) {
  const uses = databasePool > 0 ? ['store'] : [];
  return {
    kind: 'service' as const,
    instances: { min: 1, max: 2 },
    vcpu,
    memoryGib,
    workers: Math.ceil(vcpu),
    databasePool,
    uses,
    scaling: { cpuPercent: 60 },
  };
}

function tierOf(one: Case, [api, worker]: readonly [Size, Size], index: number): object {
  const [{ published: _published, ...tier }] = shopInput.tiers as readonly [TierInput];
  const { engine, readReplicas, multiAz, pooler } = one;
  const gpuService = { ...service([2, 6], 0), workers: 1, gpus: 1 };
  return {
    ...tier,
    id: `pair-${index}`,
    components: {
      files: tier.components.files,
      api: service(api, one.pool),
      worker: service(worker, one.workerPool),
      nodes: { kind: 'node-pool', runs: ['api', 'worker'] },
      store: { kind: 'database', engine, vcpu: 2, memoryGib: 8, storageGib: 20, readReplicas, multiAz, pooler },
      ...(one.cachedMib > 0
        ? { cache: { kind: 'cache', engine: 'valkey', memoryGib: 8, shards: 2, replicasPerShard: 1, topology: 'cluster' } }
        : {}),
    },
    ...(one.hasGpu ? { gpu: { default: 't4', service: gpuService } } : {}),
    highAvailability: multiAz,
  };
}

function requestOf(one: Case): DesignRequest {
  const requests = {
    name: 'request',
    kind: 'event',
    counts: 'http-requests',
    usual: { amount: 0, source },
    demands: demandsOf(one),
  };
  const system = System.parse({
    ...shopInput,
    baseLoads: baseLoadsOf(one),
    thresholds: [...(shopInput.thresholds ?? []), { resource: 'workers', share: 0.8, source }, { resource: 'replay', share: 0.8, source }],
    operations: { requests },
    withoutLimit: [{ component: 'files', reason: 'a test' }],
    tiers: one.pairs.map((pair, index) => tierOf(one, pair, index)),
  });
  return {
    system,
    base: system.tiers[0] as System['tiers'][number],
    id: 'made',
    options: parseInput(Options, one.hasGpu ? { gpu: 't4' } : {}, 'options'),
    offers: offersIn('us-east-1'),
    targetWorkload: parseInput(TargetWorkload, { operations: { requests: `${one.perSecond}/s` } }, 'workload'),
    confidence: 0.9,
    simulation: { sampleCount: 200 },
  };
}

/** Every size of a component with the numbers of instances that handle enough: they cost the same at the expected load. */
function sizesWithCounts({ start, demands, prices, exact }: Search, { system, base }: DesignRequest, id: string, timesBase: number) {
  const gained = gainedService(base);
  const own = gained?.id === id ? gained.service : (base.components[id] as Component);
  const sizes = sizesOf(own, {
    id,
    base: start.tier,
    tiers: system.tiers,
    timesBase,
    timesStored: timesBase,
    readsFromReplicas: id === 'store',
    usesStorage: false,
  });
  const all = sizes
    .map((size) => choicesOf(id, [size], { base: start, demands, prices, required: exact }).useful)
    .filter(({ length }) => length > 0)
    .sort(([left], [right]) => (left?.midUsd ?? 0) - (right?.midUsd ?? 0));
  return own.kind === 'cache' ? withoutDominated(all) : all;
}

/**
 * Sizes of a cache of which no cheaper one handles the same samples. Its price is that of its own nodes, and no other component depends on
 * its size, so that the others are in no cheapest combination.
 */
function withoutDominated(sizes: readonly (readonly Sized<Component>[])[]) {
  const kept: (readonly Sized<Component>[])[] = [];
  for (const one of sizes) {
    const [size] = one as [Sized<Component>];
    const enough = sizeOf(size.mask);
    if (!kept.some(([cheaper]) => cheaper !== undefined && sizeOfIntersection(cheaper.mask, size.mask) === enough)) kept.push(one);
  }
  return kept;
}

/**
 * The cheapest of all combinations of sizes; infinite where none handles the workload. The parts of a node that its tasks take are at most
 * the sum of their shares of vCPU and memory, so that nodes cost at least half as much as these parts.
 */
function cheapestOf(request: DesignRequest, perSecond: number): number {
  const search = searchFor(request);
  const usual = request.base.workload.requestsPerSecond?.mid ?? perSecond;
  const sizes = search.ids.map((id) => sizesWithCounts(search, request, id, perSecond / usual));
  const leastShare = search.ids.map((id) => (id === 'store' || id === 'cache' ? 1 : 0.5));
  let best = Number.POSITIVE_INFINITY;
  const usdOf = (chosen: readonly Sized<Component>[]) =>
    withSizes(search, { choices: sizes.map((one) => one.flat()) }, chosen)?.bound?.sizedUsd;
  const firstUsd = (rest: readonly (readonly Sized<Component>[])[], chosen: readonly Sized<Component>[]): number | undefined => {
    const [counts, ...others] = rest;
    if (counts === undefined) return usdOf(chosen);
    for (const one of counts) {
      const usd = firstUsd(others, [...chosen, one]);
      if (usd !== undefined) return usd;
    }
    return undefined;
  };
  const leastOf = (index: number, one: readonly Sized<Component>[] | undefined) => (leastShare[index] ?? 0) * (one?.[0]?.midUsd ?? 0);
  // Sizes are sorted by their cost.
  const leastOfRest = sizes.map((_, index) => sizes.slice(index).reduce((sum, one, other) => sum + leastOf(index + other, one[0]), 0));
  const visit = (chosen: readonly (readonly Sized<Component>[])[], leastUsd: number): void => {
    const index = chosen.length;
    if (leastUsd + (leastOfRest[index] ?? 0) >= best) return;
    if (index === sizes.length) best = Math.min(best, firstUsd(chosen, []) ?? Number.POSITIVE_INFINITY);
    else for (const one of sizes[index] ?? []) visit([...chosen, one], leastUsd + leastOf(index, one));
  };
  visit([], 0);
  return best;
}

test('the cost of a design is between its lower bound and 3% above the cheapest of all combinations of sizes', { timeout: 600_000 }, () => {
  let found = 0;
  fc.assert(
    fc.property(ANY_CASE, (one) => {
      const request = requestOf(one);
      const result = designTier(request);
      const best = cheapestOf(request, one.perSecond);
      if (!('design' in result)) {
        expect(best).toBe(Number.POSITIVE_INFINITY);
        return;
      }
      found++;
      const { sizedUsd = Number.NaN, leastUsd = Number.NaN } = result.design.bound ?? {};
      expect(leastUsd).toBeLessThanOrEqual(best * 1.0001);
      expect(best).toBeLessThanOrEqual(sizedUsd * 1.0001);
      expect(sizedUsd).toBeLessThanOrEqual(best * (1 + MOST_ABOVE_BEST));
    }),
    { seed: 1, numRuns: runsInScope(16) },
  );
  expect(found).toBeGreaterThan(0);
});
