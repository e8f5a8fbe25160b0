import type { ExternalInput, ServiceInput } from '../../lib/model/inputs';

/** A service without its number of instances and its size, which each tier sets. */
type ServiceKind = Omit<ServiceInput, 'instances' | 'vcpu' | 'memoryGib'>;

const DOCUMENT = 'AIVA capacity plan 1.0, November 2025';

/** Node.js API, HTTP and WebSocket. Its pool is between the document's 5 and 20 connections an instance. */
const api: ServiceKind = {
  kind: 'service',
  ports: [{ port: 3000, protocol: 'http' }],
  healthPath: '/health',
  databasePool: 10,
  uses: ['database', 'cache', 'files', 'jobs'],
};

/** Text extraction, embeddings and images, fed by the queue. */
const python: ServiceKind = {
  kind: 'service',
  databasePool: 5,
  uses: ['database', 'cache', 'files'],
  worksOn: 'jobs',
};

/**
 * Asterisk to a realtime model API: signaling on 5060, the audio of all calls on one UDP port. A load balancer has a
 * listener for each port, so Asterisk's usual range of two ports a call cannot pass it: the bridge in front of it
 * multiplexes RTP, and tells streams apart by their sources.
 */
const bridge: ServiceKind = {
  kind: 'service',
  ports: [
    { port: 5060, protocol: 'tcp-udp' },
    { port: 10_000, protocol: 'udp' },
  ],
  databasePool: 2,
  uses: ['database', 'cache'],
  scaling: { cpuPercent: 70 },
};

/** Services of the tiers. */
export const services = { api, python, bridge };

/** The document's targets: CPU 70%, memory 80%, scale out above 50 waiting jobs. */
export const scaling = {
  api: { cpuPercent: 70, memoryPercent: 80 },
  python: { cpuPercent: 70, memoryPercent: 80, queueDepthPerInstance: 50 },
};

/** CLIP on a GPU: the model takes 600 MB, an image about 500 MB, and a GPU processes as many images as ten processors. */
export const imageWorker: Omit<ServiceInput, 'instances'> = {
  kind: 'service',
  vcpu: 2,
  memoryGib: 6,
  workers: 1,
  gpus: 1,
  databasePool: 2,
  uses: ['database', 'cache', 'files'],
  worksOn: 'jobs',
};

/** Costs of external services. The document gives them for 1,000 concurrent users; every tier uses the cost per user. */
const externals: Readonly<Record<string, ExternalInput>> = {
  'model-api': {
    kind: 'external',
    name: 'Model API (chat, embeddings, realtime voice)',
    unit: 'concurrent users',
    driver: 'concurrentUsers',
    unitPriceUsd: [0.5, 2],
    source: `${DOCUMENT}: 500–2,000 for 1,000 concurrent users`,
    asOf: '2025-11-01',
  },
  'speech-api': {
    kind: 'external',
    name: 'Speech API (optional)',
    unit: 'concurrent users',
    driver: 'concurrentUsers',
    unitPriceUsd: [0, 0.5],
    source: `${DOCUMENT}: 100–500 for 1,000 concurrent users, optional`,
    asOf: '2025-11-01',
  },
  monitoring: {
    kind: 'external',
    name: 'Monitoring as a service (optional)',
    unit: 'concurrent users',
    driver: 'concurrentUsers',
    unitPriceUsd: [0, 0.1],
    source: `${DOCUMENT}: 100 for 1,000 concurrent users`,
    asOf: '2025-11-01',
  },
};

/** Calls per minute that the model API accepts, by usage tier of the provider; `agreed` is a rate limit above its tiers. */
const MODEL_API_CALLS_PER_MINUTE = { free: 3, 1: 500, 2: 5_000, 3: 10_000, agreed: 25_000 } as const;

/** External services, with a usage tier of the model API. The usage tier is chosen by this package. */
export function externalsAt(apiTier: keyof typeof MODEL_API_CALLS_PER_MINUTE): Readonly<Record<string, ExternalInput>> {
  const { 'model-api': modelApi, ...others } = externals;
  const limit = {
    resource: 'api-calls',
    amount: MODEL_API_CALLS_PER_MINUTE[apiTier],
    every: 'minute',
    source:
      apiTier === 'agreed'
        ? `not in the document: a rate limit that must be agreed with the provider; the largest tier of the document accepts 10,000 calls/min`
        : `${DOCUMENT}: API tier ${apiTier} accepts ${MODEL_API_CALLS_PER_MINUTE[apiTier]} calls/min`,
  } as const;
  return modelApi === undefined ? others : { 'model-api': { ...modelApi, limits: [limit] }, ...others };
}
