import { z } from 'zod';
import { Limits } from './resource';
import { Count, CountOrNone, Positive } from './scalars';

/** What a pooler admits on one side and opens on the other. */
export const PoolerLimits = z.strictObject({
  /** Connections that services may hold to the pooler, all together. */
  clientConnections: Count,
  /** Server connections kept for one user and database. */
  poolSize: Count.optional(),
  /** Connections that the pooler opens to the server at most; these are what the server is configured for. */
  serverConnections: Count,
});
export type PoolerLimits = z.infer<typeof PoolerLimits>;

/** A relational database. What it must carry; the instance class is resolved. */
export const Database = z.strictObject({
  kind: z.literal('database'),
  engine: z.enum(['mysql', 'mariadb', 'postgres']),
  vcpu: Positive,
  memoryGib: Positive,
  /** Provisioned disk. Never shrinks between tiers, and grows by at least 10%, as RDS asks. */
  storageGib: z.int().min(20).max(65_536),
  readReplicas: CountOrNone.max(15).default(0),
  /** Connections that the document gives; the larger of it and of what the services may open is configured. */
  connections: CountOrNone.optional(),
  /** A standby in another zone; the high-availability option overrides it. */
  multiAz: z.boolean().default(false),
  /** Instance classes whose processor is throttled when its credits are used up; off for production tiers. */
  burstable: z.boolean().default(false),
  instanceClass: z.string().optional(),
  backupRetentionDays: z.int().min(1).max(35).default(7),
  /** Pools connections in front of the database: RDS Proxy, or PgBouncer as a container. */
  pooler: z.enum(['none', 'rds-proxy', 'pgbouncer']).default('none'),
  limits: Limits,
  /** Absent: the server is configured for what the services may open, with a pooler as without. */
  poolerLimits: PoolerLimits.optional(),
  /** Server variables that the document sets, as the engine's parameter group spells them; derived ones come first. */
  parameters: z.record(z.string(), z.string()).default({}),
});
export type Database = z.infer<typeof Database>;
export type DatabaseInput = z.input<typeof Database>;
