import * as rds from 'aws-cdk-lib/aws-rds';
import type { ComponentOf } from '../build-context';

type Engine = Pick<ComponentOf<'database'>, 'engine' | 'engineVersion'>;

/**
 * The version that a new server starts with, for each line that blueprints name. CloudFormation asks for a whole
 * version; from there RDS upgrades by itself within the line. Source: engine versions that cfn-lint 1.51 knows.
 */
const FIRST_VERSIONS: Readonly<Record<Engine['engine'], Readonly<Record<string, string>>>> = {
  mysql: { '8.4': '8.4.9' },
  mariadb: { '11.4': '11.4.10' },
  postgres: { '17': '17.9' },
};

interface EngineOnRds {
  readonly engine: rds.IInstanceEngine;
  /** The logs that it can export to CloudWatch. */
  readonly logExports: readonly string[];
  /** Server variables that the export needs. */
  readonly logParameters: Readonly<Record<string, string>>;
  readonly engineLifecycleSupport?: rds.EngineLifecycleSupport;
}

/** A version that leaves standard support should fail loudly, not triple the bill. RDS has no such choice for MariaDB. */
const WITHOUT_EXTENDED_SUPPORT = {
  engineLifecycleSupport: rds.EngineLifecycleSupport.OPEN_SOURCE_RDS_EXTENDED_SUPPORT_DISABLED,
} as const;

/** RDS writes slow queries to a table unless told; only files are exported. */
const LOGS_IN_FILES = { log_output: 'FILE' } as const;

/** Each engine as RDS knows it. */
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

export function databaseEngine({ engine, engineVersion }: Engine): EngineOnRds {
  return ENGINES[engine](engineVersion, FIRST_VERSIONS[engine][engineVersion] ?? engineVersion);
}
