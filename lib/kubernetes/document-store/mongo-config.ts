/** Folders of MongoDB in a container. */
export const MONGO_FOLDERS = {
  /** Mount path of the ConfigMap. */
  config: '/etc/mongo',
  /** Mount path of the persistent volume. */
  data: '/data/db',
  /** In-memory folder for the key file, which only the server may read. */
  run: '/run/mongo',
  /** Mount path of the Secret with the password and the key file. */
  secret: '/run/secrets/mongo',
} as const;

/** Role of a server: `shard` or `config` in a sharded cluster, `member` of a replica set otherwise. */
export type MongoRole = 'member' | 'shard' | 'config';

const CLUSTER_ROLES = { member: undefined, shard: 'shardsvr', config: 'configsvr' } as const;

/**
 * MongoDB's default cache size: half of the memory above 1 GiB, and at least 0.25 GiB. It is set explicitly, so that it depends
 * on the memory of the container and not of the node. Source: MongoDB manual 8.0, `storage.wiredTiger.engineConfig.cacheSizeGB`.
 */
export function wiredTigerCacheGib(memoryGib: number): number {
  return Math.max(0.25, 0.5 * (memoryGib - 1));
}

/** Settings of a server that holds data. */
interface MongodSettings {
  /** Role of the server. */
  readonly role: MongoRole;
  /** Port for clients and members. */
  readonly port: number;
  /** Memory of the container. */
  readonly memoryGib: number;
}

/** The configuration file of a server that holds data. The replica set is an argument of the entrypoint. */
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

/** The configuration file of a router. `configServers` is the address of the config servers' replica set. */
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

/** Address of a replica set for drivers and routers: `shard-0/host:port,host:port`. */
export function replicaSetAddress(name: string, hosts: readonly string[]): string {
  return `${name}/${hosts.join(',')}`;
}
