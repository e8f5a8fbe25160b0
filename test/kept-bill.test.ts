import { describe, expect, it } from 'vitest';
import { keptFolder } from '../bin/kept-folder';
import { synthesize } from '../lib/aws';
import { billOf } from '../lib/bill';
import { type Blueprint, resolveBlueprint } from '../lib/blueprint';
import { loadSystem } from '../lib/blueprint-for';
import { keptBillOf, SYNTHESIZING_ROOMS } from '../lib/kept-bill';
import { Options, parseInput, type System } from '../lib/model';
import { offersIn } from '../lib/offers';
import type { KeptTexts } from '../lib/source';
import { scaleInterval } from '../lib/units';
import { SYSTEMS } from '../tiers';
import { filesBelow, importsOf, textOf } from './support/sources';

const REGION = 'us-east-1';
const TIERS = SYSTEMS.map(loadSystem).flatMap((system) => system.tiers.map(({ id }) => [system.id, id, system] as const));

/** A tier with so many times the load that it is made for. */
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

/** Synthesizes, and counts how often. */
function counting() {
  const counter = { synthesized: 0 };
  const counted = (blueprint: Blueprint) => {
    counter.synthesized++;
    return synthesize(blueprint);
  };
  return { counter, synthesize: () => counted };
}

function memory(texts = new Map<string, string>()): KeptTexts & { readonly texts: Map<string, string> } {
  return { texts, get: (key) => texts.get(key), put: (key, text) => void texts.set(key, text) };
}

describe('a bill of kept templates', () => {
  it.each(TIERS)('%s %s is that of templates that are synthesized now, under another load', (_system, tier, system) => {
    const kept = memory();
    const { counter, ...synthesis } = counting();
    const props = { synthesizer: 'test', kept, ...synthesis };
    keptBillOf(props)(underLoad(system, tier, 1));
    const other = underLoad(system, tier, 0.5);
    const bill = keptBillOf(props)(other);
    expect(counter.synthesized).toBe(1);
    expect(JSON.stringify(bill)).toBe(JSON.stringify(billOf(other)));
  });

  const [, , aiva] = TIERS[0] as (typeof TIERS)[number];

  it('synthesizes again when what is kept cannot be read, the synthesizer is another, or so is the form', () => {
    const kept = memory();
    const { counter, ...synthesis } = counting();
    const bills = (synthesizer: string) => keptBillOf({ synthesizer, kept, ...synthesis });
    const [small, medium] = ['small', 'medium'].map((tier) => underLoad(aiva, tier, 1)) as [Blueprint, Blueprint];
    const first = bills('one')(small);
    for (const key of kept.texts.keys()) kept.texts.set(key, '[{"stackName":"ai');
    expect(bills('one')(small)).toEqual(first);
    expect(counter.synthesized).toBe(2);
    bills('one')(medium);
    bills('another')(small);
    expect(counter.synthesized).toBe(4);
    bills('another')({ ...small, stackName: 'elsewhere' });
    expect(counter.synthesized).toBe(5);
  });

  it('knows the code of every room that decides what is synthesized', () => {
    const imported = filesBelow('lib/aws').flatMap((file) => importsOf(textOf(file)));
    const rooms = imported.filter(({ typeOnly }) => !typeOnly).flatMap(({ specifier }) => /^\.\.\/(\w+)$/.exec(specifier)?.[1] ?? []);
    expect(rooms.length).toBeGreaterThan(0);
    expect(SYNTHESIZING_ROOMS).toEqual(expect.arrayContaining([...new Set(rooms)]));
  });
});

describe('the folder of kept templates', () => {
  it('is where the system wants such files, another, or none', () => {
    expect(keptFolder({}, 'linux', '/a')).toBe('/a/.cache/sizing-blueprints');
    expect(keptFolder({ XDG_CACHE_HOME: '/var/cache' }, 'linux', '/a')).toBe('/var/cache/sizing-blueprints');
    expect(keptFolder({}, 'darwin', '/a')).toBe('/a/Library/Caches/sizing-blueprints');
    expect(keptFolder({ LOCALAPPDATA: '/local' }, 'win32', '/a')).toBe('/local/sizing-blueprints');
    expect(keptFolder({ SIZING_CACHE: '/elsewhere' }, 'linux', '/a')).toBe('/elsewhere');
    expect(keptFolder({ SIZING_CACHE: 'off' }, 'linux', '/a')).toBeUndefined();
  });
});
