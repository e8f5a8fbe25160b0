import * as rds from 'aws-cdk-lib/aws-rds';
import type { ComponentOf } from './build-context';

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

/** Each engine as RDS knows it, and the logs that it can export to CloudWatch. */
const ENGINES: Readonly<
  Record<Engine['engine'], (line: string, version: string) => { engine: rds.IInstanceEngine; logExports: readonly string[] }>
> = {
  mysql: (line, version) => ({
    engine: rds.DatabaseInstanceEngine.mysql({ version: rds.MysqlEngineVersion.of(version, line) }),
    logExports: ['error', 'slowquery'],
  }),
  mariadb: (line, version) => ({
    engine: rds.DatabaseInstanceEngine.mariaDb({ version: rds.MariaDbEngineVersion.of(version, line) }),
    logExports: ['error', 'slowquery'],
  }),
  postgres: (line, version) => ({
    engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.of(version, line) }),
    logExports: ['postgresql'],
  }),
};

export function databaseEngine({ engine, engineVersion }: Engine) {
  return ENGINES[engine](engineVersion, FIRST_VERSIONS[engine][engineVersion] ?? engineVersion);
}
