import type { ComponentOf } from '../build-context';
import { mongoTopology } from '../document-store/mongo-topology';
import type { ComponentLimitation, Limitation } from '../manifests/limitation';

type Store = ComponentOf<'cache'> | ComponentOf<'document-store'> | ComponentOf<'queue'> | ComponentOf<'vector-store'>;

/** Limitations of a data store in the cluster. Empty for a managed one. */
export function storeLimitations(store: Store): Limitation[] {
  if ('deployment' in store && store.deployment === 'managed') return [];
  switch (store.kind) {
    case 'cache':
      return cacheLimits(store);
    case 'document-store':
      return documentStoreLimits(store);
    case 'queue':
      return [of(store, 'queue-single-server'), of(store, 'queue-without-redelivery')];
    case 'vector-store':
      return [of(store, 'vector-store-single-server')];
  }
}

function of({ id }: Store, kind: ComponentLimitation): Limitation {
  return { kind, component: id };
}

function cacheLimits(cache: ComponentOf<'cache'>): Limitation[] {
  const { id, engine, replicasPerShard } = cache;
  return [
    of(cache, 'no-tls'),
    ...(replicasPerShard === 0 ? [of(cache, 'cache-without-replicas')] : []),
    of(cache, 'cache-asynchronous-replication'),
    { kind: 'cache-shards-without-slots', component: id, engine },
    of(cache, 'cache-leaders-in-one-zone'),
    ...(engine === 'redis' ? [of(cache, 'cache-redis-7-2')] : []),
  ];
}

function documentStoreLimits(store: ComponentOf<'document-store'>): Limitation[] {
  const { id, form, replicasPerShard } = store;
  const { members, sharded } = mongoTopology(store);
  const isStatefulSet = form === 'statefulset';
  return [
    ...(members === 1 ? [{ kind: 'single-server' as const, component: id, standbyOnAws: false }] : []),
    ...(replicasPerShard === 1 ? [of(store, 'third-server-in-each-shard')] : []),
    ...(isStatefulSet ? [of(store, 'no-tls')] : []),
    ...(isStatefulSet && sharded ? [of(store, 'backups-inconsistent-across-shards')] : []),
    ...(isStatefulSet ? [of(store, 'daily-backups')] : []),
    ...(sharded ? [of(store, 'collections-unsharded')] : []),
  ];
}
