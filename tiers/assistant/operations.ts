import type { OperationInput, SystemInput } from '../../lib/model/inputs';
import { SOURCE } from './services';

const BASELINE = `${SOURCE}: baseline`;
const TEST = `${SOURCE}: load test`;
const NOT_IN_DOCUMENT = 'not in the document';
const POOLED = ['pooled', 'scaled-out', 'own-inference'];

/** Operations of users. Where the load test measured a figure, it replaces the estimate of the baseline. */
export const operations: Readonly<Record<string, OperationInput>> = {
  users: {
    name: 'active user',
    kind: 'session',
    usual: { amount: 1, source: 'by definition' },
    counts: 'users',
    demands: [
      {
        component: 'api',
        resource: 'processor',
        amount: { low: 0.0015, mid: 0.002, high: 0.004 },
        evidence: 'measured',
        source: `${TEST}: about 15% of a core with 50 users, of which 5% without users; doubled at the high end, because the rate limit rejected a part. The baseline estimates 2%`,
      },
      { component: 'api', resource: 'network', amount: 400, source: `${BASELINE}: 50 KB/s` },
      { component: 'api', resource: 'connections', amount: 1, source: BASELINE },
      {
        component: 'database',
        resource: 'connections',
        amount: 1,
        tiers: ['current'],
        source: `${BASELINE}: one for the duration of the session`,
      },
    ],
  },
  chats: {
    name: 'chat',
    kind: 'session',
    usual: { amount: 1, source: NOT_IN_DOCUMENT },
    demands: [
      {
        component: 'api',
        resource: 'memory',
        amount: { low: 45, mid: 50, high: 57 },
        evidence: 'measured',
        source: `${TEST}: about 50 MB, read as 45 to 55 MB, and 2 MB of a WebSocket at the high end. The baseline estimates 10 MB`,
      },
      { component: 'api', resource: 'sessions', amount: 1, source: `${TEST}: streaming` },
    ],
  },
  requests: {
    name: 'request',
    kind: 'event',
    usual: { amount: 1, source: `${TEST}: 50 requests/s of 50 users` },
    counts: 'http-requests',
    criticality: 'high',
    seconds: { amount: [0.05, 0.5], source: `${TEST}: p95 below 500 ms of the chat API; the low end, a tenth of it, is assumed` },
    demands: [
      {
        component: 'database',
        resource: 'connections',
        amount: 1,
        seconds: [0.005, 0.05],
        tiers: POOLED,
        source: `${NOT_IN_DOCUMENT}: with a pooler a connection is in use only while a query runs`,
      },
      { component: 'database', resource: 'processor', amount: 1, seconds: [0.001, 0.004], source: NOT_IN_DOCUMENT },
    ],
  },
  messages: {
    name: 'chat message',
    kind: 'event',
    usual: { amount: { low: 1, mid: 2, high: 4 }, every: 'minute', per: 'chats', source: NOT_IN_DOCUMENT },
    seconds: { amount: [1, 4], source: `${NOT_IN_DOCUMENT}: the duration of the answer of a model` },
    demands: [{ component: 'inference', resource: 'slots', amount: 1, with: 'inference', source: NOT_IN_DOCUMENT }],
  },
  'analytics-queries': {
    name: 'dashboard query',
    kind: 'event',
    usual: {
      amount: [0, 0.05],
      source: `${NOT_IN_DOCUMENT}; ${TEST}: 25 requests/s of 20 administrators, far more than a mix of users makes`,
    },
    criticality: 'low',
    seconds: { amount: [0.08, 0.8], source: `${TEST}: p95 below 800 ms; the low end, a tenth of it, is assumed` },
    demands: [{ component: 'database', resource: 'processor', amount: 1, seconds: [0.02, 0.1], readOnly: true, source: NOT_IN_DOCUMENT }],
  },
};

/** Demand without users. */
export const baseLoads: SystemInput['baseLoads'] = [
  { component: 'api', resource: 'processor', amount: 0.05, source: `${BASELINE}: 5% of a core` },
  { component: 'api', resource: 'memory', amount: 512, source: BASELINE },
  { component: 'api', resource: 'network', amount: 80, source: `${BASELINE}: 10 KB/s` },
  { component: 'api', resource: 'connections', amount: 5, source: BASELINE },
  { component: 'database', resource: 'connections', amount: 5, per: 'component', source: BASELINE },
];

/** Without a server for inference, answers come from the model API alone. */
export const withoutLimit: SystemInput['withoutLimit'] = [
  {
    operation: 'messages',
    without: 'inference',
    reason: 'the model API answers, an external service billed by use; its provider publishes no rate limit, so agree on one',
  },
  {
    component: 'cache',
    reason: 'the document gives no demand of it; when its memory is full, entries are evicted and computed again',
  },
];

/** The rows of the baseline as rules: each reaches its limit at another number of users. */
export const formulas: SystemInput['formulas'] = [
  {
    id: 'processor',
    name: 'CPU: 5% + 2% a user',
    components: ['api'],
    resource: 'processor',
    base: 0.05,
    perUser: 0.02,
    published: [{ users: 47, amount: 0.99 }],
    tier: 'current',
    source: BASELINE,
  },
  {
    id: 'memory',
    name: 'memory: 512 MB + 10 MB a user',
    components: ['api'],
    resource: 'memory',
    base: 512,
    perUser: 10,
    published: [{ users: 100, amount: 1_512 }],
    tier: 'current',
    source: BASELINE,
  },
  {
    id: 'connections',
    name: 'database connections: 5 + 1 a user',
    components: ['database'],
    resource: 'connections',
    base: 5,
    perUser: 1,
    published: [{ users: 45, amount: 50 }],
    tier: 'current',
    source: BASELINE,
  },
  {
    id: 'network',
    name: 'network: 10 KB/s + 50 KB/s a user',
    components: ['api'],
    resource: 'network',
    base: 80,
    perUser: 400,
    published: [{ users: 249, amount: 99_680 }],
    tier: 'current',
    source: BASELINE,
  },
];
