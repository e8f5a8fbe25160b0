import { describe, expect, it } from 'vitest';
import { loadSystem } from '../../lib/answers/system-reference';
import type { SystemInput } from '../../lib/model/inputs';
import { withPublishedSizes } from '../../lib/model/published-sizes';
import type { Tier } from '../../lib/model/tier';
import { assistant } from '../../tiers/assistant';
import { barberOps } from '../../tiers/barber-ops';
import { phase3 } from '../../tiers/barber-ops/phase-3';
import { externals } from '../../tiers/barber-ops/services';
import { capsules } from '../../tiers/capsules';
import { uxFlow } from '../../tiers/ux-flow';
import { OTHER_SYSTEMS } from './systems';

interface Expected {
  readonly system: SystemInput;
  /** One entry for each contradiction that was found in the document; some concern several tiers or two subjects. */
  readonly found: readonly (readonly string[])[];
  /** Values that the document does not give, and the decisions about them. */
  readonly decided: readonly string[];
}

const EXPECTED: readonly Expected[] = [
  {
    system: uxFlow,
    found: [
      ['startup-cores', 'startup-memory', 'growth-memory', 'scale-cores', 'scale-memory'],
      ['good-at-1000'],
      ['ai-in-p95'],
      ['ai-capacity', 'ai-per-instance'],
      ['websocket-capacity'],
      ['pool-and-latency'],
      ['vector-queries'],
      ['stripe-rate'],
      ['writes-of-saves'],
      ['gains-multiplied'],
      ['regions-when', 'autoscaling-when'],
      ['replica-set'],
    ],
    decided: ['vector-store-single', 'sharded-mongodb', 'entry-balancer', 'sizes-of-scale'],
  },
  {
    system: capsules,
    found: [
      ['three-kinds-of-users'],
      ['same-rate-two-answers'],
      ['all-at-once-five-answers'],
      ['slow-queries'],
      ['theory-and-practice'],
      ['pool-gain'],
      ['users-of-requests'],
      ['cache-and-balancer-gain'],
      ['database-no-bottleneck'],
      ['rate-limit-per-address'],
    ],
    decided: ['one-process', 'no-machine', 'full-undescribed', 'entry-balancer', 'pool-of-15', 'pool-of-50', 'one-primary'],
  },
  {
    system: assistant,
    found: [
      ['four-capacities'],
      ['cpu-of-a-user'],
      ['tested-users'],
      ['memory-of-a-user'],
      ['connections-of-the-plan'],
      ['rate-limited-below-the-limit'],
      ['analytics-without-database'],
      ['websockets-untested'],
      ['authentication-at-once'],
    ],
    decided: ['derived-tiers', 'percent-of-what', 'inference-size', 'entry-balancer'],
  },
  {
    system: barberOps,
    found: [
      ['connections-of-100000'],
      ['work-memory'],
      ['compute-cores'],
      ['redis-memory'],
      ['bandwidth'],
      ['memory-of-a-connection', 'real-time-messages', 'real-time-latency'],
      ['pooling-not-evident'],
      ['autoscaler-manifest'],
      ['success-rates', 'latency-today'],
      ['capacity-today'],
      ['ai-request-rate'],
      ['model-api-budget'],
      ['cache-savings', 'ai-speed-targets'],
      ['savings-that-cost', 'phase-2-increase'],
      ['regions-without-budget'],
      ['recovery-point'],
      ['alarm-levels'],
      ['growth-beyond-phases'],
      ['scenarios-stop'],
      ['weeks-of-the-plan', 'when-100000'],
    ],
    decided: ['recovery-delivered', 'pooler-kind', 'entry-balancer', 'replicas-of-the-autoscaler'],
  },
];

it('are listed here for every system', () => {
  expect(EXPECTED.map(({ system }) => system.id).sort()).toEqual(OTHER_SYSTEMS.map(({ id }) => id).sort());
});

describe.each(EXPECTED)('the contradictions of $system.id', ({ system, found, decided }) => {
  const contradictions = system.contradictions ?? [];
  const ids = contradictions.map(({ id }) => id);

  it(`are the ${found.length} of its document, and the decisions about values that it does not give`, () => {
    expect(ids).toEqual([...found.flat(), ...decided]);
  });

  it('are each stated once, with the numbers that contradict', () => {
    expect(new Set(ids).size).toBe(ids.length);
    const withNumbers = contradictions.filter(({ text }) => /\d/.test(text)).map(({ id }) => id);
    for (const group of found.filter(([first]) => !WITHOUT_NUMBERS.has(first ?? ''))) {
      expect(
        group.some((id) => withNumbers.includes(id)),
        group.join(', '),
      ).toBe(true);
    }
  });
});

/** Contradictions of words, not of numbers. */
const WITHOUT_NUMBERS = new Set([
  'pooling-not-evident',
  'replica-set',
  'database-no-bottleneck',
  'rate-limit-per-address',
  'regions-without-budget',
]);

/** The tiers of a system with the sizes of its document. */
function publishedTiers(system: SystemInput): readonly Tier[] {
  return loadSystem(system).tiers.map((tier) => withPublishedSizes(tier) ?? tier);
}

describe('the arithmetic of the contradictions', () => {
  it('counts 11 pods, 5.25 cores and 5.25 GiB at the least of ux-flow', () => {
    const services = Object.values(uxFlow.tiers[0]?.components ?? {}).filter((part) => part.kind === 'service');
    expect(services.reduce((sum, { instances }) => sum + instances.min, 0)).toBe(11);
    expect(services.reduce((sum, { instances, vcpu }) => sum + instances.min * vcpu, 0)).toBe(5.25);
    expect(services.reduce((sum, { instances, memoryGib }) => sum + instances.min * memoryGib, 0)).toBe(5.25);
  });

  it('counts 63 pods, 27.75 cores and 27.75 GiB at the most', () => {
    const services = Object.values(publishedTiers(uxFlow).at(-1)?.components ?? {}).filter((part) => part.kind === 'service');
    expect(services.reduce((sum, { instances }) => sum + instances.max, 0)).toBe(63);
    expect(services.reduce((sum, { instances, vcpu }) => sum + instances.max * vcpu, 0)).toBe(27.75);
    expect(services.reduce((sum, { instances, memoryGib }) => sum + instances.max * memoryGib, 0)).toBe(27.75);
  });

  it('opens 15 and 50 connections an instance of capsules', () => {
    expect(
      publishedTiers(capsules)
        .slice(0, 3)
        .map(({ components }) => (components.api?.kind === 'service' ? components.api.databasePool : 0)),
    ).toEqual([15, 50, 50]);
  });

  it('handles 32, 64, 128 and 320 users per instance at the CPU warning of the assistant', () => {
    const perInstance = Math.floor((70 - 5) / 2);
    expect(
      assistant.tiers.map(({ components, published }) => [
        components.api?.kind === 'service' ? components.api.instances.min * perInstance : 0,
        Array.isArray(published?.concurrentUsers) ? published.concurrentUsers[0] : 0,
      ]),
    ).toEqual([32, 64, 128, 320].map((users) => [users, users]));
  });
});

describe('the regions of barber-ops', () => {
  it('are in phases 3 and 4, with the recovery that the document promises', () => {
    const recovery = barberOps.tiers.map(({ regions, published }) => [regions?.secondaries, published?.rtoMinutes, published?.rpoMinutes]);
    expect(recovery).toEqual([...Array(3).fill([undefined, undefined, undefined]), ...Array(2).fill([2, 5, 1])]);
  });
});

describe('the footnote about AI requests of barber-ops', () => {
  const footnote = barberOps.contradictions?.find(({ id }) => id === 'model-api-budget');

  it('is at the cost of the phases whose cost is mostly AI requests', () => {
    expect([footnote?.about, footnote?.tiers]).toEqual(['cost', ['phase-2', 'phase-3', 'phase-4']]);
  });

  it('has the price, the rate and the budget of phase 3', () => {
    const priceUsd = externals['model-apis']?.unitPriceUsd;
    const requestsPerMinute = phase3.workload?.operations?.['ai-requests'];
    const budgetUsd = phase3.published?.monthlyUsdByPart?.['model APIs'];
    expect([priceUsd, requestsPerMinute, budgetUsd]).toEqual([
      [0.03, 0.1],
      { amount: { low: 428, mid: 800, high: 1_412 }, every: 'minute' },
      [700, 700],
    ]);
    const paid = [700 / 0.1, 700 / 0.03];
    expect(paid.map((requests) => Math.round(requests / 1_000))).toEqual([7, 23]);
    expect(paid.map((requests) => Math.round(requests / 800))).toEqual([9, 29]);
    expect(footnote?.text).toContain(
      '$0.03–0.10 each: phase 3 has 800/min in busy hours after the cache, and its budget of $700/month pays for 7,000–23,000 requests, 9–29 minutes of them',
    );
  });
});
