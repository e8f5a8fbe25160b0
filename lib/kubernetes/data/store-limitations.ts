import type { ComponentOf } from '../build-context';
import { mongoTopology } from '../document-store/mongo-topology';

type Store = ComponentOf<'cache'> | ComponentOf<'document-store'> | ComponentOf<'queue'> | ComponentOf<'vector-store'>;

/** What a data store in the cluster does not do, and who has to. One that AWS runs has none of these. */
export function storeLimitations(store: Store): string[] {
  if ('deployment' in store && store.deployment === 'managed') return [];
  switch (store.kind) {
    case 'cache':
      return cacheLimits(store);
    case 'document-store':
      return documentStoreLimits(store);
    case 'queue':
      return [
        `${store.id} is one server: while it starts anew work waits with who leaves it, and its volume is the only copy`,
        `${store.id} is a list: that work is given to another worker, or put aside after too many attempts, is up to the workers`,
      ];
    case 'vector-store':
      return [
        `${store.id} is one server on a volume of one zone; its backups are snapshots of the volume, which only the cluster can read`,
      ];
  }
}

function cacheLimits({ id, engine, replicasPerShard }: ComponentOf<'cache'>): string[] {
  return [
    `${id} speaks no TLS: what it says is readable in the network of the cluster, unless that encrypts`,
    ...(replicasPerShard === 0 ? [`${id} has no replicas: while a server starts anew its keys are away`] : []),
    `${id} may lose the writes of a second when a leader fails: replicas follow without being waited for`,
    `more shards of ${id} join without slots: \`${engine}-cli --cluster rebalance\` with \`--cluster-use-empty-masters\` gives them some, and takes them away before a shard goes`,
    `after failovers two leaders of ${id} may be in one zone; when it is lost, the last shards wait for their pods`,
    ...(engine === 'redis' ? [`${id} runs Redis 7.2, the last under its old licence; cacheEngine=valkey has newer releases`] : []),
  ];
}

function documentStoreLimits(store: ComponentOf<'document-store'>): string[] {
  const { id, form, replicasPerShard } = store;
  const { members, sharded } = mongoTopology(store);
  return [
    ...(members === 1 ? [`${id} is one server: while it starts anew nothing is read or written`] : []),
    ...(replicasPerShard === 1
      ? [`${id} has two copies of each server where AWS needs one: of two servers the one that is left is no majority`]
      : []),
    ...(form === 'statefulset'
      ? [`${id} speaks no TLS: what it says is readable in the network of the cluster, unless that encrypts`]
      : []),
    ...(form === 'statefulset' && sharded
      ? [`backups of ${id} have each shard as of a moment of its own; with dataStores=operator they have all as of one`]
      : []),
    ...(form === 'statefulset' ? [`a backup of ${id} is a day old at worst; nothing keeps the changes since`] : []),
    ...(sharded ? [`${id} keeps a collection on one shard until somebody gives it a shard key`] : []),
  ];
}
