import type { DataKind } from '../data-kind';
import { type DataStore, dataStoresOf } from '../data-stores';
import type { TransitionRule } from '../rule';

/** Kinds of data that another kind takes over within one component: engines of one role. */
const SUCCESSORS: Partial<Readonly<Record<DataKind, readonly DataKind[]>>> = {
  mysql: ['postgres'],
  postgres: ['mysql'],
  queue: ['redis'],
  redis: ['queue'],
};

export const dataStoreMoved: TransitionRule = {
  id: 'data-store-moved',
  description:
    'CloudFormation copies no data between resources: a data store that another one of its engine takes over, or that leaves the shards of a component, keeps its data',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
  ],
  asOf: '2026-11-29',
  *judge(context) {
    const [old, next] = [dataStoresOf(context.before), dataStoresOf(context.after)];
    const [oldKeys, nextKeys] = [keysOf(old), keysOf(next)];
    const added = next.filter(({ key }) => !oldKeys.has(key));
    const kept = next.filter(({ key }) => oldKeys.has(key));
    for (const store of old.filter(({ key }) => !nextKeys.has(key))) {
      const taker = takerOf(store, added);
      const shard = taker === undefined ? shardWith(store, kept) : undefined;
      const into = taker ?? shard;
      if (into === undefined) continue;
      yield {
        resource: store.resource,
        class: 'needs-data-migration',
        text:
          shard === undefined
            ? `${into.key} takes over and starts without the data of ${store.key}`
            : `the data of ${store.key} is not moved to the other shards, such as ${into.key}`,
        migration: { kind: store.kind, into: into.key },
      };
    }
  },
};

function keysOf(stores: readonly DataStore[]): ReadonlySet<string> {
  return new Set(stores.map(({ key }) => key));
}

/** The new store that has the data afterwards: that of the component before that of another one. */
function takerOf({ kind, component }: DataStore, added: readonly DataStore[]): DataStore | undefined {
  const own = added.filter((each) => each.component === component);
  const successors = SUCCESSORS[kind] ?? [];
  return (
    own.find((each) => each.kind === kind) ??
    own.find((each) => successors.includes(each.kind)) ??
    // Messages, objects and files of different components have nothing in common.
    (kind === 'queue' || kind === 'bucket' ? undefined : added.find((each) => each.kind === kind))
  );
}

/** A store that stays and has other shards of the data. Clusters of DocumentDB without a construct are of one document store. */
function shardWith({ kind, component, isShard }: DataStore, kept: readonly DataStore[]): DataStore | undefined {
  const shards = kept.filter((each) => isShard && each.isShard && each.kind === kind);
  return shards.find((each) => each.component === component) ?? (kind === 'mongodb' ? shards[0] : undefined);
}
