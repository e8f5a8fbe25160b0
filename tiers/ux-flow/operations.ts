import type { OperationInput, SystemInput } from '../../lib/model/inputs';
import { SOURCE } from './services';

const TABLE = `${SOURCE}: components`;
const TODAY = `${SOURCE}: capacity of today`;
const NOT_IN_DOCUMENT = 'not in the document';

/** Operations of a designer with their demands. Latencies are upper bounds in the document: "below 50 ms". */
export const operations: Readonly<Record<string, OperationInput>> = {
  websockets: {
    name: 'open WebSocket',
    kind: 'session',
    usual: { amount: [1, 2], source: `${TODAY}: 1,000–2,000 connections of 500–1,000 users` },
    demands: [{ component: 'gateway', resource: 'sessions', amount: 1, source: TABLE }],
  },
  requests: {
    name: 'request',
    kind: 'event',
    usual: { amount: 1, source: `${TODAY}: 500–1,000 requests/s of 500–1,000 users` },
    counts: 'http-requests',
    criticality: 'high',
    includes: [{ operation: 'auth-checks', times: 1, source: NOT_IN_DOCUMENT }],
    demands: [
      { component: 'gateway', resource: 'requests', amount: 1, source: TABLE },
      {
        component: 'gateway',
        resource: 'processor',
        amount: 1,
        seconds: 0.25 / 5_000,
        evidence: 'modelled',
        source: `${TABLE}: a quarter of a core handles 5,000 requests/s`,
      },
    ],
  },
  'auth-checks': {
    name: 'authorization check',
    kind: 'event',
    usual: { amount: 0, source: 'one with each request' },
    criticality: 'high',
    demands: [
      { component: 'users', resource: 'requests', amount: 1, source: TABLE },
      {
        component: 'users',
        resource: 'connections',
        amount: 1,
        seconds: [0.002, 0.05],
        source: `${TABLE}: below 50 ms; a pool of 20 and 10,000 requests/s leave 2 ms`,
      },
    ],
  },
  'flow-saves': {
    name: 'flow save',
    kind: 'event',
    usual: { amount: 1, every: 'minute', source: `${SOURCE}: 1,000 flow saves/min of 1,000 users are handled well` },
    criticality: 'high',
    demands: [
      { component: 'flows', resource: 'requests', amount: 1, source: TABLE },
      {
        component: 'flows',
        resource: 'connections',
        amount: 1,
        seconds: [0.01, 0.1],
        source: `${TABLE}: below 100 ms; a pool of 20 and 2,000 requests/s leave 10 ms`,
      },
      { component: 'documents', resource: 'writes', amount: 1, source: `${SOURCE}: bottlenecks` },
    ],
  },
  'flow-reads': {
    name: 'flow read',
    kind: 'event',
    usual: { amount: [0.2, 0.5], source: `${NOT_IN_DOCUMENT}: a large part of one request/s loads flows` },
    demands: [
      { component: 'flows', resource: 'requests', amount: 1, readOnly: true, source: TABLE },
      {
        component: 'flows',
        resource: 'connections',
        amount: 1,
        seconds: [0.01, 0.1],
        readOnly: true,
        source: `${TABLE}: below 100 ms; a pool of 20 and 2,000 requests/s leave 10 ms`,
      },
    ],
  },
  searches: {
    name: 'vector search',
    kind: 'event',
    usual: { amount: [0.5, 3], every: 'minute', source: NOT_IN_DOCUMENT },
    demands: [
      { component: 'knowledge', resource: 'requests', amount: 1, source: TABLE },
      { component: 'vectors', resource: 'slots', amount: 1, seconds: [0.05, 0.2], source: `${TABLE}: below 200 ms` },
    ],
  },
  'ai-requests': {
    name: 'AI request',
    kind: 'event',
    usual: { amount: [0.1, 0.2], every: 'minute', source: `${TODAY}: 100/min of 500–1,000 users` },
    seconds: { amount: [0.5, 5], source: TABLE },
    demands: [
      { component: 'cognitive', resource: 'slots', amount: 1, source: TABLE },
      {
        component: 'cognitive',
        resource: 'processor',
        amount: [0.05, 0.1],
        evidence: 'modelled',
        source: `${TABLE}: one core for 10–20 concurrent requests`,
      },
    ],
  },
  payments: {
    name: 'payment',
    kind: 'event',
    usual: { amount: [0.03, 0.1], every: 'day', source: `${NOT_IN_DOCUMENT}: one to three per month` },
    criticality: 'high',
    demands: [
      { component: 'billing', resource: 'requests', amount: 1, source: TABLE },
      { component: 'payments', resource: 'api-calls', amount: 1, source: TABLE },
    ],
  },
};

/** The document gives sizes of the cache and no demand of it. */
export const withoutLimit: SystemInput['withoutLimit'] = [
  {
    component: 'cache',
    reason: 'the document gives no demand of it; when its memory is full, entries are evicted and computed again',
  },
];
