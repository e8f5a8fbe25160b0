import { expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { formOfBlueprint } from '../../lib/answers/capacity-of';
import { loadSystem } from '../../lib/answers/system-reference';
import { RESOURCES_OF_KIND } from '../../lib/model/component-resources';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { SYSTEMS } from '../../tiers';

const SHOP: SystemDefinition = {
  id: 'shop',
  tiers: [
    {
      id: 'small',
      components: {
        api: {
          kind: 'service',
          instances: { min: 1, max: 2 },
          vcpu: 1,
          memoryGib: 1,
          databasePool: 5,
          callsPerInstance: 3,
          uses: ['database'],
        },
        nodes: { kind: 'node-pool', runs: ['api', 'vectors'] },
        database: {
          kind: 'database',
          engine: 'postgres',
          vcpu: 2,
          memoryGib: 8,
          storageGib: 20,
          readReplicas: 1,
          poolerLimits: { clientConnections: 500, serverConnections: 50 },
        },
        cache: { kind: 'cache', engine: 'redis', memoryGib: 1 },
        documents: { kind: 'document-store', vcpu: 2, memoryGib: 8, storageGib: 20, replicasPerShard: 1 },
        vectors: { kind: 'vector-store', vcpu: 1, memoryGib: 4, storageGib: 20 },
      },
    },
  ],
};

test.each(['ecs', 'kubernetes'] as const)('every resource that a size gives on %s is one of the kind', (platform) => {
  for (const definition of [SHOP, ...SYSTEMS]) {
    for (const { id: tier, components } of loadSystem(definition).tiers) {
      const { supplies } = formOfBlueprint(loadSystem(definition), blueprintFor({ system: definition, tier, platform }));
      for (const { component, resource } of supplies) {
        const described = components[component];
        const stated = described !== undefined && 'limits' in described ? (described.limits ?? []).map((limit) => limit.resource) : [];
        if (described !== undefined) expect([...RESOURCES_OF_KIND[described.kind], ...stated], component).toContain(resource);
      }
    }
  }
});

test('a resource of another kind is refused unless a limit states it', () => {
  const withTokens = (limits: object): SystemDefinition => ({
    id: 'shop',
    operations: {
      orders: { name: 'order', kind: 'event', demands: [{ component: 'jobs', resource: 'tokens', amount: 1 }] },
    },
    tiers: [{ id: 'small', components: { jobs: { kind: 'queue', ...limits } } }],
  });
  expect(() => loadSystem(withTokens({}))).toThrow(
    'operations.orders.demands.0.resource: invalid value "tokens"; expected a resource of the kind queue, one of requests, writes, network, throughput, or a resource that `limits` of jobs state',
  );
  expect(loadSystem(withTokens({ limits: [{ resource: 'tokens', amount: 5, source: 'contract' }] })).tiers).toHaveLength(1);
});

test('references in a system with nothing to refer to say what is missing', () => {
  const empty: SystemDefinition = {
    id: 'shop',
    operations: {
      orders: {
        name: 'order',
        kind: 'event',
        includes: [{ operation: 'lines', times: 1, restOf: 'x' }],
        demands: [{ component: 'api', resource: 'requests', amount: 1, restOf: 'y' }],
      },
    },
    baseLoads: [{ component: 'api', resource: 'requests', amount: 1, with: 'gpu' }],
    withoutLimit: [{ component: 'api', reason: 'x' }],
    alarms: [{ measure: 'processor', component: 'api', warning: 0.5, source: 'x' }],
    tiers: [{ id: 'small', components: {} }],
  };
  expect(() => loadSystem(empty)).toThrow(`invalid system shop
  operations.orders.includes.0.operation: invalid value "lines"; expected another operation, but the system has none
  operations.orders.demands.0.restOf: invalid value "y"; expected an amount with a name, \`amountAs\`, but the operation has none
  operations.orders.includes.0.restOf: invalid value "x"; expected another included operation, but the operation has none
  operations.orders.demands.0.component: invalid value "api"; expected a component of tier small, which has none
  baseLoads.0.with: invalid value "gpu"; expected a component, but the system has none
  withoutLimit.0.component: invalid value "api"; expected a component, but the system has none
  alarms.0.component: invalid value "api"; expected a component, but the system has none`);
});
