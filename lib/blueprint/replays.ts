import type { Replay } from '../capacity/supply';
import { certain } from '../core/interval';
import type { ResolvedDatabase } from './resolved-component';

/** How the replicas of an engine replay writes. */
interface EngineReplay {
  /** Processor time of a replica. */
  readonly replay: Replay;
  /** Processes or threads that apply changes; each uses one core at most. */
  readonly appliers: number;
  /** Server parameter that sets their number; absent where the engine has one. */
  readonly setting?: string;
}

const MEASURED = 'test/reality/replay.test.ts';

/**
 * Processor time of a replica that replays writes: the range of measured inserts and updates of 1 to 100 rows with three indexes. A write that
 * does other work on the primary takes less; `replaySeconds` of a demand states it. Sources of the numbers of appliers:
 * wiki.postgresql.org/wiki/Parallel_Recovery ("Replayed at replica in a single thread"); MySQL 8.4 Reference Manual, 19.2.3 Replication
 * Threads, and 19.1.6.3 (`replica_parallel_workers`: 4); MariaDB documentation, `slave_parallel_threads` (0: one thread applies changes).
 */
export const ENGINE_REPLAYS: Readonly<Record<ResolvedDatabase['engine'], EngineReplay>> = {
  postgres: {
    replay: {
      share: { low: 0.2, mid: 0.3, high: 0.37 },
      applied: { low: 0.3, mid: 0.4, high: 0.85 },
      evidence: 'assumed',
      source: `PostgreSQL 15 takes 20–36% of the processor time of writes to replay them (${MEASURED})`,
    },
    appliers: 1,
  },
  mysql: {
    replay: {
      share: { low: 0.65, mid: 1.2, high: 1.9 },
      applied: { low: 0.7, mid: 0.85, high: 0.95 },
      evidence: 'assumed',
      source: 'MySQL 9.7 takes 67–192% of the processor time of writes to replay them, measured once with four threads on two cores',
    },
    appliers: 4,
    setting: 'replica_parallel_workers',
  },
  mariadb: {
    replay: {
      share: { low: 0.34, mid: 0.65, high: 1.05 },
      applied: { low: 0.6, mid: 0.7, high: 1 },
      evidence: 'assumed',
      source: `MariaDB 10.11 takes 34–104% of the processor time of writes to replay them (${MEASURED})`,
    },
    appliers: 1,
    setting: 'slave_parallel_threads',
  },
};

/** No figure of document stores is known here. The upper bound is the formula of the MySQL 5.0 Reference Manual: reads = 1200 − 2 × writes. */
export const DOCUMENT_STORE_REPLAY: Replay = {
  share: certain(1),
  applied: certain(1),
  evidence: 'assumed',
  source: 'no figure is published: a replica takes at most as long to replay a write as the primary',
};

/** Each replica has the tables, indexes and logs of the primary on its own storage. */
export const STORAGE_REPLAY: Replay = {
  share: certain(1),
  applied: certain(1),
  evidence: 'assumed',
  source: 'no figure is published: a replica writes to its storage what the primary writes',
};

/** Processes or threads of a read replica that apply changes. A parameter that is no number, such as a formula of RDS, counts as one. */
export function appliersOf({ engine, parameters }: Pick<ResolvedDatabase, 'engine' | 'parameters'>): number {
  const { setting, appliers } = ENGINE_REPLAYS[engine];
  const given = setting === undefined ? undefined : parameters[setting];
  if (given === undefined) return appliers;
  return Number.isInteger(Number(given)) ? Math.max(1, Number(given)) : 1;
}
