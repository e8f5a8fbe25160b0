import type { SystemInput } from '../../lib/model/inputs';

const DOCUMENT = 'AIVA capacity plan 1.0, November 2025';

/** Date of the document. */
const AS_OF = '2025-11-01';

const setting = (because: string) => ({ monthlyUsd: [0, 0] as const, asOf: AS_OF, source: `not in the document: ${because}` });

/** Optimizations that the document promises. Their values are those of the document, or assumed with the reason. */
export const levers: SystemInput['levers'] = [
  {
    id: 'cache-hits',
    name: 'more hits of the cache of searches and lists',
    // 1 − 0.78, the share that the demands take as not cached.
    value: { today: 0.22, default: 0.3, least: 0.15, most: 0.7 },
    changes: [
      { kind: 'demand', component: 'api', operation: 'requests', resource: 'connections' },
      { kind: 'demand', component: 'api', operation: 'searches', resource: 'connections' },
      { kind: 'demand', component: 'api', operation: 'searches', resource: 'processor' },
      { kind: 'demand', component: 'database', operation: 'requests', resource: 'processor' },
      { kind: 'demand', component: 'database', operation: 'searches', resource: 'processor' },
    ],
    cost: setting('answers of 5 minutes are some 10 MiB: 300 searches/min of 10 KiB, in the Redis that the tier has'),
    source: `${DOCUMENT}: cached searches, hit rate 15–30%; its threshold of Redis is a hit rate above 70%`,
  },
  {
    id: 'semantic-cache',
    name: 'semantic cache of model answers',
    value: { default: 0.22, least: 0.15, most: 0.3 },
    changes: [
      { kind: 'demand', component: 'model-api', resource: 'api-calls' },
      { kind: 'price', component: 'model-api' },
    ],
    source: `${DOCUMENT}: savings, semantic caching 15–30% of model calls; the memory of the cached answers is not given`,
  },
  {
    id: 'cheaper-model',
    name: 'gpt-4o-mini instead of gpt-4o',
    value: { default: 0.83, least: 0, most: 0.83 },
    changes: [{ kind: 'price', component: 'model-api' }],
    cost: setting('a setting of the API; the quality of the answers is not modelled'),
    source: `${DOCUMENT}: savings, gpt-4o-mini 83% below gpt-4o, here of all calls`,
  },
  {
    id: 'batched-embeddings',
    name: 'embeddings of a document in one call',
    value: { default: 0.9, least: 0, most: 0.9 },
    changes: [{ kind: 'demand', component: 'model-api', operation: 'documents', resource: 'api-calls' }],
    cost: setting('tokens cost the same in one call'),
    source: `${DOCUMENT}: remedies, batched embeddings; about 10 chunks of a document in one call instead of 10`,
  },
  {
    id: 'off-peak-documents',
    name: 'documents processed outside the peak',
    value: { default: 0.5, least: 0, most: 1 },
    changes: [
      { kind: 'demand', component: 'python', operation: 'documents' },
      { kind: 'demand', component: 'model-api', operation: 'documents', resource: 'api-calls' },
    ],
    cost: setting('the queue of the tier stores them until then'),
    source: `${DOCUMENT}: remedies, processing off-peak; assumed: half of the documents may wait`,
  },
  {
    id: 'database-pool',
    name: 'larger pool of database connections',
    value: { unit: 'number', default: 20, least: 5, most: 20 },
    changes: [{ kind: 'pool', component: 'api' }],
    cost: setting('a setting; connections are limited by the database of the tier'),
    source: `${DOCUMENT}: MySQL pool, at least 5 and at most 20 for each instance`,
  },
];
