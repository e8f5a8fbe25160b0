import type { DatabaseSettings } from './database-settings';
import { mariadbConfig } from './mariadb-config';
import { mysqlConfig } from './mysql-config';
import { MYSQL_PATHS } from './mysql-options';
import { mysqlScript } from './mysql-scripts';
import { POSTGRES_PATHS, postgresAccess, postgresConfig } from './postgres-config';
import { POSTGRES_SCRIPT } from './postgres-scripts';

/** Files and folders of the container of a database server. */
export interface DatabaseFiles {
  /** Content by file name in the folder `config`. */
  readonly files: Readonly<Record<string, string>>;
  /** Absolute paths in the container. */
  readonly paths: {
    /** Mount path of the persistent volume. */
    readonly volume: string;
    /** In-memory folder for sockets and passwords. */
    readonly run: string;
    /** Mount path of the ConfigMap. */
    readonly config: string;
  };
  /** File name of a dump. */
  readonly dumpName: string;
}

/** Name of the script that is the entrypoint, the probes and the backup of every engine. */
export const DATABASE_SCRIPT = 'database.sh';

const ENGINES: Readonly<Record<DatabaseSettings['engine'], (database: DatabaseSettings) => DatabaseFiles>> = {
  mysql: (database) => ({
    files: { 'my.cnf': mysqlConfig(database), [DATABASE_SCRIPT]: mysqlScript('mysql') },
    paths: MYSQL_PATHS,
    dumpName: 'app.sql.gz',
  }),
  mariadb: (database) => ({
    files: { 'my.cnf': mariadbConfig(database), [DATABASE_SCRIPT]: mysqlScript('mariadb') },
    paths: MYSQL_PATHS,
    dumpName: 'app.sql.gz',
  }),
  postgres: (database) => ({
    files: { 'postgresql.conf': postgresConfig(database), 'pg_hba.conf': postgresAccess(), [DATABASE_SCRIPT]: POSTGRES_SCRIPT },
    paths: POSTGRES_PATHS,
    dumpName: 'app.dump',
  }),
};

/** The configuration files and paths of the engine of a database. */
export function databaseFiles(database: DatabaseSettings): DatabaseFiles {
  return ENGINES[database.engine](database);
}
