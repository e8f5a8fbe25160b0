import type { Broken } from '../texts';

const FARGATE = { base: 'fargate-web.yaml' } as const;
const POOL = { base: 'batch-gpu.yaml' } as const;

/** Broken services and task definitions of ECS. */
export const BROKEN_ECS: readonly Broken[] = [
  {
    rule: 'ecs-service-connect-memory',
    what: 'Service Connect without the memory of the task',
    ...POOL,
    change: [
      [
        'AvailabilityZoneRebalancing: DISABLED\n',
        'AvailabilityZoneRebalancing: DISABLED\n      ServiceConnectConfiguration: { Enabled: true }\n',
      ],
    ],
    at: 'ModelTask Properties.Memory',
    fixed: [
      [
        'AvailabilityZoneRebalancing: DISABLED\n',
        'AvailabilityZoneRebalancing: DISABLED\n      ServiceConnectConfiguration: { Enabled: true }\n',
      ],
      ['NetworkMode: bridge\n', "NetworkMode: bridge\n      Memory: '12400'\n"],
    ],
  },
  {
    rule: 'ecs-fargate-size',
    what: 'too little memory for the CPU',
    ...FARGATE,
    change: [["Memory: '2048'", "Memory: '1536'"]],
    at: 'WebTask Properties.Memory',
  },
  {
    rule: 'ecs-fargate-size',
    what: 'a CPU value that Fargate does not have',
    ...FARGATE,
    change: [["Cpu: '1024'", "Cpu: '768'"]],
    at: 'WebTask Properties.Cpu',
  },
  {
    rule: 'ecs-rebalancing-maximum',
    what: 'no room to rebalance, and nothing set',
    ...POOL,
    change: [['      AvailabilityZoneRebalancing: DISABLED\n', '']],
    at: 'Model Properties.AvailabilityZoneRebalancing',
  },
];
