/** A version that the stacks request from a service of AWS. */
export interface AwsVersion {
  /** Version as the service names its line: `8.4`, `1.35`. */
  readonly version: string;
  /** Full version of a new resource, where CloudFormation requires one. RDS upgrades minor versions by itself. */
  readonly first?: string;
  /** Last day of standard support, ISO 8601; absent while AWS has announced none. */
  readonly standardUntil?: string;
  /** Page that lists the version and its dates. */
  readonly source: string;
}

/** Day on which the sources of the versions were read, ISO 8601. */
export const VERSIONS_READ_ON = '2026-11-29';

/** Pages of endoflife.date repeat the release calendars of AWS. */
const CALENDARS = 'https://endoflife.date';

/**
 * Versions by engine. They are the same in every tier, so that a move between tiers never changes one. Redis OSS 7.1 is the last version
 * under the old license that ElastiCache offers, and Valkey 8.1 its open-source fork. MySQL 8.4, MariaDB 11.4 and DocumentDB 5.0 are
 * lines with long-term support. Kubernetes 1.35 is the latest version with a kubectl layer of the CDK.
 */
export const AWS_VERSIONS = {
  mysql: { version: '8.4', first: '8.4.9', standardUntil: '2029-07-31', source: `${CALENDARS}/amazon-rds-mysql` },
  mariadb: { version: '11.4', first: '11.4.10', standardUntil: '2029-05-31', source: `${CALENDARS}/amazon-rds-mariadb` },
  postgres: { version: '17', first: '17.9', standardUntil: '2030-02-28', source: `${CALENDARS}/amazon-rds-postgresql` },
  redis: { version: '7.1', source: `${CALENDARS}/amazon-elasticache-redis` },
  valkey: { version: '8.1', source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html' },
  documentDb: { version: '5.0', first: '5.0.0', source: `${CALENDARS}/amazon-documentdb` },
  kubernetes: { version: '1.35', standardUntil: '2027-03-27', source: `${CALENDARS}/amazon-eks` },
} as const satisfies Readonly<Record<string, AwsVersion>>;
