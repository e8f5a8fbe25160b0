import type { ResolvedDatabase } from '../../blueprint/resolved-component';

/** Properties of a database that determine the configuration of its servers. */
export type DatabaseSettings = Pick<ResolvedDatabase, 'engine' | 'port' | 'readReplicas' | 'storageGib' | 'maxConnections' | 'parameters'>;

/** User that replicas, backups and exporters connect with. */
export const REPLICATION_USER = 'replication';

/** Replication lag in seconds above which a replica receives no reads. */
export const MAX_LAG_SECONDS = 30;

/**
 * Whether every commit waits until a replica has received it. Requires two read replicas: with a single one, writes would
 * stop whenever it restarts.
 */
export function commitRequiresReplica(readReplicas: number): boolean {
  return readReplicas >= 2;
}

/** The text of an option file of MySQL, MariaDB or PgBouncer, from options by section. */
export function optionFile(sections: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  return Object.entries(sections)
    .map(([name, options]) => [`[${name}]`, ...Object.entries(options).map(([option, value]) => `${option} = ${value}`), ''].join('\n'))
    .join('\n');
}
