import type { DatabaseSettings } from './database-settings';
import { mariadbConfig } from './mariadb-config';
import { mysqlConfig } from './mysql-config';
import { MYSQL_PATHS } from './mysql-options';
import { mysqlScript } from './mysql-scripts';
import { POSTGRES_PATHS, postgresAccess, postgresConfig } from './postgres-config';
import { POSTGRES_SCRIPT } from './postgres-scripts';

/** What a server's container mounts and runs. */
export interface DatabaseFiles {
  /** By name in the folder of the configuration. */
  readonly files: Readonly<Record<string, string>>;
  readonly paths: { readonly volume: string; readonly run: string; readonly config: string };
  /** Extension of the file that a dump is. */
  readonly dumpName: string;
}

/** The script that every container of a database runs, whatever the engine. */
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

export function databaseFiles(database: DatabaseSettings): DatabaseFiles {
  return ENGINES[database.engine](database);
}
