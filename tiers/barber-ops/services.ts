import type { DatabaseInput, ExternalInput, FigureInput, RegionsInput, ServiceInput } from '../../lib/model/inputs';

/** A service without its number of instances, which each tier sets. */
type ServiceKind = Omit<ServiceInput, 'instances'>;

/** The source document. */
export const SOURCE = 'Barber Ops scaling plan, August 2025';

/** The autoscaler of the document: CPU 70%. */
const scaling = { cpuPercent: 70 };

/** Next.js front end. It forwards requests for the back end, so one load balancer is enough. */
const web: ServiceKind = {
  kind: 'service',
  vcpu: 1,
  memoryGib: 1,
  ports: [{ port: 9999, protocol: 'http' }],
  healthPath: '/api/health',
  uses: ['api'],
  scaling,
};

/** FastAPI back end; in the first tiers it also holds the server-sent events. */
const api: ServiceKind = {
  kind: 'service',
  vcpu: 1,
  memoryGib: 2,
  ports: [{ port: 8001, protocol: 'http' }],
  healthPath: '/health',
  uses: ['database', 'cache', 'static', 'model-apis'],
  scaling,
  limits: [{ resource: 'slots', amount: [2_000, 5_000], per: 'component', source: `${SOURCE}: concurrent AI requests at which it fails` }],
};

/**
 * The WebSocket cluster, over Redis pub/sub. Memory is the measured 1 MB per connection, with 50 connections, and not the
 * target of 20 KB: an instance holds 5,000.
 */
const realtime: ServiceKind = {
  kind: 'service',
  vcpu: 1,
  memoryGib: 6,
  ports: [{ port: 8002, protocol: 'http' }],
  healthPath: '/health',
  uses: ['cache'],
  scaling: { cpuPercent: 70, memoryPercent: 80 },
  limits: [{ resource: 'sessions', amount: 5_000, source: `${SOURCE}: 1 MB a connection, as today, in 5 of 6 GiB`, evidence: 'modelled' }],
};

/** Services of the tiers. */
export const services = { web, api, realtime };

/** Transaction pooling as the document sets it for PgBouncer. */
export const poolerLimits = { clientConnections: 10_000, poolSize: 100, serverConnections: 500 };

/**
 * Server parameters of the document, for a server with about 16 GB: shared_buffers 4 GB and effective_cache_size 12 GB in
 * blocks of 8 KiB, work_mem 64 MB and maintenance_work_mem 1 GB in KiB. max_connections is the tier's `connections`.
 */
export const parameters: DatabaseInput['parameters'] = {
  shared_buffers: String((4 * 1_024 * 1_024) / 8),
  effective_cache_size: String((12 * 1_024 * 1_024) / 8),
  work_mem: String(64 * 1_024),
  maintenance_work_mem: String(1_024 * 1_024),
};

/** Connections that the document sets for the server. */
export const MAX_CONNECTIONS = 1_000;

/**
 * Model APIs by request: the cheapest model at 0.03, the default at 0.10. The number of requests follows from the
 * current cost, which the document gives: $1,000 pay for 10,000–33,000 requests/month.
 */
export const externals: Readonly<Record<string, ExternalInput>> = {
  'model-apis': {
    kind: 'external',
    name: 'Language models behind the router (GPT-5, Claude Opus 4.1, Gemini 2.0 Flash)',
    unit: 'requests',
    driver: { operation: 'ai-requests' },
    unitPriceUsd: [0.03, 0.1],
    source: `${SOURCE}: 0.10, 0.08 and 0.03 dollars a request`,
    asOf: '2025-08-01',
  },
};

/** The secondary and tertiary region of the document, US West and EU West; the primary one is US East. */
export const regions: RegionsInput = {
  secondaries: 2,
  preference: ['us-east-1', 'us-west-2', 'eu-west-1'],
  standby: 'warm-standby',
  replicates: ['database', 'static'],
  // The fast checks of Route 53, every 10 s, three failures, and a TTL of one minute: 90 s of the 5 min.
  healthCheck: { intervalSeconds: 10, failures: 3 },
  recordTtlSeconds: 60,
};

/** Recovery objectives of the source document. */
export const RECOVERY = { rtoMinutes: 5, rpoMinutes: 1 };

/** Targets and critical levels of the document, and the model table, which are the same in all tiers and stated for the first one. */
export const today: readonly FigureInput[] = [
  { name: 'health: average and p95', unit: 'ms', range: [14, 28], notCompared: 'response-time' },
  { name: 'health: throughput', unit: 'requests/s', range: [2_340, 2_340], notCompared: 'one-endpoint' },
  { name: 'simple APIs: average and p95', unit: 'ms', range: [15, 21], notCompared: 'response-time' },
  { name: 'simple APIs: throughput', unit: 'requests/s', range: [2_098, 2_098], notCompared: 'one-endpoint' },
  { name: 'dashboard statistics: average and p95', unit: 'ms', range: [16, 23], notCompared: 'response-time' },
  { name: 'dashboard statistics: throughput', unit: 'requests/s', range: [2_098, 2_098], notCompared: 'one-endpoint' },
  { name: 'dashboard statistics: success', unit: '%', range: [80, 80], notCompared: 'response-time' },
  { name: 'AI chat, cached or fallback: average and p95', unit: 'ms', range: [8, 9], notCompared: 'response-time' },
  { name: 'AI chat: throughput', unit: 'requests/s', range: [1_672, 1_672], notCompared: 'one-endpoint' },
  { name: 'AI chat: success', unit: '%', range: [67, 67], notCompared: 'response-time' },
  { name: 'recommendations: average and p95', unit: 'ms', range: [51, 62], notCompared: 'response-time' },
  { name: 'recommendations: throughput', unit: 'requests/s', range: [241, 241], notCompared: 'one-endpoint' },
  { name: 'GPT-5: response', unit: 's', range: [1.4, 1.4], notCompared: 'response-time' },
  { name: 'GPT-5: success', unit: '%', range: [97, 97], notCompared: 'response-time' },
  { name: 'GPT-5: price', unit: 'dollars a request', range: [0.1, 0.1], notCompared: 'estimate' },
  { name: 'GPT-5: confidence', unit: '', range: [0.85, 0.85], notCompared: 'setting' },
  { name: 'Claude Opus 4.1: response', unit: 's', range: [0.8, 0.8], notCompared: 'response-time' },
  { name: 'Claude Opus 4.1: success', unit: '%', range: [95, 95], notCompared: 'response-time' },
  { name: 'Claude Opus 4.1: price', unit: 'dollars a request', range: [0.08, 0.08], notCompared: 'estimate' },
  { name: 'Claude Opus 4.1: confidence', unit: '', range: [0.95, 0.95], notCompared: 'setting' },
  { name: 'Gemini 2.0 Flash: response', unit: 's', range: [1.9, 1.9], notCompared: 'response-time' },
  { name: 'Gemini 2.0 Flash: success', unit: '%', range: [98, 98], notCompared: 'response-time' },
  { name: 'Gemini 2.0 Flash: price', unit: 'dollars a request', range: [0.03, 0.03], notCompared: 'estimate' },
  { name: 'Gemini 2.0 Flash: confidence', unit: '', range: [0.72, 0.72], notCompared: 'setting' },
  {
    name: 'CPU on average',
    unit: '%',
    range: [15, 25],
    comparedWith: { kind: 'utilization', component: 'api', resource: 'processor' },
    unitFactor: 0.01,
  },
  { name: 'CPU and memory at the peak', unit: '%', range: [80, 80], notCompared: 'setting' },
  {
    name: 'memory on average',
    unit: '%',
    range: [40, 60],
    comparedWith: { kind: 'utilization', component: 'api', resource: 'memory' },
    unitFactor: 0.01,
  },
  { name: 'AI cache hits, today and target', unit: '%', range: [15, 80], notCompared: 'setting' },
  { name: 'AI cache: cost saved at the target', unit: '%', range: [65, 65], notCompared: 'gain' },
  { name: 'AI response, target and today', unit: 's', range: [0.5, 1.4], notCompared: 'response-time' },
  { name: 'models in parallel, target', unit: 'models', range: [3, 3], notCompared: 'plan' },
  { name: 'AI context: tokens saved', unit: '%', range: [40, 40], notCompared: 'gain' },
  {
    name: 'query of user authentication, target and today',
    unit: 'ms',
    range: [10, 50],
    comparedWith: { kind: 'demand', operation: 'requests', component: 'database', resource: 'connections' },
    unitFactor: 0.001,
  },
  {
    name: 'query of shop analytics, target and today',
    unit: 'ms',
    range: [50, 200],
    comparedWith: { kind: 'demand', operation: 'reports', component: 'database', resource: 'processor' },
    unitFactor: 0.001,
  },
  { name: 'sample query: average, p95 and p99 of 23, 45 and 89', unit: 'ms', range: [23, 89], notCompared: 'response-time' },
  { name: 'query of AI context, target and today', unit: 'ms', range: [25, 100], notCompared: 'response-time' },
  { name: 'query of a real-time update, target and today', unit: 'ms', range: [30, 150], notCompared: 'response-time' },
  { name: 'real-time connections', unit: 'connections', range: [50, 50], comparedWith: { kind: 'target', operation: 'live-connections' } },
  { name: 'real-time messages', unit: 'messages/s', range: [20, 20], comparedWith: { kind: 'target', operation: 'updates' } },
  { name: 'real-time memory', unit: 'MB', range: [50, 50], comparedWith: { kind: 'in-use', component: 'api', resource: 'memory' } },
  {
    name: 'real-time CPU',
    unit: '%',
    range: [5, 5],
    comparedWith: { kind: 'in-use', component: 'api', resource: 'processor' },
    unitFactor: 0.01,
  },
  { name: 'real-time latency', unit: 'ms', range: [100, 100], notCompared: 'response-time' },
  {
    name: 'users at which database connections are exhausted',
    unit: 'users',
    range: [500, 1_000],
    comparedWith: { kind: 'users-at-threshold', component: 'database', resource: 'connections' },
  },
  {
    name: 'AI requests at which the system fails',
    unit: 'concurrent requests',
    range: [2_000, 5_000],
    comparedWith: { kind: 'supply', component: 'api', resource: 'slots' },
  },
  {
    name: 'sessions at which memory is exhausted',
    unit: 'sessions',
    range: [10_000, 15_000],
    comparedWith: { kind: 'users-at-threshold', component: 'api', resource: 'memory' },
  },
  { name: 'connections at which bandwidth is exhausted', unit: 'real-time connections', range: [50_000, 50_000], notCompared: 'no-limit' },
  { name: 'lifetime of cached AI answers, by kind', unit: 'min', range: [5, 1_440], notCompared: 'setting' },
];
