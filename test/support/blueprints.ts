import type { Blueprint, ResolvedOptions } from '../../lib/blueprint/blueprint';
import type {
  ResolvedBucket,
  ResolvedCache,
  ResolvedComponent,
  ResolvedDatabase,
  ResolvedDocumentStore,
  ResolvedLoadBalancer,
  ResolvedNodePool,
  ResolvedQueue,
  ResolvedService,
} from '../../lib/blueprint/resolved-component';

/**
 * Blueprints without tiers, prices or a resolver: a system with one component of each kind that AIVA has, in the forms that are
 * synthesized differently.
 */
export interface BlueprintParts {
  readonly tier?: string;
  readonly options?: Partial<ResolvedOptions>;
  readonly natGateways?: number;
  readonly components: readonly ResolvedComponent[];
  readonly idlePools?: readonly string[];
  readonly usage?: Blueprint['usage'];
  readonly alarms?: Blueprint['alarms'];
}

export function blueprintOf({
  tier = 'small',
  options = {},
  natGateways = 1,
  components,
  idlePools = [],
  usage = [],
  alarms = [],
}: BlueprintParts): Blueprint {
  const amount = { low: 1, mid: 2, high: 3 };
  return {
    system: { id: 'shop', name: 'Shop', source: 'written for a test' },
    tier: { id: tier, description: 'tests' },
    options: {
      region: 'us-east-1',
      environment: 'test',
      platform: 'ecs',
      compute: 'ec2',
      topology: 'managed',
      gpu: 'none',
      architecture: 'amd64',
      highAvailability: false,
      cacheEngine: 'redis',
      readReplicas: 0,
      deletionProtection: true,
      ...options,
    },
    stackName: 'shop-test',
    network: {
      region: 'us-east-1',
      subnetZones: { by: 'id', zones: ['use1-az1', 'use1-az2', 'use1-az4'] },
      natGateways,
      tasksHaveInterfaces: false,
    },
    components: Object.fromEntries(components.map((component) => [component.id, component])),
    idlePools,
    workload: {
      concurrentUsers: amount,
      requestsPerSecond: amount,
    },
    usage,
    choices: [],
    alarms,
    published: { concurrentUsers: [1, 2], evidence: 'assumed', source: 'a test' },
    parts: [],
    contradictions: [],
    tradeOffs: [],
    warnings: [],
  };
}

export function service(id: string, changes: Partial<ResolvedService> = {}): ResolvedService {
  return {
    kind: 'service',
    id,
    instances: { min: 1, expected: 1, max: 1 },
    vcpu: 1,
    memoryMib: 2048,
    workers: 1,
    ports: [],
    gpus: 0,
    scratchGib: 0,
    scaling: {},
    uses: [],
    databasePool: 0,
    ...changes,
  };
}

export function nodePool(id: string, changes: Partial<ResolvedNodePool> = {}): ResolvedNodePool {
  return {
    kind: 'node-pool',
    id,
    instanceType: 'm6i.xlarge',
    architecture: 'amd64',
    nodes: { min: 1, expected: 2, max: 4 },
    rootDiskGib: 30,
    publicAddresses: false,
    ...changes,
  };
}

export function database(changes: Partial<ResolvedDatabase> = {}): ResolvedDatabase {
  return {
    kind: 'database',
    id: 'database',
    deployment: 'managed',
    engine: 'mysql',
    engineVersion: '8.4',
    port: 3306,
    instanceClass: 'db.m6g.large',
    vcpu: 2,
    memoryGib: 8,
    storageGib: 100,
    multiAz: false,
    readReplicas: 0,
    maxConnections: 60,
    parameters: { max_connections: '60', long_query_time: '2', slow_query_log: '1' },
    backupRetentionDays: 7,
    pooler: 'none',
    ...changes,
  };
}

export function cache(changes: Partial<ResolvedCache> = {}): ResolvedCache {
  return {
    kind: 'cache',
    id: 'cache',
    deployment: 'managed',
    engine: 'redis',
    engineVersion: '7.1',
    topology: 'cluster',
    port: 6379,
    nodeType: 'cache.m6g.large',
    memoryGib: 4,
    shards: 1,
    replicasPerShard: 1,
    snapshotRetentionDays: 7,
    ...changes,
  };
}

/** One shard without replicas. */
export function documentStore(changes: Partial<ResolvedDocumentStore> = {}): ResolvedDocumentStore {
  return {
    kind: 'document-store',
    id: 'documents',
    deployment: 'managed',
    port: 27_017,
    instanceClass: 'db.r6g.large',
    vcpu: 2,
    memoryGib: 16,
    storageGib: 100,
    shards: 1,
    replicasPerShard: 0,
    backupRetentionDays: 7,
    ...changes,
  };
}

export const jobs: ResolvedQueue = { kind: 'queue', id: 'jobs', deployment: 'managed', visibilitySeconds: 300, maxReceives: 5 };
export const files: ResolvedBucket = { kind: 'bucket', id: 'files', infrequentAccessAfterDays: 90 };

/** Proxy of tasks in Service Connect. */
export const PROXY = { vcpu: 0.25, memoryMib: 64 } as const;

export function balancer(id: string, type: ResolvedLoadBalancer['type'], target: string, certificate?: string): ResolvedLoadBalancer {
  return {
    kind: 'load-balancer',
    id,
    type,
    target,
    stickySessions: false,
    idleTimeoutSeconds: 60,
    ...(certificate === undefined ? {} : { certificate }),
  };
}

const HTTP = [{ port: 3000, protocol: 'http' }] as const;
const VOICE = [
  { port: 5060, protocol: 'tcp-udp' },
  { port: 10_000, protocol: 'udp' },
] as const;
const EVERYTHING = ['database', 'cache', 'files', 'jobs'];

/** No NAT gateway: instances in public subnets. The node API, a worker and the voice bridge share them. */
export const small = blueprintOf({
  natGateways: 0,
  components: [
    service('api', {
      pool: 'nodes',
      ports: HTTP,
      healthPath: '/health',
      instances: { min: 1, expected: 1, max: 2 },
      databasePool: 10,
      uses: EVERYTHING,
      scaling: { cpuPercent: 70, memoryPercent: 80 },
    }),
    service('worker', {
      pool: 'nodes',
      workers: 2,
      instances: { min: 1, expected: 1, max: 2 },
      uses: ['database', 'files', 'model-api'],
      worksOn: 'jobs',
      scaling: { cpuPercent: 70, queueDepthPerInstance: 50 },
    }),
    service('bridge', { pool: 'nodes', ports: VOICE, uses: ['cache'] }),
    nodePool('nodes', { instanceType: 't3.large', publicAddresses: true }),
    database({ instanceClass: 'db.t4g.small', storageGib: 50 }),
    cache({ nodeType: 'cache.t4g.medium' }),
    jobs,
    files,
    balancer('entry', 'application', 'api'),
    balancer('voice-entry', 'network', 'bridge'),
    {
      kind: 'external',
      id: 'model-api',
      name: 'Model API',
      unit: 'users',
      quantity: { low: 10, mid: 18.5, high: 25 },
      unitPriceUsd: { low: 0.5, high: 2 },
      source: 'a test',
      asOf: '2025-11-01',
    },
  ],
  usage: [
    {
      component: 'entry',
      key: 'processedGbPerHour',
      quantity: { low: 0, mid: 0.25, high: 1 },
      basis: { kind: 'stated', text: 'a test says so' },
    },
  ],
});

/** Three NAT gateways, pools of their own, GPU work, replicas, shards, a CDN and HTTPS. */
export const veryLarge = blueprintOf({
  tier: 'very-large',
  natGateways: 3,
  options: { gpu: 'a10g', highAvailability: true, readReplicas: 2 },
  components: [
    service('api', {
      pool: 'nodes',
      ports: HTTP,
      healthPath: '/health',
      instances: { min: 8, expected: 8, max: 16 },
      databasePool: 10,
      uses: EVERYTHING,
      proxy: PROXY,
      scaling: { cpuPercent: 70, memoryPercent: 80 },
    }),
    service('worker', {
      pool: 'nodes',
      workers: 2,
      instances: { min: 8, expected: 8, max: 16 },
      uses: ['database', 'files'],
      worksOn: 'jobs',
      scaling: { cpuPercent: 70, queueDepthPerInstance: 50 },
    }),
    service('bridge', {
      pool: 'bridge-nodes',
      ports: VOICE,
      instances: { min: 5, expected: 8, max: 10 },
      uses: ['cache', 'api'],
      proxy: PROXY,
      scaling: { cpuPercent: 70 },
    }),
    service('image-worker', {
      pool: 'gpu-nodes',
      gpus: 1,
      instances: { min: 1, expected: 2, max: 3 },
      uses: ['database', 'files'],
      worksOn: 'jobs',
      scaling: { queueDepthPerInstance: 50 },
    }),
    nodePool('nodes', { nodes: { min: 3, expected: 4, max: 12 } }),
    nodePool('bridge-nodes'),
    nodePool('gpu-nodes', {
      instanceType: 'g5.xlarge',
      gpu: { model: 'a10g', count: 1 },
      rootDiskGib: 100,
      nodes: { min: 1, expected: 2, max: 3 },
    }),
    database({ instanceClass: 'db.r6g.2xlarge', storageGib: 1_000, multiAz: true, readReplicas: 2 }),
    cache({ nodeType: 'cache.r6g.large', shards: 3 }),
    jobs,
    files,
    balancer('entry', 'application', 'api', 'arn:aws:acm:us-east-1:123456789012:certificate/0f1e2d3c-0000-1111-2222-333344445555'),
    balancer('voice-entry', 'network', 'bridge'),
    { kind: 'cdn', id: 'cdn', origin: 'files' },
  ],
});

/** The services of `small` on Fargate, behind one NAT gateway. */
export const fargate = blueprintOf({
  tier: 'medium',
  options: { compute: 'fargate', architecture: 'arm64' },
  components: [
    service('api', {
      ports: HTTP,
      healthPath: '/health',
      instances: { min: 2, expected: 2, max: 10 },
      databasePool: 10,
      uses: EVERYTHING,
      scaling: { cpuPercent: 70 },
    }),
    service('bridge', { ports: VOICE, uses: ['cache'] }),
    database({ instanceClass: 'db.m6g.large', storageGib: 500, pooler: 'rds-proxy' }),
    cache({ engine: 'valkey', engineVersion: '8.1' }),
    jobs,
    files,
    balancer('entry', 'application', 'api'),
    balancer('voice-entry', 'network', 'bridge'),
  ],
});

/** One host that runs all services and data stores, with a data volume. */
export const singleHost = blueprintOf({
  natGateways: 0,
  options: { topology: 'single-host' },
  components: [
    service('api', { pool: 'host', ports: HTTP, healthPath: '/health', uses: EVERYTHING, databasePool: 10 }),
    service('worker', { pool: 'host', ports: [{ port: 8080, protocol: 'http' }], uses: ['database', 'api'], worksOn: 'jobs' }),
    service('bridge', { pool: 'host', ports: VOICE, uses: ['cache'] }),
    nodePool('host', {
      instanceType: 't3.xlarge',
      publicAddresses: true,
      nodes: { min: 1, expected: 1, max: 1 },
      singleHost: { dataVolumeGib: 60, entries: ['api', 'bridge'] },
    }),
    database({ deployment: 'container', pool: 'host', memoryGib: 1.5, vcpu: 1, storageGib: 50 }),
    cache({ deployment: 'container', pool: 'host', topology: 'single', shards: 1, replicasPerShard: 0, memoryGib: 1 }),
    jobs,
    files,
  ],
});

export const BLUEPRINTS: Readonly<Record<string, Blueprint>> = { small, 'very large': veryLarge, fargate, 'single host': singleHost };
