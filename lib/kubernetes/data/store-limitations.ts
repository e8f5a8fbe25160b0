import type { ComponentOf } from '../build-context';
import { mongoTopology } from '../document-store/mongo-topology';

type Store = ComponentOf<'cache'> | ComponentOf<'document-store'> | ComponentOf<'queue'> | ComponentOf<'vector-store'>;

/** Limitations of a data store in the cluster, as sentences for the reader of the manifests. Empty for a managed one. */
export function storeLimitations(store: Store): string[] {
  if ('deployment' in store && store.deployment === 'managed') return [];
  switch (store.kind) {
    case 'cache':
      return cacheLimits(store);
    case 'document-store':
      return documentStoreLimits(store);
    case 'queue':
      return [
        `${store.id} is a single server: while it restarts, senders must wait, and its volume is the only copy`,
        `${store.id} is a list without redelivery: the workers must return messages of failed workers, and move messages to the failed list after too many attempts`,
      ];
    case 'vector-store':
      return [
        `${store.id} is a single server on a volume in one zone; its backups are volume snapshots, which only this cluster can restore`,
      ];
  }
}

function cacheLimits({ id, engine, replicasPerShard }: ComponentOf<'cache'>): string[] {
  return [
    `${id} does not use TLS: its traffic is not encrypted unless the network of the cluster encrypts it`,
    ...(replicasPerShard === 0 ? [`${id} has no replicas: the keys of a server are unavailable while it restarts`] : []),
    `${id} can lose up to 1 s of writes when a leader fails: replication is asynchronous`,
    `additional shards of ${id} join without slots: run \`${engine}-cli --cluster rebalance\` with \`--cluster-use-empty-masters\` to assign slots to them, and move the slots away before you remove a shard`,
    `after failovers, two leaders of ${id} can be in the same zone: if it fails, their shards are unavailable until their pods restart`,
    ...(engine === 'redis' ? [`${id} runs Redis 7.2, the last version under the BSD license; cacheEngine=valkey has newer versions`] : []),
  ];
}

function documentStoreLimits(store: ComponentOf<'document-store'>): string[] {
  const { id, form, replicasPerShard } = store;
  const { members, sharded } = mongoTopology(store);
  return [
    ...(members === 1 ? [`${id} is a single server: it is unavailable while it restarts`] : []),
    ...(replicasPerShard === 1 ? [`${id} has three servers in each shard (two on AWS): one of two servers is not a majority`] : []),
    ...(form === 'statefulset'
      ? [`${id} does not use TLS: its traffic is not encrypted unless the network of the cluster encrypts it`]
      : []),
    ...(form === 'statefulset' && sharded ? [`backups of ${id} are not consistent across shards; with dataStores=operator they are`] : []),
    ...(form === 'statefulset' ? [`backups of ${id} are daily: up to one day of writes can be lost`] : []),
    ...(sharded ? [`collections of ${id} stay on one shard until they are sharded with a shard key`] : []),
  ];
}
