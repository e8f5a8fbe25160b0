import type { ResolvedDatabase } from '../../blueprint/blueprint';

/** What the configuration of a database server follows from. */
export type DatabaseSettings = Pick<ResolvedDatabase, 'engine' | 'port' | 'readReplicas' | 'storageGib' | 'maxConnections' | 'parameters'>;

/** Database and user that are made with the server, as on AWS. */
export const DATABASE_NAME = 'app';
export const DATABASE_USER = 'app';

/** Account that replicas and backups connect with. */
export const REPLICATION_USER = 'replication';

/** A replica further behind than this gets no reads. */
export const MAX_LAG_SECONDS = 30;

/**
 * Whether a commit waits until a replica has it, whatever happens. With one replica it cannot be: writing would stop
 * whenever that one restarts.
 */
export function commitRequiresReplica(readReplicas: number): boolean {
  return readReplicas >= 2;
}

/** The sections of an option file of MySQL, MariaDB or PgBouncer. */
export function optionFile(sections: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  return Object.entries(sections)
    .map(([name, options]) => [`[${name}]`, ...Object.entries(options).map(([option, value]) => `${option} = ${value}`), ''].join('\n'))
    .join('\n');
}
