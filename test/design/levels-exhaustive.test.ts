import { expect, test } from 'vitest';
import { levelsKept, type RequiredLevel } from '../../lib/capacity/latency/required-level';
import type { CapacityForm } from '../../lib/capacity/supply';
import { capacityUse } from '../../lib/capacity/utilization';
import { leastOf, shareAtLeast } from '../../lib/capacity/vector';
import { offersIn } from '../../lib/catalog/offers';
import type { Design } from '../../lib/design/design';
import { designTier } from '../../lib/design/design-tier';
import { Options } from '../../lib/model/options';
import { parseInput } from '../../lib/model/parse';
import { System } from '../../lib/model/system';
import { TargetWorkload } from '../../lib/model/workload';
import { shopInput } from '../support/capacity';
import { source } from '../support/latency';

const CONFIDENCE = 0.9;

/** All components get the same share of the time that the levels leave, which is not always the cheapest division. */
const MOST_ABOVE_BEST = 0.08;

/** A system whose requests do work on three services of the same price, one after the other, with an uncertain time on each. */
function systemOf(seconds: Readonly<Record<string, readonly [number, number]>>): System {
  const { baseLoads: _base, tiers, thresholds: _thresholds, ...rest } = shopInput;
  const [tier] = tiers;
  if (tier === undefined) throw new Error('the shop has tiers');
  const service = { kind: 'service', instances: { min: 1, max: 4 }, vcpu: 1, memoryGib: 2, scaling: {} };
  const services = Object.fromEntries(Object.keys(seconds).map((id) => [id, service]));
  return System.parse({
    ...rest,
    thresholds: [{ resource: 'processor', share: 1, source }],
    operations: {
      requests: {
        name: 'request',
        kind: 'event',
        counts: 'http-requests',
        usual: { amount: 0, source },
        demands: Object.entries(seconds).map(([component, each]) => ({
          component,
          resource: 'processor',
          amount: 1,
          seconds: each,
          source,
        })),
      },
    },
    withoutLimit: ['files', 'store'].map((component) => ({ component, reason: 'a test' })),
    tiers: [{ ...tier, components: { ...tier.components, ...services } }],
  });
}

function designOf(system: System, perSecond: number, levels: readonly RequiredLevel[]): Design {
  const [base] = system.tiers;
  if (base === undefined) throw new Error('the system has a tier');
  const options = parseInput(Options, { compute: 'fargate' }, 'options');
  const targetWorkload = parseInput(TargetWorkload, { operations: { requests: `${perSecond}/s` } }, 'workload');
  const offers = offersIn(options.region);
  const simulation = { sampleCount: 500 };
  const result = designTier({
    system,
    base,
    id: 'made',
    options,
    offers,
    databaseGibUsd: 0.115,
    targetWorkload,
    levels,
    confidence: CONFIDENCE,
    simulation,
  });
  if (!('design' in result)) throw new Error(JSON.stringify(result.missed));
  return result.design;
}

/** The form of a design with other numbers of instances. */
function formWith({ form }: Design, instances: Readonly<Record<string, number>>): CapacityForm {
  const supplies = form.supplies.map((supply) => {
    const count = instances[supply.component];
    return count === undefined ? supply : { ...supply, instances: { min: count, max: count } };
  });
  return { ...form, supplies };
}

/** The fewest instances of all services together with which the levels are kept with the required confidence. */
function fewest(design: Design, levels: readonly RequiredLevel[], ids: readonly string[], below: number): number {
  const { demands } = design;
  const keeps = (instances: Readonly<Record<string, number>>) => {
    const form = formWith(design, instances);
    const { uses } = capacityUse(demands, form);
    const among = leastOf(uses.map(({ factor }) => factor));
    return shareAtLeast(levelsKept({ levels, demands, form, uses }, { among }), 1) >= CONFIDENCE;
  };
  for (let total = ids.length; total < below; total++) if (partsOf(total, ids).some(keeps)) return total;
  return below;
}

/** Every division of a number of instances among services, at least one each. */
function partsOf(total: number, [id = '', ...others]: readonly string[]): Readonly<Record<string, number>>[] {
  if (others.length === 0) return total >= 1 ? [{ [id]: total }] : [];
  return Array.from({ length: Math.max(0, total - others.length) }, (_, index) => index + 1).flatMap((own) =>
    partsOf(total - own, others).map((rest) => ({ [id]: own, ...rest })),
  );
}

interface Case {
  /** Seconds of work of a request by service, at the low and the high end. */
  readonly seconds: Readonly<Record<string, readonly [number, number]>>;
  readonly p95: number;
  readonly perSecond: number;
}

const CASES: readonly Case[] = [
  { seconds: { api: [0.02, 0.03], web: [0.02, 0.03] }, p95: 0.25, perSecond: 200 },
  { seconds: { api: [0.03, 0.05], web: [0.004, 0.008] }, p95: 0.25, perSecond: 200 },
  { seconds: { api: [0.03, 0.05], web: [0.004, 0.008] }, p95: 0.25, perSecond: 500 },
  { seconds: { api: [0.03, 0.05], web: [0.01, 0.02] }, p95: 0.3, perSecond: 400 },
  { seconds: { api: [0.03, 0.05], web: [0.01, 0.02], jobs: [0.02, 0.02] }, p95: 0.4, perSecond: 200 },
  { seconds: { api: [0.03, 0.05], web: [0.004, 0.008] }, p95: 0.4, perSecond: 200 },
  { seconds: { api: [0.05, 0.05], web: [0.02, 0.02] }, p95: 0.35, perSecond: 100 },
];

test.each(CASES)(
  'a design with levels costs at most 8% more than the cheapest of all divisions: $seconds, p95 $p95 s, $perSecond/s',
  ({ seconds, p95, perSecond }) => {
    const ids = Object.keys(seconds);
    const levels = [{ operation: 'requests', measure: 'p95', most: p95 }] as const;
    const design = designOf(systemOf(seconds), perSecond, levels);
    const total = ids.reduce((sum, id) => {
      const component = design.tier.components[id];
      return sum + (component?.kind === 'service' ? component.instances.max : Number.NaN);
    }, 0);
    const best = fewest(design, levels, ids, total);
    expect(total).toBeLessThanOrEqual(best * (1 + MOST_ABOVE_BEST));
  },
);
