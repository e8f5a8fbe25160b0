/** Kinds of limitations of a component that need no other facts. */
export type ComponentLimitation =
  | 'bucket-outside-cluster'
  | 'no-cdn'
  | 'no-tls'
  | 'daily-dumps'
  | 'daily-backups'
  | 'mysql-configuration-untested'
  | 'commit-waits-for-replica'
  | 'queue-single-server'
  | 'queue-without-redelivery'
  | 'vector-store-single-server'
  | 'cache-without-replicas'
  | 'cache-asynchronous-replication'
  | 'cache-leaders-in-one-zone'
  | 'cache-redis-7-2'
  | 'third-server-in-each-shard'
  | 'backups-inconsistent-across-shards'
  | 'collections-unsharded';

/** A limitation of a component in the manifests, as data; `output` words it. */
export type Limitation = {
  /** Id of the component. */
  readonly component: string;
} & (
  | {
      /** The limitation. */
      readonly kind: ComponentLimitation;
    }
  | {
      readonly kind: 'single-server';
      /** Whether the component has a standby on AWS. */
      readonly standbyOnAws: boolean;
    }
  | { readonly kind: 'manual-failover' }
  | {
      readonly kind: 'commit-without-replica';
      /** Engine of the database. */
      readonly engine: 'postgres' | 'mysql' | 'mariadb';
    }
  /** Daily backups of an operator whose point-in-time recovery is not used. */
  | {
      readonly kind: 'daily-operator-backups';
      /** Engine of the database. */
      readonly engine: 'mysql' | 'mariadb';
    }
  | {
      readonly kind: 'percona-replication-group';
      /** Whether the operator requires an odd number of at most seven servers. */
      readonly isOdd: boolean;
    }
  /** A database that replicates the backups of another region. */
  | {
      readonly kind: 'replica-of-region';
      /** AWS region code of the region with the backups. */
      readonly region: string;
    }
  | {
      readonly kind: 'cache-shards-without-slots';
      /** Engine of the cache. */
      readonly engine: 'redis' | 'valkey';
    }
);
