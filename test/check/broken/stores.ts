import type { Broken } from '../texts';

const RDS = { base: 'rds-replicas.yaml' } as const;

/** Broken databases, caches, document stores, buckets and secrets. */
export const BROKEN_STORES: readonly Broken[] = [
  {
    rule: 'rds-replica-source-arn',
    what: 'an ARN inside an ARN',
    ...RDS,
    change: [[":db:orders'", ":db:arn:aws:rds:us-east-1:123456789012:db:orders'"]],
    at: 'Copy Properties.SourceDBInstanceIdentifier',
  },
];
