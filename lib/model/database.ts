import { z } from 'zod';
import { MOST_RDS_GP3_IOPS, MOST_RDS_STORAGE_GIB, RDS_STRIPED } from '../core/gp3';
import { Limits } from './resource';
import { Count, CountOrNone, Positive } from './scalars';

/** Connections that a pooler accepts from services and opens to the server. */
export const PoolerLimits = z.strictObject({
  clientConnections: Count.describe('Maximum number of connections that all services together may open to the pooler.'),
  poolSize: Count.optional().describe('Server connections of one pool, per user and database. Default: `serverConnections`.'),
  serverConnections: Count.describe('Maximum number of connections to the server; the server is configured for them.'),
});
export type PoolerLimits = z.infer<typeof PoolerLimits>;

/** Most read replicas of one instance. Source: Amazon RDS user guide, "Working with DB instance read replicas". */
export const MOST_READ_REPLICAS = 15;

/** A relational database. The instance class is chosen from the sizes. */
export const Database = z.strictObject({
  kind: z.literal('database').describe('A relational database.'),
  engine: z.enum(['mysql', 'mariadb', 'postgres']).describe('Engine.'),
  vcpu: Positive.describe('Minimum number of vCPUs.'),
  memoryGib: Positive.describe('Minimum memory in GiB.'),
  storageGib: z
    .int()
    .min(20)
    .max(MOST_RDS_STORAGE_GIB)
    .describe(
      'Provisioned storage in GiB. It never shrinks from a tier to a larger one and grows by at least 10%, because RDS cannot do otherwise.',
    ),
  iops: z
    .int()
    .min(RDS_STRIPED.iops)
    .max(MOST_RDS_GP3_IOPS)
    .optional()
    .describe(
      'Provisioned reads and writes per second of the storage on RDS, from 400 GiB on. Default: those without a charge: 3,000 below 400 GiB, otherwise 12,000.',
    ),
  readReplicas: CountOrNone.max(MOST_READ_REPLICAS)
    .default(0)
    .describe('Number of read replicas; the option `readReplicas` overrides it. Default: 0.'),
  connections: CountOrNone.optional().describe(
    'Maximum connections that the document gives. The server is configured for these or for all connections of the services, whichever is more.',
  ),
  multiAz: z
    .boolean()
    .default(false)
    .describe('Whether a standby runs in another zone; the option `highAvailability` overrides it. Default: false.'),
  burstable: z
    .boolean()
    .default(false)
    .describe('Whether burstable classes (db.t3, db.t4g) are allowed. Default: false, because they throttle the CPU without credits.'),
  instanceClass: z.string().optional().describe('Instance class to use, such as `db.m6g.large`. Default: the cheapest that has the sizes.'),
  backupRetentionDays: z.int().min(1).max(35).default(7).describe('Days that automatic backups are retained. Default: 7.'),
  pooler: z
    .enum(['none', 'rds-proxy', 'pgbouncer'])
    .default('none')
    .describe('Connection pooler in front of the database: RDS Proxy, or PgBouncer in a container. Default: `none`.'),
  limits: Limits,
  poolerLimits: PoolerLimits.optional().describe(
    'Connections of the pooler. Default: the server is configured for all connections that the services may open.',
  ),
  parameters: z
    .record(z.string(), z.string())
    .default({})
    .describe(
      'Server parameters that the document sets, as the parameter group of the engine spells them. They override derived parameters.',
    ),
});
export type Database = z.infer<typeof Database>;
