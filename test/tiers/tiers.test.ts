import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { usersOf } from '../../lib/capacity/comparison';
import type { Component } from '../../lib/model/component';
import { REGIONS } from '../../lib/model/options';
import type { PublishedRange } from '../../lib/model/scalars';
import { connectionsThatFit } from '../../lib/selection/mysql-settings';
import { OTHER_SYSTEMS, OTHER_TIERS, resolved, steps } from './systems';

const DATA_KINDS = ['database', 'cache', 'document-store', 'vector-store', 'bucket', 'queue'];

function storageOf(component: Component): number | undefined {
  return 'storageGib' in component ? component.storageGib : undefined;
}

function ends(range: PublishedRange): readonly [number, number] {
  return Array.isArray(range) ? range : [range.from, range.to ?? range.from];
}

describe.each(OTHER_TIERS)('$name', (named) => {
  const { system, tier } = named;

  it.each([...REGIONS])('resolves in %s, on EC2 instances and on Fargate', (region) => {
    for (const compute of ['ec2', 'fargate']) {
      const blueprint = blueprintFor({ system: system.id, tier: tier.id, region, compute }, { systems: OTHER_SYSTEMS });
      expect(Object.keys(blueprint.components)).toEqual(expect.arrayContaining(['entry']));
      for (const { quantity } of blueprint.usage) expect(quantity.low <= quantity.mid && quantity.mid <= quantity.high).toBe(true);
    }
  });

  it('adds up to the instance of its document, or a contradiction gives the reason', () => {
    const short = resolved(named).parts.filter(({ isInRange }) => !isInRange);
    const reasons = system.contradictions.filter(({ tiers }) => tiers?.includes(tier.id)).map(({ about }) => about);
    expect(short.map(({ resource }) => resource).filter((resource) => !reasons.includes(resource))).toEqual([]);
  });

  it('publishes ranges in order, with a workload that reaches into them', () => {
    if (tier.published === undefined) throw new Error('the document publishes no figures');
    const { figures = [], monthlyUsdByPart = {}, monthlyUsd, concurrentUsers } = tier.published;
    for (const range of [concurrentUsers, ...figures.map((figure) => figure.range), ...Object.values(monthlyUsdByPart)]) {
      const [from, to] = ends(range);
      expect(from).toBeLessThanOrEqual(to);
    }
    const [from, to] = ends(concurrentUsers);
    expect(tier.workload.concurrentUsers.high).toBeGreaterThanOrEqual(from);
    expect(tier.workload.concurrentUsers.low).toBeLessThanOrEqual(to);
    const parts = Object.values(monthlyUsdByPart);
    if (parts.length === 0 || monthlyUsd === undefined) return;
    expect(parts.reduce((sum, range) => sum + ends(range)[1], 0)).toBe(ends(monthlyUsd)[1]);
  });

  it('names every figure of its document once', () => {
    const names = (tier.published?.figures ?? []).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('opens no more connections than its database accepts', () => {
    const { components } = resolved(named);
    for (const database of Object.values(components)) {
      if (database.kind !== 'database') continue;
      const clients = Object.values(components).reduce(
        (sum, part) => sum + (part.kind === 'service' && part.uses.includes(database.id) ? part.databasePool * part.instances.max : 0),
        0,
      );
      expect(clients).toBeGreaterThan(0);
      const opened = Math.min(clients, database.poolerLimits?.serverConnections ?? clients);
      expect(database.maxConnections).toBeGreaterThan(opened);
      expect(database.maxConnections).toBeLessThanOrEqual(connectionsThatFit(database.memoryGib, database.engine));
      expect(clients).toBeLessThanOrEqual(database.poolerLimits?.clientConnections ?? clients);
    }
  });

  it('has an application load balancer, and a contradiction where its document has none', () => {
    expect(tier.components.entry).toMatchObject({ kind: 'load-balancer', type: 'application' });
    expect(system.contradictions.map(({ id }) => id)).toContain('entry-balancer');
  });
});

describe.each(OTHER_SYSTEMS.flatMap(steps))('$name', ({ before, tier }) => {
  it('keeps every component that holds data, with its kind and engine', () => {
    for (const [id, component] of Object.entries(before.components)) {
      if (!DATA_KINDS.includes(component.kind)) continue;
      const after = tier.components[id];
      expect(after?.kind, id).toBe(component.kind);
      if ('engine' in component) expect(after, id).toMatchObject({ engine: component.engine });
    }
  });

  it('keeps its storage, or grows it by at least 10%', () => {
    for (const [id, component] of Object.entries(before.components)) {
      const [from, to] = [storageOf(component), storageOf(tier.components[id] ?? component)];
      if (from === undefined || to === undefined || to === from) continue;
      expect(to, id).toBeGreaterThanOrEqual(from * 1.1);
    }
  });

  it('keeps the cache a cluster with the same number of replicas of a shard', () => {
    const { cache: earlier } = before.components;
    const { cache } = tier.components;
    if (cache?.kind !== 'cache') {
      expect(cache).toBeUndefined();
      return;
    }
    expect(cache).toMatchObject({ topology: 'cluster', replicasPerShard: 1 });
    if (earlier?.kind !== 'cache') return;
    expect(cache.replicasPerShard).toBe(earlier.replicasPerShard);
    expect(cache.memoryGib).toBeGreaterThanOrEqual(earlier.memoryGib);
  });

  it('never handles fewer users, nor has fewer instances', () => {
    expect(tier.workload.concurrentUsers.high).toBeGreaterThanOrEqual(before.workload.concurrentUsers.high);
    expect(usersOf(tier).to).toBeGreaterThanOrEqual(usersOf(before).to);
    for (const [id, component] of Object.entries(before.components)) {
      const after = tier.components[id];
      if (component.kind !== 'service' || after?.kind !== 'service') continue;
      expect(after.instances.max, id).toBeGreaterThanOrEqual(component.instances.max);
    }
  });
});
