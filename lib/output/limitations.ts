import type { ComponentLimitation, Limitation } from '../kubernetes/manifests/limitation';

/** A limitation of manifests as a sentence. */
export function limitationText(limitation: Limitation): string {
  const { component } = limitation;
  switch (limitation.kind) {
    case 'single-server':
      return `${component} is a single server${limitation.standbyOnAws ? ' (on AWS it has a standby)' : ''}: it is unavailable while it restarts`;
    case 'manual-failover':
      return `failover of ${component} is manual: run \`${promotion(component)} position\` on every replica and \`promote\` on the most recent one, then change PRIMARY and PRIMARY_HOST in ConfigMap ${component}-topology and the selector of the Service for writes`;
    case 'commit-without-replica':
      return `a commit to ${component} ${limitation.engine === 'postgres' ? 'does not wait for a replica' : 'waits at most 10 s for the replica'}: acknowledged writes can be lost with the volume of the primary`;
    case 'daily-operator-backups':
      return `backups of ${component} are daily: up to one day of writes can be lost; ${POINT_IN_TIME[limitation.engine]}`;
    case 'percona-replication-group':
      return `${component} is a replication group of Percona Server, which is compatible with MySQL; it has at least three servers, even if the tier has fewer${limitation.isOdd ? ', and an odd number of at most seven' : ''}`;
    case 'replica-of-region':
      return `${component} accepts no writes until spec.replica.enabled is false; it reads the backups of ${limitation.region} with the same access keys`;
    case 'cache-shards-without-slots':
      return `additional shards of ${component} join without slots: run \`${limitation.engine}-cli --cluster rebalance\` with \`--cluster-use-empty-masters\` to assign slots to them, and move the slots away before you remove a shard`;
    default:
      return TEXTS[limitation.kind](component);
  }
}

function promotion(component: string): string {
  return `kubectl exec ${component}-replica-N -- bash /config/database.sh`;
}

const POINT_IN_TIME = {
  mariadb: "the operator's PointInTimeRecovery object is not created",
  mysql: "the operator's point-in-time recovery is a technical preview",
} as const;

const TEXTS: Readonly<Record<ComponentLimitation, (component: string) => string>> = {
  'bucket-outside-cluster': (id) =>
    `${id} is object storage outside of the cluster: create the bucket that its ConfigMap names, or set the name of your bucket there`,
  'no-cdn': (id) => `${id}: the manifests do not create a CDN; files are served from their bucket`,
  'no-tls': (id) => `${id} does not use TLS: its traffic is not encrypted unless the network of the cluster encrypts it`,
  'daily-dumps': (id) =>
    `backups of ${id} are daily dumps: up to one day of writes can be lost, and hundreds of gigabytes take hours to restore; with dataStores=operator, files are copied instead`,
  'daily-backups': (id) => `backups of ${id} are daily: up to one day of writes can be lost`,
  'mysql-configuration-untested': (id) =>
    `the configuration of ${id} was checked against the MySQL 8.4 manual, but not with a running server; the scripts, which are the same for MariaDB, were tested with MariaDB`,
  'commit-waits-for-replica': (id) => `a commit to ${id} waits until a replica has received it: without a replica, writes stop`,
  'queue-single-server': (id) => `${id} is a single server: while it restarts, senders must wait, and its volume is the only copy`,
  'queue-without-redelivery': (id) =>
    `${id} is a list without redelivery: the workers must return messages of failed workers, and move messages to the failed list after too many attempts`,
  'vector-store-single-server': (id) =>
    `${id} is a single server on a volume in one zone; its backups are volume snapshots, which only this cluster can restore`,
  'cache-without-replicas': (id) => `${id} has no replicas: the keys of a server are unavailable while it restarts`,
  'cache-asynchronous-replication': (id) => `${id} can lose up to 1 s of writes when a leader fails: replication is asynchronous`,
  'cache-leaders-in-one-zone': (id) =>
    `after failovers, two leaders of ${id} can be in the same zone: if it fails, their shards are unavailable until their pods restart`,
  'cache-redis-7-2': (id) => `${id} runs Redis 7.2, the last version under the BSD license; cacheEngine=valkey has newer versions`,
  'third-server-in-each-shard': (id) => `${id} has three servers in each shard (two on AWS): one of two servers is not a majority`,
  'backups-inconsistent-across-shards': (id) => `backups of ${id} are not consistent across shards; with dataStores=operator they are`,
  'collections-unsharded': (id) => `collections of ${id} stay on one shard until they are sharded with a shard key`,
};
