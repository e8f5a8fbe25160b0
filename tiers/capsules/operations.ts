import type { OperationInput, SystemInput } from '../../lib/model/inputs';
import { SOURCE } from './services';

const POOL = `${SOURCE}: the pool`;
const NOT_IN_DOCUMENT = 'not in the document';

/** A request holds a connection about as long as its query takes: 50–200 ms, 100 ms in the calculation. */
const HOLDING = { low: 0.05, mid: 0.1, high: 0.2 };

/** Share of the database requests that remain with a cache: the document says that a cache handles two to three times as much. */
const LEFT_BY_CACHE = { low: 1 / 3, mid: 0.4, high: 0.5 };

/**
 * The database's processor is the limit after the first step, at 400–500 requests/s, here of two cores: 70% of them are
 * 2.8–3.5 ms a request, and all of them 5 ms.
 */
const DATABASE_SECONDS = { low: 0.0028, mid: 0.0035, high: 0.005 };

const LIMIT = `${SOURCE}: limited by the processor of the database at 400–500 requests/s, here of two cores`;

/**
 * A write changes one to five rows: PostgreSQL takes 23 to 69 µs to replay a small transaction, and 133 µs for an insert in
 * another test (github.com/ChenHuajun/chenhuajun.github.io, 2015-07-17: 25.3% of a core for 1,906 inserts/s).
 */
const REPLAY_SECONDS = { low: 0.00002, mid: 0.00006, high: 0.00015 };

const REPLAY = `${NOT_IN_DOCUMENT}: a write changes one to five rows; PostgreSQL replays such a transaction in 23–133 µs`;

type Demands = NonNullable<OperationInput['demands']>;

/** Demands of each read or write: all of it, or the share that a cache does not answer. */
function databaseDemands(
  share: Demands[number]['amount'],
  where: Pick<Demands[number], 'readOnly' | 'with' | 'without'>,
  source = POOL,
): Demands {
  return [
    { component: 'api', resource: 'connections', amount: share, amountAs: 'share', seconds: HOLDING, secondsAs: 'query', source, ...where },
    {
      component: 'database',
      resource: 'connections',
      amount: share,
      amountAs: 'share',
      seconds: HOLDING,
      secondsAs: 'query',
      source,
      ...where,
    },
    {
      component: 'database',
      resource: 'processor',
      amount: share,
      amountAs: 'share',
      seconds: DATABASE_SECONDS,
      evidence: 'modelled',
      source: LIMIT,
      ...where,
    },
  ];
}

const CACHED = `${SOURCE}: a cache gives two to three times`;

/** Operations of users. A request is a read or a write; only reads are cached, and only they may go to a replica. */
export const operations: Readonly<Record<string, OperationInput>> = {
  users: {
    name: 'user who makes requests',
    kind: 'session',
    usual: { amount: 1, source: 'by definition' },
    counts: 'users',
    demands: [
      {
        component: 'cache',
        resource: 'memory',
        amount: 0.012,
        with: 'cache',
        source: `${NOT_IN_DOCUMENT}: a profile of 2 KiB and a list of 20 connections of 10 KiB`,
      },
    ],
  },
  requests: {
    name: 'request',
    kind: 'event',
    usual: { amount: { low: 2, mid: 3, high: 5 }, every: 'minute', source: `${SOURCE}: 3 requests/min of an average user, 2–5` },
    counts: 'http-requests',
    seconds: { amount: HOLDING, source: `${POOL}: about 100 ms with its query of 50–200 ms; the rest of the request is not given` },
    includes: [
      {
        operation: 'reads',
        times: { low: 0.5, mid: 0.7, high: 0.8 },
        source: `${SOURCE}: replicas give 2–5 times by the share of reads, so 50–80%`,
      },
      { operation: 'writes', times: { low: 0.2, mid: 0.3, high: 0.5 }, restOf: 'reads', source: `${SOURCE}: the rest` },
    ],
    demands: [
      { component: 'api', resource: 'processor', amount: 1, seconds: [0.002, 0.003], source: `${NOT_IN_DOCUMENT}: FastAPI with an ORM` },
    ],
  },
  reads: {
    name: 'read',
    kind: 'event',
    usual: { amount: 0, source: 'a share of the requests' },
    demands: [
      ...databaseDemands(1, { readOnly: true, without: 'cache' }),
      ...databaseDemands(LEFT_BY_CACHE, { readOnly: true, with: 'cache' }, CACHED),
    ],
  },
  writes: {
    name: 'write',
    kind: 'event',
    usual: { amount: 0, source: 'a share of the requests' },
    demands: databaseDemands(1, {}).map((demand) =>
      demand.component === 'database' && demand.resource === 'processor'
        ? { ...demand, replaySeconds: REPLAY_SECONDS, source: `${demand.source}; ${REPLAY}` }
        : demand,
    ),
  },
};

/** Without a cache, a user has no demand of its own. */
export const withoutLimit: SystemInput['withoutLimit'] = [
  {
    operation: 'users',
    without: 'cache',
    reason: 'a user has demands only by reads and writes, which are operations of their own',
  },
];
