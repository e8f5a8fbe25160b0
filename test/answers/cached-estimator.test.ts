import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder } from '../../bin/cache-folder';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { CHART_ROOMS, cachedCharts } from '../../lib/answers/cached-charts';
import { CLUSTER_ROOMS, cachedEstimator, SYNTHESIZING_ROOMS } from '../../lib/answers/cached-estimator';
import { type ChartsOf, estimateCharts } from '../../lib/answers/estimate-manifest-files';
import { loadSystem } from '../../lib/answers/system-reference';
import { sizeOf } from '../../lib/aws/ecs/node-sizes';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { resolveBlueprint } from '../../lib/blueprint/resolve';
import type { ResolvedComponent, ResolvedNodePool } from '../../lib/blueprint/resolved-component';
import { offersIn } from '../../lib/catalog/offers';
import { scaleInterval } from '../../lib/core/interval';
import { CachedFiles, type StringCache } from '../../lib/io/cached-files';
import { Options } from '../../lib/model/options';
import { parseInput } from '../../lib/model/parse';
import type { System } from '../../lib/model/system';
import { SYSTEMS } from '../../tiers';
import { FORM_EXAMPLES } from '../support/forms';
import { inScope } from '../support/scope';
import { filesBelow, importsOf, targetOf, textOf } from '../support/sources';
import { billFor, chartsFor, stacksFor } from '../support/synthesized';

const REGION = 'us-east-1';
const TIERS = SYSTEMS.map(loadSystem).flatMap((system) => system.tiers.map(({ id }) => [system.id, id, system] as const));

/** A tier with a multiple of the load that it is sized for. */
function underLoad(system: System, id: string, times: number): Blueprint {
  const tiers = system.tiers.map((tier) => {
    const { operations: _operations, ...workload } = tier.workload;
    const scaled = Object.fromEntries(Object.entries(workload).map(([key, amount]) => [key, scaleInterval(amount, times)]));
    return tier.id === id ? { ...tier, workload: { ...tier.workload, ...scaled } } : tier;
  });
  return resolveBlueprint({
    system: { ...system, tiers },
    tier: id,
    options: parseInput(Options, {}, 'options'),
    offers: offersIn(REGION),
  });
}

function nodePoolsOf({ components }: Blueprint): ResolvedNodePool[] {
  return Object.values(components).filter((component) => component.kind === 'node-pool');
}

/** The blueprint and those of its standby regions with changed node pools. */
function withNodes(blueprint: Blueprint, change: (pool: ResolvedNodePool) => ResolvedNodePool): Blueprint {
  const components = Object.entries(blueprint.components).map(([id, component]): [string, ResolvedComponent] => [
    id,
    component.kind === 'node-pool' ? change(component) : component,
  ]);
  const standbys = blueprint.standbys?.map((standby) => withNodes(standby, change));
  return { ...blueprint, components: Object.fromEntries(components), ...(standbys !== undefined && { standbys }) };
}

/** The next size of each instance type, and other numbers of instances for each pool that has any. */
function withOtherNodes(blueprint: Blueprint): Blueprint {
  return withNodes(blueprint, (pool) => {
    const { instanceType, nodes } = sizeOf(pool);
    const more = nodes.max === 0 ? nodes : { min: nodes.min + 1, expected: nodes.expected + 1, max: nodes.max + 2 };
    return { ...pool, instanceType: instanceType.replace(/\.\w+$/, '.2xlarge'), nodes: more };
  });
}

/** Synthesizes, and counts the calls, including those that the cache of the test run answers. */
function counting() {
  const counter = { synthesized: 0 };
  const counted = (blueprint: Blueprint) => {
    counter.synthesized++;
    return stacksFor(blueprint);
  };
  return { counter, synthesize: () => counted };
}

function memory(strings = new Map<string, string>()): StringCache & { readonly strings: Map<string, string> } {
  return {
    strings,
    get: (key) => strings.get(key),
    put: (key, content) => void strings.set(key, content),
    drop: (key) => void strings.delete(key),
  };
}

describe('an estimate of cached templates', () => {
  it.each(inScope(TIERS, (_tier, index) => index === 0))(
    '%s %s is that of templates that are synthesized now, under another load',
    (_system, tier, system) => {
      const cache = memory();
      const { counter, ...synthesis } = counting();
      const props = { synthesizer: 'test', cache, ...synthesis };
      cachedEstimator(props)(underLoad(system, tier, 1));
      const other = underLoad(system, tier, 0.5);
      const bill = cachedEstimator(props)(other);
      expect(counter.synthesized).toBe(1);
      expect(JSON.stringify(bill)).toBe(JSON.stringify(billFor(other)));
    },
  );

  const WITH_NODES = TIERS.filter(([, tier, system]) => nodePoolsOf(underLoad(system, tier, 1)).length > 0);

  // Phase 3 of Barber Ops has standby regions.
  it.each(inScope(WITH_NODES, ([, tier], index) => index === 0 || tier === 'phase-3'))(
    '%s %s is that of templates that are synthesized now, with nodes of another type and number',
    (_system, tier, system) => {
      const cache = memory();
      const { counter, ...synthesis } = counting();
      const props = { synthesizer: 'test', cache, ...synthesis };
      const blueprint = underLoad(system, tier, 1);
      cachedEstimator(props)(blueprint);
      const other = withOtherNodes(blueprint);
      const bill = cachedEstimator(props)(other);
      expect(counter.synthesized).toBe(1);
      expect(JSON.stringify(bill)).toBe(JSON.stringify(billFor(other)));
    },
  );

  it('synthesizes again for burstable nodes and for a pool without nodes, whose resources have other properties', () => {
    const { counter, ...synthesis } = counting();
    const [, tier, system] = WITH_NODES[0] as (typeof TIERS)[number];
    const estimator = cachedEstimator({ synthesizer: 'test', cache: memory(), ...synthesis });
    const blueprint = underLoad(system, tier, 1);
    const changes: Partial<ResolvedNodePool>[] = [
      { instanceType: 'm6g.large', nodes: { min: 2, expected: 2, max: 4 } },
      { instanceType: 't4g.large', nodes: { min: 2, expected: 2, max: 4 } },
      { instanceType: 'm6g.large', nodes: { min: 0, expected: 0, max: 0 } },
    ];
    for (const [index, change] of changes.entries()) {
      const changed = withNodes(blueprint, (pool) => ({ ...pool, ...change }));
      const bill = estimator(changed);
      expect(counter.synthesized).toBe(index + 1);
      expect(JSON.stringify(bill)).toBe(JSON.stringify(billFor(changed)));
    }
  });

  const [, , aiva] = TIERS[0] as (typeof TIERS)[number];

  it('synthesizes again when the cache cannot be read, the synthesizer is another, or so is the form', () => {
    const cache = memory();
    const { counter, ...synthesis } = counting();
    const bills = (synthesizer: string) => cachedEstimator({ synthesizer, cache, ...synthesis });
    const [small, medium] = ['small', 'medium'].map((tier) => underLoad(aiva, tier, 1)) as [Blueprint, Blueprint];
    const first = bills('one')(small);
    for (const key of cache.strings.keys()) cache.strings.set(key, '[{"stackName":"ai');
    expect(bills('one')(small)).toEqual(first);
    expect(counter.synthesized).toBe(2);
    bills('one')(medium);
    bills('another')(small);
    expect(counter.synthesized).toBe(4);
    bills('another')({ ...small, stackName: 'elsewhere' });
    expect(counter.synthesized).toBe(5);
  });

  it.each([
    ['no list', '{}'],
    ['an empty list', '[]'],
    ['a stack without a template', '[{"stackName":"aiva-dev","region":"us-east-1"}]'],
    ['a template that is a list', '[{"stackName":"aiva-dev","region":"us-east-1","template":[]}]'],
    ['a stack of more than it has', '[{"stackName":"aiva-dev","region":"us-east-1","template":{},"more":1}]'],
  ])('drops an entry that is not a list of stacks: %s', (_what, content) => {
    const cache = memory();
    const { counter, ...synthesis } = counting();
    const blueprint = underLoad(aiva, 'small', 1);
    const billOfRun = () => cachedEstimator({ synthesizer: 'one', cache, ...synthesis })(blueprint);
    const first = billOfRun();
    const [key = ''] = cache.strings.keys();
    cache.strings.set(key, content);
    expect(billOfRun()).toEqual(first);
    expect(counter.synthesized).toBe(2);
    expect(cache.strings.get(key)).not.toBe(content);
  });

  it.each<[string, (entry: string, other: string) => string]>([
    ['truncated', (entry) => entry.slice(0, -100)],
    ['emptied', () => ''],
    ['edited', (entry) => entry.replaceAll('db.t4g', 'db.r6g').replaceAll('"Cpu":"', '"Cpu":"9')],
    ['replaced by that of another blueprint', (_entry, other) => other],
  ])('is that of new templates when the file of the cache was %s', (_how, change) => {
    const folder = mkdtempSync(join(tmpdir(), 'sizing-cache-'));
    const { counter, ...synthesis } = counting();
    const billOfRun = (tier: string) =>
      cachedEstimator({ synthesizer: 'one', cache: new CachedFiles(join(folder, 'cache')), ...synthesis })(underLoad(aiva, tier, 1));
    const first = billOfRun('small');
    const [name = ''] = readdirSync(join(folder, 'cache'));
    billOfRun('medium');
    const [path, other] = [name, ...readdirSync(join(folder, 'cache')).filter((each) => each !== name)].map((each) =>
      join(folder, 'cache', each),
    ) as [string, string];
    const entry = readFileSync(path, 'utf8');
    const changed = change(entry, readFileSync(other, 'utf8'));
    expect(changed).not.toBe(entry);
    writeFileSync(path, changed);
    expect(billOfRun('small')).toEqual(first);
    expect(counter.synthesized).toBe(3);
    expect(readFileSync(path, 'utf8')).toBe(entry);
    rmSync(folder, { recursive: true, force: true });
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['stacks', ['aws'], SYNTHESIZING_ROOMS],
    ['stacks on EKS', ['aws', 'kubernetes'], CLUSTER_ROOMS],
    ['charts', ['kubernetes'], CHART_ROOMS],
  ])('depends on the code of every room that decides what is synthesized: %s', (_what, synthesizing, known) => {
    const targets = synthesizing
      .flatMap((room) => filesBelow(`lib/${room}`))
      .flatMap((file) => importsOf(textOf(file)).flatMap(({ typeOnly, specifier }) => (typeOnly ? [] : (targetOf(file, specifier) ?? []))));
    const rooms = targets.map((target) => target.split('/')[1] ?? '');
    expect(rooms.length).toBeGreaterThan(0);
    expect(known).toEqual(expect.arrayContaining([...new Set([...synthesizing, ...rooms])]));
  });
});

describe('an estimate of a cached cluster', () => {
  it('is that of a stack on EKS that is synthesized now, and another load is another stack', () => {
    const cache = memory();
    const { counter, ...synthesis } = counting();
    const inRun = (blueprint: Blueprint) => cachedEstimator({ synthesizer: 'one', cache, ...synthesis })(blueprint);
    const blueprint = blueprintFor(FORM_EXAMPLES.eks ?? {});
    inRun(blueprint);
    expect(JSON.stringify(inRun(blueprint))).toBe(JSON.stringify(billFor(blueprint)));
    expect(counter.synthesized).toBe(1);
    const [first, ...others] = blueprint.usage;
    inRun({ ...blueprint, usage: first === undefined ? [] : [{ ...first, quantity: scaleInterval(first.quantity, 2) }, ...others] });
    expect(counter.synthesized).toBe(2);
  });

  const chart = blueprintFor(FORM_EXAMPLES.kubernetes ?? {});

  /** Charts of one run of the command, with the number of syntheses. */
  function countingCharts(cache: StringCache) {
    const counter = { synthesized: 0 };
    const synthesize: ChartsOf = (blueprint) => {
      counter.synthesized++;
      return chartsFor(blueprint);
    };
    return { counter, inRun: (synthesizer: string) => cachedCharts({ synthesize, synthesizer, cache }) };
  }

  it('is that of a chart that is synthesized now, and another load or synthesizer is another chart', () => {
    const { counter, inRun } = countingCharts(memory());
    inRun('one')(chart);
    const costOf = (chartsOf: ChartsOf) => JSON.stringify(estimateCharts(chart, {}, chartsOf));
    expect(costOf(inRun('one'))).toBe(costOf(chartsFor));
    expect(counter.synthesized).toBe(1);
    inRun('another')(chart);
    inRun('one')({ ...chart, usage: [] });
    expect(counter.synthesized).toBe(3);
  });

  it.each([
    ['no JSON', '[{"path":"web'],
    ['an empty list', '[]'],
    ['a file without objects', '[{"path":"web.yaml","objects":[]}]'],
    ['objects that are strings', '[{"path":"web.yaml","objects":["Deployment"]}]'],
    ['stacks', '[{"stackName":"aiva-dev","region":"us-east-1","template":{}}]'],
  ])('drops an entry that is not a chart: %s', (_what, content) => {
    const cache = memory();
    const { counter, inRun } = countingCharts(cache);
    const objects = inRun('one')(chart);
    const [key = ''] = cache.strings.keys();
    cache.strings.set(key, content);
    expect(inRun('one')(chart)).toEqual(objects);
    expect(counter.synthesized).toBe(2);
    expect(cache.strings.get(key)).not.toBe(content);
  });
});

describe('the folder of cached templates', () => {
  it('is the cache folder of the operating system, or that of SIZING_CACHE, or none', () => {
    expect(cacheFolder({}, 'linux', '/a')).toBe('/a/.cache/sizing-blueprints');
    expect(cacheFolder({ XDG_CACHE_HOME: '/var/cache' }, 'linux', '/a')).toBe('/var/cache/sizing-blueprints');
    expect(cacheFolder({}, 'darwin', '/a')).toBe('/a/Library/Caches/sizing-blueprints');
    expect(cacheFolder({ LOCALAPPDATA: '/local' }, 'win32', '/a')).toBe('/local/sizing-blueprints');
    expect(cacheFolder({ SIZING_CACHE: '/elsewhere' }, 'linux', '/a')).toBe('/elsewhere');
    expect(cacheFolder({ SIZING_CACHE: 'off' }, 'linux', '/a')).toBeUndefined();
  });
});
