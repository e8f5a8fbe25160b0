import * as rds from 'aws-cdk-lib/aws-rds';
import { AWS_VERSIONS } from '../../conventions/aws-versions';
import type { ComponentOf } from '../build-context';

type Engine = Pick<ComponentOf<'database'>, 'engine'>;

/** A database engine on RDS. */
interface EngineOnRds {
  /** The engine with its version. */
  readonly engine: rds.IInstanceEngine;
  /** Logs that are exported to CloudWatch. */
  readonly logExports: readonly string[];
  /** Server variables that the log export requires. */
  readonly logParameters: Readonly<Record<string, string>>;
  /** Whether RDS Extended Support is allowed. Absent for engines without Extended Support. */
  readonly engineLifecycleSupport?: rds.EngineLifecycleSupport;
}

/** Without Extended Support, a version past standard support fails instead of tripling the cost. RDS has no such setting for MariaDB. */
const WITHOUT_EXTENDED_SUPPORT = {
  engineLifecycleSupport: rds.EngineLifecycleSupport.OPEN_SOURCE_RDS_EXTENDED_SUPPORT_DISABLED,
} as const;

/** By default RDS writes slow queries to a table, but only log files can be exported. */
const LOGS_IN_FILES = { log_output: 'FILE' } as const;

/** RDS settings by engine. */
const ENGINES: Readonly<Record<Engine['engine'], (line: string, version: string) => EngineOnRds>> = {
  mysql: (line, version) => ({
    engine: rds.DatabaseInstanceEngine.mysql({ version: rds.MysqlEngineVersion.of(version, line) }),
    logExports: ['error', 'slowquery'],
    logParameters: LOGS_IN_FILES,
    ...WITHOUT_EXTENDED_SUPPORT,
  }),
  mariadb: (line, version) => ({
    engine: rds.DatabaseInstanceEngine.mariaDb({ version: rds.MariaDbEngineVersion.of(version, line) }),
    logExports: ['error', 'slowquery'],
    logParameters: LOGS_IN_FILES,
  }),
  postgres: (line, version) => ({
    engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.of(version, line) }),
    logExports: ['postgresql'],
    logParameters: {},
    ...WITHOUT_EXTENDED_SUPPORT,
  }),
};

/** RDS settings of the engine and version of a database. */
export function databaseEngine({ engine }: Engine): EngineOnRds {
  const { version, first } = AWS_VERSIONS[engine];
  return ENGINES[engine](version, first);
}
