import type { UsageQuantity } from '../../contract/usage';
import { KIB_PER_GIB } from '../../core/data-size';
import { certain, scaleInterval } from '../../core/interval';
import type { ResolvedDatabase, ResolvedDocumentStore } from '../resolved-component';
import { creditUsage } from './credits';
import { type Facts, quantity } from './facts';
import { logUsage } from './logs';
import { secretUsage } from './secrets';

/** Share of queries in the slow query log: the largest that the threshold of the aiva document allows. */
const SLOW_QUERY_SHARE = 0.01;

/** Size of an entry of the slow query log: a header and a statement of some lines. */
const SLOW_QUERY_KIB = 0.5;

/** Usage of a database. */
export function databaseUsage(database: ResolvedDatabase, facts: Facts): UsageQuantity[] {
  const common = [callsUsage(database, facts), ...slowQueryLog(database.id, facts)];
  if (database.deployment === 'container') return common;
  const { id, instanceClass, vcpu, readReplicas } = database;
  return [...common, ...backupUsage(database, facts), ...creditUsage(id, instanceClass, vcpu * (1 + readReplicas), facts)];
}

/** Requests of a volume for its key per month: when it is attached, and occasionally. An assumption. */
const KEY_REQUESTS = 1_000;

/** Reads of the credentials, and for a copy in another region requests for its own key. */
function callsUsage({ id, replicaOf }: ResolvedDatabase, facts: Facts): UsageQuantity {
  return secretUsage(id, facts, replicaOf === undefined ? undefined : KEY_REQUESTS);
}

/** Backups beyond the size of the database, which are free. */
export function backupUsage({ id, storageGib }: ResolvedDatabase | ResolvedDocumentStore, { traffic }: Facts): UsageQuantity[] {
  const share = traffic.backupShare.value;
  return [
    quantity(id, 'backupGb', certain(Math.max(0, share - 1) * storageGib), { kind: 'database-backups', backupShare: share, storageGib }),
  ];
}

/** Usage of the slow query log. */
export function slowQueryLog(id: string, facts: Facts): UsageQuantity[] {
  const { handledPerMonth } = facts;
  const ingest = scaleInterval(handledPerMonth, (SLOW_QUERY_SHARE * SLOW_QUERY_KIB) / KIB_PER_GIB);
  return logUsage(
    id,
    ingest,
    { kind: 'slow-query-log', loggedShare: SLOW_QUERY_SHARE, requests: handledPerMonth.mid, entryKib: SLOW_QUERY_KIB },
    facts,
  );
}
