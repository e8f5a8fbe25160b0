import { defineSystem } from 'sizing-blueprints/config';

export const shop = defineSystem({
  id: 'shop',
  tiers: [
    {
      id: 'small',
      workload: { concurrentUsers: 200 },
      components: {
        api: {
          kind: 'service',
          instances: { min: 1, max: 2 },
          vcpu: 0.5,
          memoryGib: 1,
          ports: [{ port: 8080, protocol: 'http' }],
          databasePool: 10,
          uses: ['database'],
        },
        nodes: { kind: 'node-pool', runs: ['api'] },
        database: { kind: 'database', engine: 'mysql', vcpu: 2, memoryGib: 4, storageGib: 20 },
        entry: { kind: 'load-balancer', type: 'application', target: 'api' },
      },
    },
    {
      id: 'large',
      extends: 'small',
      workload: { concurrentUsers: 2000 },
      highAvailability: true,
      components: {
        api: { instances: { min: 2, max: 8 }, vcpu: 1, memoryGib: 2 },
        nodes: { minNodes: 2 },
        database: { memoryGib: 16, storageGib: 100 },
      },
    },
  ],
});

export default shop;
