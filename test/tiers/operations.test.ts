import { describe, expect, it } from 'vitest';
import { loadSystem } from '../../lib/answers/system-reference';
import { SECONDS_EVERY } from '../../lib/model/amount';
import { requestsOf } from '../../lib/model/complete-workload';
import type { Demand } from '../../lib/model/operation';
import type { Resource } from '../../lib/model/resource';
import type { System } from '../../lib/model/system';
import { assistant } from '../../tiers/assistant';
import { barberOps } from '../../tiers/barber-ops';
import { capsules } from '../../tiers/capsules';
import { uxFlow } from '../../tiers/ux-flow';
import { OTHER_SYSTEMS } from './systems';

const SYSTEMS = OTHER_SYSTEMS.map(loadSystem);

/** Resources that do not follow from the size of a component, only from a limit. */
const FROM_LIMITS: readonly Resource[] = ['sessions', 'slots', 'requests', 'writes', 'api-calls', 'network', 'calls', 'tokens'];

function limitsOf(tier: System['tiers'][number], id: string): readonly Resource[] {
  const component = tier.gpu?.id === id ? tier.gpu.service : tier.components[id];
  if (component === undefined || !('limits' in component)) return [];
  return (component.limits ?? []).map(({ resource }) => resource);
}

function countsIn(tier: System['tiers'][number], { tiers, with: needed, without }: Demand): boolean {
  const has = (id: string) => id in tier.components || tier.gpu?.id === id;
  return (tiers?.includes(tier.id) ?? true) && (needed === undefined || has(needed)) && (without === undefined || !has(without));
}

describe.each(SYSTEMS)('the operations of $id', (system) => {
  const demands = Object.entries(system.operations).flatMap(([id, { demands }]) => demands.map((demand) => ({ id, demand })));

  it('have a limit for each resource that does not follow from the size of a component', () => {
    for (const tier of system.tiers) {
      for (const { id, demand } of demands) {
        if (!FROM_LIMITS.includes(demand.resource) || !countsIn(tier, demand)) continue;
        // Load balancers scale with their traffic: it is counted and never limits them.
        if (tier.components[demand.component]?.kind === 'load-balancer') continue;
        expect(limitsOf(tier, demand.component), `${tier.id}: ${id} asks ${demand.component} for ${demand.resource}`).toContain(
          demand.resource,
        );
      }
    }
  });

  it('demand a processor, or the limited resource, of every service that users reach', () => {
    const asked = new Set(demands.map(({ demand }) => demand.component));
    for (const [id, component] of Object.entries(system.tiers[0]?.components ?? {})) {
      if (component.kind === 'service') expect(asked, id).toContain(id);
    }
  });

  it('agree with the request rates of the tiers: users times the usual rate', () => {
    const requests = Object.values(system.operations).find(({ counts }) => counts === 'http-requests');
    if (requests === undefined) throw new Error('no operation stands for requests');
    const seconds = SECONDS_EVERY[requests.usual.every];
    for (const { id, workload } of system.tiers) {
      const rate = requestsOf(system, workload);
      const { low, high } = requests.usual.amount;
      expect(rate.low, id).toBeGreaterThanOrEqual((workload.concurrentUsers.low * low) / seconds);
      expect(rate.high, id).toBeLessThanOrEqual((workload.concurrentUsers.high * high) / seconds + 1e-9);
    }
  });

  it('degrade in the order of users', () => {
    const users = system.degradation.map(({ concurrentUsers }) => concurrentUsers);
    expect(users).toEqual([...users].sort((a, b) => a - b));
  });
});

describe('the formulas of the documents', () => {
  const formulas = [assistant, barberOps].flatMap((system) =>
    loadSystem(system).formulas.map((formula) => ({ ...formula, system: system.id })),
  );

  it.each(formulas)('$system $id gives the values of its own table, as rounded there', ({ base, perUser, published }) => {
    expect(published).not.toHaveLength(0);
    for (const { users, amount } of published) {
      const computed = base + perUser * users;
      // One decimal of cores, GB and Gbps; connections rounded up to a whole one.
      expect(Math.abs(computed - amount.mid) / amount.mid, `${users} users: ${computed}`).toBeLessThan(0.02);
    }
  });
});

describe('the figures of the documents', () => {
  it('are the thresholds of ux-flow', () => {
    const { thresholds, serviceLevels, degradation } = loadSystem(uxFlow);
    expect(Object.fromEntries(thresholds.map(({ resource, share }) => [resource, share]))).toMatchObject({
      processor: 0.7,
      memory: 0.8,
      connections: 0.8,
      sessions: 0.8,
    });
    expect(serviceLevels).toMatchObject({ p95Ms: 1_000, errorShare: 0.001 });
    expect(degradation.map(({ p95Ms }) => p95Ms)).toEqual([150, 500, 2_000, 5_000, undefined, undefined]);
  });

  it('bound the pool of capsules at 75–300 requests/s, 150 in theory', () => {
    const { operations, tiers } = loadSystem(capsules);
    const api = tiers[0]?.components.api;
    const seconds = operations.writes?.demands.find(
      ({ component, resource }) => component === 'api' && resource === 'connections',
    )?.seconds;
    if (api?.kind !== 'service' || seconds === undefined) throw new Error('no pool');
    expect([seconds.high, seconds.mid, seconds.low].map((held) => Math.round(api.databasePool / held))).toEqual([75, 150, 300]);
  });

  it('are the thresholds of the assistant', () => {
    const { thresholds, serviceLevels } = loadSystem(assistant);
    expect(thresholds.slice(0, 3).map(({ share }) => share)).toEqual([0.7, 0.6, 0.75]);
    expect(serviceLevels?.p95Ms).toBe(500);
  });
});
