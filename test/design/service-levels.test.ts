import { describe, expect, test } from 'vitest';
import { offersIn } from '../../lib/catalog/offers';
import { InputError } from '../../lib/core/problems';
import type { DesignResult } from '../../lib/design/design';
import { designTier } from '../../lib/design/design-tier';
import { Options } from '../../lib/model/options';
import { parseInput } from '../../lib/model/parse';
import { System } from '../../lib/model/system';
import { TargetWorkload } from '../../lib/model/workload';
import { shopInput } from '../support/capacity';
import { source } from '../support/latency';

const WORK_SECONDS = 0.05;
const PER_SECOND = 100;

/** A system whose requests do 50 ms of work on one core, which may be busy all the time. */
function systemWith(scaling: object, seconds: readonly object[] = [{ seconds: WORK_SECONDS }]): System {
  const { baseLoads: _base, tiers, thresholds: _thresholds, ...rest } = shopInput;
  const [tier] = tiers;
  if (tier === undefined) throw new Error('the shop has tiers');
  const isScaled = Object.keys(scaling).length > 0;
  const service = { kind: 'service', instances: { min: 2, max: isScaled ? 4 : 2 }, vcpu: 1, memoryGib: 2, scaling };
  const demands = seconds.map((held) => ({ component: 'api', resource: 'processor', amount: 1, source, ...held }));
  return System.parse({
    ...rest,
    thresholds: [{ resource: 'processor', share: 1, source }],
    operations: {
      requests: { name: 'request', kind: 'event', counts: 'http-requests', usual: { amount: 0, source }, demands },
      mails: {
        name: 'mail',
        kind: 'event',
        usual: { amount: 0, source },
        demands: [{ component: 'files', resource: 'requests', amount: 1, source }],
      },
    },
    withoutLimit: ['files', 'store'].map((component) => ({ component, reason: 'a test' })),
    tiers: [{ ...tier, components: { ...tier.components, api: service } }],
  });
}

function resultOf(system: System, p95Seconds: number, operation = 'requests'): DesignResult {
  const [base] = system.tiers;
  if (base === undefined) throw new Error('the system has a tier');
  const options = parseInput(Options, { compute: 'fargate' }, 'options');
  const targetWorkload = parseInput(TargetWorkload, { operations: { requests: `${PER_SECOND}/s` } }, 'workload');
  const levels = [{ operation, measure: 'p95', most: p95Seconds } as const];
  const simulation = { sampleCount: 100 };
  return designTier({
    system,
    base,
    id: 'made',
    options,
    offers: offersIn(options.region),
    targetWorkload,
    levels,
    confidence: 0.9,
    simulation,
  });
}

function instancesOf(result: DesignResult) {
  if (!('design' in result)) throw new Error(JSON.stringify(result.missed));
  const { api } = result.design.tier.components;
  if (api?.kind !== 'service') throw new Error('api is a service');
  return api.instances;
}

/**
 * The response time of M/M/1 is exponential with a mean of work / (1 − utilization), so that its p95 is ln 20 times that. Source:
 * M. Harchol-Balter, Performance Modeling and Design of Computer Systems, chapter 13.
 */
function leastInstances(p95Seconds: number): number {
  return Math.ceil((PER_SECOND * WORK_SECONDS) / (1 - (WORK_SECONDS * Math.log(20)) / p95Seconds));
}

describe('a design meets its service levels', () => {
  test.each([0.3, 0.25, 0.2])('p95 of %s s: as many instances as M/M/1 needs', (p95Seconds) => {
    const { max } = instancesOf(resultOf(systemWith({}), p95Seconds));
    const least = leastInstances(p95Seconds);
    expect(max).toBeGreaterThanOrEqual(least);
    // Choices of the number of instances are up to 5% apart.
    expect(max).toBeLessThanOrEqual(Math.ceil(least * 1.05));
  });

  test('with autoscaling too: it adds instances at the thresholds, so that the minimum is large enough', () => {
    const { min, expected } = instancesOf(resultOf(systemWith({ cpuPercent: 70 }), 0.2));
    expect(min).toBeGreaterThanOrEqual(leastInstances(0.2));
    expect(expected).toBe(min);
  });

  test('a level that the thresholds imply changes nothing', () => {
    expect(instancesOf(resultOf(systemWith({ cpuPercent: 70 }), 60))).toEqual(instancesOf(resultOf(systemWith({ cpuPercent: 70 }), 120)));
  });

  test('no size helps where the work alone takes too long', () => {
    // The p95 of exponential work of 50 ms is 150 ms.
    const result = resultOf(systemWith({}), 0.14);
    expect(result).toMatchObject({
      shortages: [],
      missed: [{ operation: 'requests', measure: 'p95', likelihood: 0, isWithoutWaits: true }],
    });
  });

  test('an unknown response time is an error and meets no level', () => {
    expect(() => resultOf(systemWith({}), 1, 'mails')).toThrow(InputError);
    expect(() => resultOf(systemWith({}), 1, 'mails')).toThrow('the response time of mails is unknown');
  });
});
