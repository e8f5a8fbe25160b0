import type { Blueprint } from '../../blueprint/blueprint';
import type { ComponentOf } from '../build-context';
import { BACKUP_FOLDER } from '../data/backups';
import { mongodConfig, mongosConfig, replicaSetAddress } from './mongo-config';
import { addShards, formReplicaSet, mongoBackup, mongodEntrypoint, mongodReady, mongosEntrypoint } from './mongo-scripts';
import { CONFIG_SERVER, mongoTopology } from './mongo-topology';

/** A replica set of the StatefulSet form. */
export interface ReplicaSet {
  /** Name of the replica set in MongoDB. */
  readonly name: string;
  /** Name of its StatefulSet. */
  readonly statefulSet: string;
  /** Number of servers. */
  readonly members: number;
}

/** Name of the config servers' replica set. */
const CONFIG_SET = 'config';

/** The replica sets of the shards. A store that is not sharded has only the first. */
export function shardSets(component: ComponentOf<'document-store'>): ReplicaSet[] {
  const { shards, members } = mongoTopology(component);
  return Array.from({ length: shards }, (_, shard) => ({
    name: `shard-${shard}`,
    statefulSet: `${component.id}-shard-${shard}`,
    members,
  }));
}

/** The replica set of the config servers of a sharded cluster. */
export function configSet(component: ComponentOf<'document-store'>): ReplicaSet {
  return { name: CONFIG_SET, statefulSet: `${component.id}-config`, members: mongoTopology(component).configServers };
}

/** Name of the headless Service of the servers. */
export function nodesName(id: string): string {
  return `${id}-nodes`;
}

/** Content of the ConfigMap of a document store, by file name. */
export function mongoFiles(component: ComponentOf<'document-store'>, { stackName }: Blueprint): Record<string, string> {
  const { id, port, memoryGib } = component;
  const { sharded } = mongoTopology(component);
  const hosts = ({ statefulSet, members }: ReplicaSet): string[] =>
    Array.from({ length: members }, (_, member) => `${statefulSet}-${member}.${nodesName(id)}.${stackName}.svc:${port}`);
  const shards = shardSets(component);
  const addresses = shards.map((set) => replicaSetAddress(set.name, hosts(set)));
  const sets = sharded ? [...shards, configSet(component)] : shards;
  return {
    'entrypoint.sh': mongodEntrypoint(port),
    'ready.sh': mongodReady(port),
    'form.js': formReplicaSet(),
    'members.json': `${JSON.stringify(Object.fromEntries(sets.map((set) => [set.name, hosts(set)])), null, 2)}\n`,
    'backup.sh': mongoBackup(sharded ? `${id}:${port}` : (addresses[0] ?? ''), BACKUP_FOLDER, { sharded }),
    ...(sharded
      ? {
          'shard.conf': mongodConfig({ role: 'shard', port, memoryGib }),
          'config.conf': mongodConfig({ role: 'config', port, memoryGib: CONFIG_SERVER.memoryGib }),
          'mongos.conf': mongosConfig(port, replicaSetAddress(CONFIG_SET, hosts(configSet(component)))),
          'mongos.sh': mongosEntrypoint(port),
          'add-shards.js': addShards(),
          'shards.json': `${JSON.stringify(addresses, null, 2)}\n`,
        }
      : { 'member.conf': mongodConfig({ role: 'member', port, memoryGib }) }),
  };
}
