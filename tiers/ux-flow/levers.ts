import type { SystemInput } from '../../lib/model/inputs';
import { SOURCE } from './services';

const GAINS = `${SOURCE}: improvements and their gains`;

const setting = (because: string) => ({ monthlyUsd: [0, 0] as const, asOf: '2025-11-01', source: `not in the document: ${because}` });

/** Quick gains of the document. A gain of capacity of 30% is 1 − 1 / 1.3 less work of each request. */
export const levers: SystemInput['levers'] = [
  {
    id: 'ai-cache',
    name: 'Redis cache of AI answers',
    value: { default: 0.23, least: 0, most: 0.23 },
    changes: [
      { kind: 'demand', component: 'cognitive', operation: 'ai-requests' },
      { kind: 'price', component: 'model-api' },
    ],
    source: `${GAINS}: Redis cache for AI answers, 30% more capacity; the memory of the cached answers is not given`,
  },
  {
    id: 'deduplication',
    name: 'deduplication of AI requests',
    value: { default: 0.25, least: 0, most: 0.25 },
    changes: [
      { kind: 'demand', component: 'cognitive', operation: 'ai-requests' },
      { kind: 'price', component: 'model-api' },
    ],
    cost: setting('requests that are in progress are compared in the queue and the memory of the service'),
    source: `${GAINS}: request deduplication, 25% fewer AI calls`,
  },
  {
    id: 'pooling',
    name: 'pooled connections to MongoDB',
    value: { default: 0.167, least: 0, most: 0.167 },
    changes: [
      { kind: 'demand', component: 'users', resource: 'connections' },
      { kind: 'demand', component: 'flows', resource: 'connections' },
    ],
    cost: setting('a setting of the driver'),
    source: `${GAINS}: MongoDB connection pooling, 20% more throughput: 1 − 1 / 1.2 less time of a connection`,
  },
  {
    id: 'cdn',
    name: 'CDN for static files',
    value: { default: 0.4, least: 0, most: 0.4 },
    changes: [{ kind: 'demand', component: 'gateway', operation: 'requests' }],
    adds: { cdn: { kind: 'cdn', origin: 'static', offloadShare: 0.4 } },
    cost: setting('CloudFront is in the estimate as a component'),
    source: `${GAINS}: CDN for static files, 40% less load, here of the gateway`,
  },
];
