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
          healthPath: '/health',
          databasePool: 10,
          uses: ['database', 'orders'],
        },
        nodes: { kind: 'node-pool', runs: ['api'] },
        database: { kind: 'database', engine: 'mysql', vcpu: 2, memoryGib: 4, storageGib: 20 },
        orders: { kind: 'queue', messages: 'orders' },
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
  operations: {
    orders: {
      name: 'order',
      kind: 'event',
      usual: { amount: [1, 4], every: 'hour' },
      demands: [
        { component: 'api', resource: 'processor', amount: 1, seconds: [0.05, 0.1] },
        { component: 'database', resource: 'processor', amount: 1, seconds: [0.02, 0.05] },
      ],
    },
  },
});

export default shop;
