import type { ExternalInput, ServiceInput } from '../../lib/model/inputs';

/** The source document. */
export const SOURCE = 'Assistant load test and resource baseline, undated';

/**
 * Chat and analytics API: chat agent, model manager, WebSocket. The document derives 32 users of an instance from 2% of a core for
 * each and the warning of 70%, and 42 from the critical 90%; its load test measured a tenth of that. Memory is that of the load
 * test: 512 MB, and 50 MB a chat with 2 MB for its WebSocket, are 2.2 GB for 32 users and 2.7 GB for 42, 75% of 3.5 GiB. The pool
 * is the baseline's 50: 5 idle and one for each user.
 */
export const api: Omit<ServiceInput, 'instances' | 'uses'> = {
  kind: 'service',
  vcpu: 1,
  memoryGib: 3.5,
  ports: [{ port: 8000, protocol: 'http' }],
  healthPath: '/health',
  databasePool: 50,
  limits: [
    { resource: 'sessions', amount: 100, source: `${SOURCE}: about 100 WebSockets at most, 30 tested` },
    { resource: 'network', amount: 100_000, source: `${SOURCE}: baseline, 100 Mbps` },
  ],
};

/** The document's action above its warnings: more replicas of the API. */
export const scaling = { cpuPercent: 70, memoryPercent: 75 };

/** Local models (Ollama): one model of about 8 billion parameters in 4 bits takes 6 GB of a GPU. */
export const inference: Omit<ServiceInput, 'instances'> = {
  kind: 'service',
  vcpu: 3,
  memoryGib: 12,
  gpus: 1,
  ports: [{ port: 11_434, protocol: 'http' }],
  healthPath: '/',
  limits: [{ resource: 'slots', amount: [2, 6], source: 'not in the document: concurrent answers of one GPU with 16 GB' }],
  scaling: { cpuPercent: 70 },
};

/** The cost of the models: the document names the provider, but no price. */
export const externals: Readonly<Record<string, ExternalInput>> = {
  'model-api': {
    kind: 'external',
    name: 'Model API (Hugging Face)',
    unit: 'concurrent users',
    driver: 'concurrentUsers',
    unitPriceUsd: [0.5, 2],
    source: 'AIVA capacity plan 1.0, November 2025: 500–2,000 for 1,000 concurrent users of a like product; this document has no price',
    asOf: '2025-11-01',
  },
};
