import { defineSystem } from 'sizing-blueprints/config';

export const blog = defineSystem({
  id: 'blog',
  tiers: [
    {
      id: 'small',
      workload: { concurrentUsers: 50 },
      components: {
        web: {
          kind: 'service',
          instances: { min: 1, max: 2 },
          vcpu: 0.5,
          memoryGib: 1,
          ports: [{ port: 8080, protocol: 'http' }],
          databasePool: 10,
          uses: ['database'],
        },
        nodes: { kind: 'node-pool', runs: ['web'] },
        database: { kind: 'database', engine: 'mysql', vcpu: 2, memoryGib: 4, storageGib: 20 },
        entry: { kind: 'load-balancer', type: 'application', target: 'web' },
      },
    },
  ],
});

export default blog;
