/** Where a pod of a Valkey or Redis finds its files. */
export const VALKEY_FOLDERS = {
  /** The ConfigMap. */
  config: '/etc/valkey',
  /** The pod's volume. */
  data: '/data',
  /** In memory: the settings with the password in them. */
  run: '/run/valkey',
  /** The Secret with the password. */
  secret: '/run/secrets/valkey',
} as const;

export interface ValkeySettings {
  readonly port: number;
  /** What the data may take; the rest of the pod's memory is for copies while it writes, and for buffers. */
  readonly maxmemoryMib: number;
  /** The memory of the pod that is not for data. */
  readonly headroomMib: number;
  /** A cache forgets what has an end to its life; a queue refuses new work before it forgets any. */
  readonly maxmemoryPolicy: 'volatile-lru' | 'noeviction';
  /** How much written data the loss of a machine may take: a second of it, or none. */
  readonly appendfsync: 'everysec' | 'always';
  readonly cluster: boolean;
}

/**
 * Milliseconds of silence after which the others hold a node for failed: a failover takes about twice that. The default of
 * 15,000 is for networks between data centres.
 */
const NODE_TIMEOUT_MS = 5_000;

/** Written data that a replica can miss and still catch up without a full copy. */
const BACKLOG_SHARE_OF_HEADROOM = 0.25;

/** Of the headroom, what a replica that reads too slowly may hold back before it is cut off and starts over. */
const REPLICA_BUFFER_SHARE_OF_HEADROOM = 0.5;

/**
 * The settings of one server, without its password and its address, which the entrypoint adds. Every line is one that
 * Redis 7.0 and Valkey 8 both accept.
 */
export function valkeyConfig(settings: ValkeySettings): string {
  const share = (part: number): string => `${Math.max(1, Math.floor(settings.headroomMib * part))}mb`;
  const replicaBuffer = share(REPLICA_BUFFER_SHARE_OF_HEADROOM);
  const lines = [
    'bind * -::*',
    `port ${settings.port}`,
    `dir ${VALKEY_FOLDERS.data}`,
    'tcp-keepalive 60',
    '',
    '# Every write goes to a log; snapshots are made for backups alone.',
    'appendonly yes',
    `appendfsync ${settings.appendfsync}`,
    'save ""',
    '',
    `maxmemory ${settings.maxmemoryMib}mb`,
    `maxmemory-policy ${settings.maxmemoryPolicy}`,
    'maxmemory-clients 10%',
    `client-output-buffer-limit replica ${replicaBuffer} ${replicaBuffer} 60`,
    `repl-backlog-size ${share(BACKLOG_SHARE_OF_HEADROOM)}`,
    ...(settings.cluster ? clusterLines() : []),
  ];
  return `${lines.join('\n')}\n`;
}

function clusterLines(): string[] {
  return [
    '',
    '# A replica without data cannot take over: it is sent them at once, not after the usual five seconds.',
    'repl-diskless-sync-delay 0',
    'cluster-enabled yes',
    'cluster-config-file nodes.conf',
    `cluster-node-timeout ${NODE_TIMEOUT_MS}`,
    '# A lost shard takes its keys along, not those of the others.',
    'cluster-require-full-coverage no',
    '# Copies stay with the shard that they are kept apart from.',
    'cluster-allow-replica-migration no',
  ];
}
