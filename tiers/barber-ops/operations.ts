import type { OperationInput, SystemInput } from '../../lib/model/inputs';
import { SOURCE } from './services';

const BASELINE = `${SOURCE}: baseline`;
const REAL_TIME = `${SOURCE}: real-time, from the target to today`;
const NOT_IN_DOCUMENT = 'not in the document';
const EVENTS_IN_API = ['current', 'phase-1'];
const CLUSTER = ['phase-2', 'phase-3', 'phase-4'];

/** Queries take 10–50 ms at the target and 50–200 ms today. */
const QUERY_SECONDS: [number, number] = [0.01, 0.2];

const QUERIES = `${SOURCE}: queries, target and today`;

/**
 * From phase 2 on, the document routes reads to replicas, which is to give five times the reads. Of the six calls of its booking
 * scenario two or three only read; dashboards and lists, which are most requests, always do.
 */
const READS = { low: 0.6, mid: 0.75, high: 0.9 };
const WRITES = { low: 0.1, mid: 0.25, high: 0.4 };
const ROUTING = `${SOURCE}: reads are routed to replicas where there are replicas; assumed: 60–90% of the requests only read`;

/**
 * A request that writes changes one to five rows: PostgreSQL takes 23 to 69 µs to replay a small transaction, and 133 µs for an insert in
 * another test (github.com/ChenHuajun/chenhuajun.github.io, 2015-07-17: 25.3% of a core for 1,906 inserts/s).
 */
const REPLAY_SECONDS = { low: 0.00002, mid: 0.00006, high: 0.00015 };
const REPLAY = 'a request that writes changes one to five rows; PostgreSQL replays such a transaction in 23–133 µs';

/** Fifty connections with 20 messages/s take 5% of a core today; the target is 15% with 50,000 messages/s. */
const MESSAGE_SECONDS: [number, number] = [0.15 / 50_000, 0.05 / 20];

/** The network of one connection: by the formula, and by the document's limits. Load balancers grow with it. */
const BANDWIDTH: [number, number] = [10, 100];
const BANDWIDTH_SOURCE = `${SOURCE}: 0.01 Mbps by the formula, 10 Gbps of 100,000 users by the limits`;

function messages(name: string, every: number): OperationInput {
  return {
    name,
    kind: 'event',
    usual: { amount: 1 / every, per: 'live-connections', source: `${SOURCE}: one every ${every} s` },
    criticality: 'low',
    demands: [
      { component: 'api', resource: 'processor', amount: 1, seconds: MESSAGE_SECONDS, tiers: EVENTS_IN_API, source: REAL_TIME },
      { component: 'realtime', resource: 'processor', amount: 1, seconds: MESSAGE_SECONDS, tiers: CLUSTER, source: REAL_TIME },
    ],
  };
}

/** Operations of shops and their customers. */
export const operations: Readonly<Record<string, OperationInput>> = {
  'live-connections': {
    name: 'live-update connection',
    kind: 'session',
    usual: { amount: 1, source: `${SOURCE}: 50 connections of 50 users, 100,000 of 100,000` },
    counts: 'users',
    demands: [
      { component: 'api', resource: 'memory', amount: [0.02, 1], tiers: EVENTS_IN_API, source: REAL_TIME },
      { component: 'realtime', resource: 'memory', amount: [0.02, 1], tiers: CLUSTER, source: REAL_TIME },
      { component: 'realtime', resource: 'sessions', amount: 1, tiers: CLUSTER, source: REAL_TIME },
      {
        component: 'cache',
        resource: 'memory',
        amount: [0.01, 0.5],
        source: `${SOURCE}: 0.01 MB by the formula, 50 GB of 100,000 sessions`,
      },
      { component: 'entry', resource: 'network', amount: BANDWIDTH, tiers: EVENTS_IN_API, source: BANDWIDTH_SOURCE },
      { component: 'realtime-entry', resource: 'network', amount: BANDWIDTH, tiers: CLUSTER, source: BANDWIDTH_SOURCE },
    ],
  },
  updates: messages('live update', 15),
  heartbeats: messages('heartbeat', 30),
  requests: {
    name: 'request',
    kind: 'event',
    usual: { amount: { low: 0.05, mid: 0.1, high: 0.15 }, source: `${NOT_IN_DOCUMENT}: an action every ten seconds` },
    counts: 'http-requests',
    criticality: 'high',
    demands: [
      { component: 'web', resource: 'processor', amount: 1, seconds: [0.001, 0.003], source: NOT_IN_DOCUMENT },
      {
        component: 'api',
        resource: 'processor',
        amount: 1,
        seconds: [0.001, 0.005],
        evidence: 'modelled',
        source: `${BASELINE}: 2,098 requests/s on two cores are 1 ms each; without their database`,
      },
      { component: 'api', resource: 'connections', amount: 1, seconds: QUERY_SECONDS, secondsAs: 'query', source: QUERIES },
      ...[
        { amount: READS, amountAs: 'reads', readOnly: true },
        { amount: WRITES, restOf: 'reads', readOnly: false },
      ].flatMap(
        (share): NonNullable<OperationInput['demands']> => [
          { component: 'database', resource: 'connections', ...share, seconds: QUERY_SECONDS, secondsAs: 'query', source: QUERIES },
          {
            component: 'database',
            resource: 'processor',
            ...share,
            seconds: [0.0005, 0.003],
            replaySeconds: REPLAY_SECONDS,
            source: `${NOT_IN_DOCUMENT}; ${ROUTING}; ${REPLAY}`,
          },
        ],
      ),
    ],
  },
  bookings: {
    name: 'booking',
    kind: 'event',
    usual: { amount: [0.1, 0.5], every: 'hour', source: NOT_IN_DOCUMENT },
    criticality: 'critical',
    includes: [{ operation: 'requests', times: 6, source: `${SOURCE}: six calls of the booking scenario` }],
  },
  'ai-requests': {
    name: 'request to a language model',
    kind: 'event',
    usual: {
      amount: [0.018, 0.06],
      every: 'minute',
      evidence: 'modelled',
      source: `${SOURCE}: $1,000 at $0.03–0.10 are 10,000–33,000 requests/month of 50 users, in a quarter of its minutes`,
    },
    seconds: { amount: { low: 0.8, mid: 1.4, high: 1.9 }, source: `${SOURCE}: three models` },
    demands: [{ component: 'api', resource: 'slots', amount: 1, source: `${SOURCE}: fails at 2,000–5,000 concurrent requests` }],
  },
  reports: {
    name: 'shop report',
    kind: 'event',
    usual: { amount: [0.2, 1], every: 'hour', source: NOT_IN_DOCUMENT },
    criticality: 'low',
    demands: [
      {
        component: 'database',
        resource: 'processor',
        amount: 1,
        seconds: [0.05, 0.2],
        readOnly: true,
        source: `${SOURCE}: shop analytics, target and today`,
      },
    ],
  },
};

const TABLE = `${SOURCE}: resource formulas`;

/** The document's rules of size, with the values of its own table. */
export const formulas: SystemInput['formulas'] = [
  {
    id: 'connections',
    name: 'database connections: 100 + users × 0.005',
    components: ['database'],
    resource: 'connections',
    base: 100,
    perUser: 0.005,
    published: [
      { users: 50, amount: 100 },
      { users: 500, amount: 103 },
      { users: 10_000, amount: 150 },
      { users: 100_000, amount: 600 },
      { users: 1_000_000, amount: 5_100 },
    ],
    source: TABLE,
  },
  {
    id: 'redis-memory',
    name: 'Redis memory: 1 GB + users × 0.01 MB, in MB',
    components: ['cache'],
    resource: 'memory',
    base: 1_000,
    perUser: 0.01,
    published: [
      { users: 50, amount: 1_000 },
      { users: 500, amount: 1_000 },
      { users: 10_000, amount: 1_100 },
      { users: 100_000, amount: 2_000 },
      { users: 1_000_000, amount: 11_000 },
    ],
    source: TABLE,
  },
  {
    id: 'cores',
    name: 'compute cores: 4 + users × 0.0001',
    components: ['api'],
    resource: 'processor',
    base: 4,
    perUser: 0.0001,
    published: [
      { users: 50, amount: 4 },
      { users: 500, amount: 4.1 },
      { users: 10_000, amount: 5 },
      { users: 100_000, amount: 14 },
      { users: 1_000_000, amount: 104 },
    ],
    source: TABLE,
  },
  {
    id: 'network',
    name: 'network: 1 Gbps + users × 0.00001 Gbps, in kbit/s',
    components: ['entry', 'realtime-entry'],
    resource: 'network',
    base: 1_000_000,
    perUser: 10,
    published: [
      { users: 50, amount: 1_000_000 },
      { users: 500, amount: 1_000_000 },
      { users: 10_000, amount: 1_100_000 },
      { users: 100_000, amount: 2_000_000 },
      { users: 1_000_000, amount: 11_000_000 },
    ],
    source: TABLE,
  },
];
