/** Where a pod of MongoDB finds its files. */
export const MONGO_FOLDERS = {
  /** The ConfigMap. */
  config: '/etc/mongo',
  /** The pod's volume. */
  data: '/data/db',
  /** In memory: the key with which members know each other, readable by the server alone. */
  run: '/run/mongo',
  /** The Secret with the password and that key. */
  secret: '/run/secrets/mongo',
} as const;

/** What a server does in a cluster of shards; `member` of a replica set that is no shard. */
export type MongoRole = 'member' | 'shard' | 'config';

const CLUSTER_ROLES = { member: undefined, shard: 'shardsvr', config: 'configsvr' } as const;

/**
 * MongoDB's own rule for its cache: half of the memory beyond the first GiB, and 0.25 GiB at least. Said in numbers, because
 * the server would look at its machine. Source: MongoDB manual 8.0, `storage.wiredTiger.engineConfig.cacheSizeGB`.
 */
export function wiredTigerCacheGib(memoryGib: number): number {
  return Math.max(0.25, 0.5 * (memoryGib - 1));
}

export interface MongodSettings {
  readonly role: MongoRole;
  readonly port: number;
  readonly memoryGib: number;
}

/** Settings of a server that holds data; the name of its replica set comes from the pod. */
export function mongodConfig({ role, port, memoryGib }: MongodSettings): string {
  const clusterRole = CLUSTER_ROLES[role];
  return `storage:
  dbPath: ${MONGO_FOLDERS.data}
  wiredTiger:
    engineConfig:
      cacheSizeGB: ${Math.floor(wiredTigerCacheGib(memoryGib) * 100) / 100}
${networkText(port)}security:
  authorization: enabled
  keyFile: ${MONGO_FOLDERS.run}/keyfile
${clusterRole === undefined ? '' : `sharding:\n  clusterRole: ${clusterRole}\n`}`;
}

/** Settings of a router, which asks the config servers where what is. */
export function mongosConfig(port: number, configServers: string): string {
  return `${networkText(port)}security:
  keyFile: ${MONGO_FOLDERS.run}/keyfile
sharding:
  configDB: ${configServers}
`;
}

function networkText(port: number): string {
  return `net:
  bindIpAll: true
  port: ${port}
  unixDomainSocket:
    enabled: false
`;
}

/** A replica set as drivers and routers name it: `shard-0/host:port,host:port`. */
export function replicaSetAddress(name: string, hosts: readonly string[]): string {
  return `${name}/${hosts.join(',')}`;
}
