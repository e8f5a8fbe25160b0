import type { DocumentStoreInput, ExternalInput, ServiceInput, VectorStoreInput } from '../../lib/model/inputs';

/** A service without its number of instances, which each tier sets. Sizes are per instance, as the document states them. */
type ServiceKind = Omit<ServiceInput, 'instances'>;

/** The source document. */
export const SOURCE = 'UX Flow Engine capacity analysis, undated';

/** The document does not state whether a capacity is per instance or in total; per instance is assumed, as for memory and CPU. */
const COMPONENTS = `${SOURCE}: components, assumed to be per instance`;

/** Scale out before 70% of capacity is used, and keep the memory of a pod below 80%. */
const scaling = { cpuPercent: 70, memoryPercent: 80 };

/** Holds 10,000 WebSockets and routes 5,000 requests/s per instance; 1–20 instances. */
const gateway: ServiceKind = {
  kind: 'service',
  vcpu: 0.25,
  memoryGib: 0.25,
  ports: [{ port: 3000, protocol: 'http' }],
  healthPath: '/health',
  uses: ['cognitive', 'users', 'flows', 'knowledge', 'billing', 'cache', 'ai-jobs'],
  scaling,
  limits: [
    { resource: 'requests', amount: 5_000, source: COMPONENTS },
    { resource: 'sessions', amount: 10_000, source: COMPONENTS },
  ],
};

/** The AI core: 10–20 requests at once; 2–10 instances. Fewer than 100 may wait, so ten for each of ten instances. */
const cognitive: ServiceKind = {
  kind: 'service',
  vcpu: 1,
  memoryGib: 1,
  ports: [{ port: 3001, protocol: 'http' }],
  healthPath: '/health',
  uses: ['cache', 'documents', 'vectors', 'model-api'],
  worksOn: 'ai-jobs',
  scaling: { ...scaling, queueDepthPerInstance: 10 },
  limits: [{ resource: 'slots', amount: [10, 20], source: COMPONENTS }],
};

/** 10,000 auth checks/s; 2–10 instances, each with a pool of 20. */
const users: ServiceKind = {
  kind: 'service',
  vcpu: 0.25,
  memoryGib: 0.25,
  ports: [{ port: 3002, protocol: 'http' }],
  healthPath: '/health',
  databasePool: 20,
  uses: ['documents', 'cache'],
  scaling,
  limits: [{ resource: 'requests', amount: 10_000, source: COMPONENTS }],
};

/** 2,000 requests/s that create, read, change and delete flows; 2–10 instances, each with a pool of 20. */
const flows: ServiceKind = {
  kind: 'service',
  vcpu: 0.5,
  memoryGib: 0.5,
  ports: [{ port: 3003, protocol: 'http' }],
  healthPath: '/health',
  databasePool: 20,
  uses: ['documents', 'cache', 'static'],
  scaling,
  limits: [{ resource: 'requests', amount: 2_000, source: COMPONENTS }],
};

/** 1,000 vector searches/s; 2–8 instances. */
const knowledge: ServiceKind = {
  kind: 'service',
  vcpu: 0.5,
  memoryGib: 0.5,
  ports: [{ port: 3004, protocol: 'http' }],
  healthPath: '/health',
  uses: ['vectors', 'cache', 'model-api'],
  scaling,
  limits: [{ resource: 'requests', amount: 1_000, source: COMPONENTS }],
};

/** 500 requests/s, of which Stripe takes 100; 2–5 instances. */
const billing: ServiceKind = {
  kind: 'service',
  vcpu: 0.25,
  memoryGib: 0.25,
  ports: [{ port: 3005, protocol: 'http' }],
  healthPath: '/health',
  uses: ['documents', 'payments'],
  scaling,
  limits: [{ resource: 'requests', amount: 500, source: COMPONENTS }],
};

/** Services of the tiers. */
export const services = { gateway, cognitive, users, flows, knowledge, billing };

/** Ids of the services. */
export const SERVICE_IDS = Object.keys(services);

/** External services: the document names both providers, but no prices. */
export const externals: Readonly<Record<string, ExternalInput>> = {
  'model-api': {
    kind: 'external',
    name: 'AI providers',
    unit: 'concurrent users',
    driver: 'concurrentUsers',
    unitPriceUsd: [0.5, 2],
    source: 'AIVA capacity plan 1.0, November 2025: 500–2,000 for 1,000 concurrent users of a like product; this document has no price',
    asOf: '2025-11-01',
  },
  payments: {
    kind: 'external',
    name: 'Stripe, the fixed part of its fee for one payment a user and month (2.9% of the payment comes on top)',
    unit: 'concurrent users',
    driver: 'concurrentUsers',
    unitPriceUsd: [0, 0.3],
    source: 'Stripe, standard pricing for cards in the US: 2.9% + $0.30 a payment; how many users pay is not in the document',
    asOf: '2025-11-01',
    limits: [{ resource: 'api-calls', amount: 100, per: 'component', source: `${SOURCE}: Stripe, 100 requests/s` }],
  },
};

/** Limit of the document store: about 5,000 writes/s of one primary; each shard has one. */
export const storeLimits: DocumentStoreInput['limits'] = [{ resource: 'writes', amount: 5_000, source: `${SOURCE}: stores` }];

/** One ChromaDB: about 1,000 queries at once. */
export const vectorLimits: VectorStoreInput['limits'] = [
  { resource: 'slots', amount: 1_000, per: 'component', source: `${SOURCE}: stores` },
];
