import type { PartRole } from '../part';

/**
 * Components by type of resource. Source: default and community provisioners of score-compose and score-k8s; the specification
 * leaves types to its implementations.
 */
const ROLES: ReadonlyMap<string, PartRole> = new Map<string, PartRole>([
  ['mysql', { kind: 'database', engine: 'mysql' }],
  ['mysql-instance', { kind: 'database', engine: 'mysql' }],
  ['mariadb', { kind: 'database', engine: 'mariadb' }],
  ['postgres', { kind: 'database', engine: 'postgres' }],
  ['postgres-instance', { kind: 'database', engine: 'postgres' }],
  ['redis', { kind: 'cache', engine: 'redis' }],
  ['valkey', { kind: 'cache', engine: 'valkey' }],
  ['mongodb', { kind: 'document-store' }],
  ['mongodb-instance', { kind: 'document-store' }],
  ['amqp', { kind: 'queue' }],
  ['sqs', { kind: 'queue', isSqs: true }],
  ['s3', { kind: 'bucket' }],
]);

/** Types that connect or configure a workload and run nothing. */
const CONNECTING = new Set(['dns', 'route', 'service-port', 'environment', 'volume', 'horizontal-pod-autoscaler']);

/** The role of a resource; undefined for one that runs nothing. A type that is not known is listed as one. */
export function resourceRole(type: string): PartRole | undefined {
  const known = type.toLowerCase();
  if (CONNECTING.has(known)) return undefined;
  return ROLES.get(known) ?? { kind: 'omitted', reason: 'unknown-type' };
}
