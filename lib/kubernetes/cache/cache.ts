import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import { Construct } from 'constructs';
import { environmentPrefix } from '../../conventions/environment';
import { cacheImage } from '../../conventions/images';
import { MIB_PER_GIB } from '../../core/data-size';
import { InputError, shown } from '../../core/problems';
import { electingShards } from '../../model/quorum';
import { METRICS_PORT, type MetricsSource, type Monitored } from '../alerts/metrics';
import type { BuildContext, Client, ComponentOf, Dependency, SecretKey } from '../build-context';
import { BACKUP_FOLDER, dailyBackup } from '../data/backups';
import { credentials } from '../data/credentials';
import { clientServices, dataServiceAccount, headlessService, limitDisruptions, readServiceName } from '../data/data-services';
import { type Endpoint, tcp } from '../entry/network-paths';
import { redisExporter } from '../exporters/redis';
import { type Labels, selectorOf } from '../labels';
import { valkeyBackup } from './valkey-backup';
import { type ClusterPeer, clusterPeers } from './valkey-cluster';
import { VALKEY_FOLDERS } from './valkey-config';
import { valkeyFiles } from './valkey-files';
import { busPort, VALKEY_USER, valkeyServers, valkeySize, valkeyVolumes } from './valkey-servers';

/** Label of the pods of one shard. */
const SHARD_LABEL = 'sizing-blueprints/shard';

/** Minute and hour of the daily backup, in UTC. */
const BACKUP_AT = '10 3';

/**
 * Redis or Valkey in the cluster, the same in both forms: one StatefulSet for each shard, so that the servers of a shard run
 * on different nodes and restart one after the other. A cluster has at least three shards: a tier with fewer divides its
 * memory by three, so that a move to another tier moves no keys.
 */
export class Cache extends Construct implements Dependency, Monitored {
  /** The exporter of the servers. */
  readonly metrics: readonly MetricsSource[];
  private readonly endpoint: Endpoint;
  private readonly secret: (property: string) => SecretKey;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'cache'>,
    private readonly context: BuildContext,
  ) {
    super(scope, component.id);
    refuseReplicasWithoutCluster(component);
    const { id, port, engine, memoryGib, replicasPerShard } = component;
    const { blueprint, paths } = context;
    this.secret = credentials(this, blueprint, id, ['password']);
    const selector = selectorOf(blueprint, id);
    this.endpoint = { name: id, labels: selector };
    this.metrics = [{ exporter: 'redis', endpoint: this.endpoint, portName: METRICS_PORT }];
    paths.add(this.endpoint);
    const shards = electingShards(component);
    const size = valkeySize((memoryGib * MIB_PER_GIB) / shards);
    const clustered = component.topology === 'cluster';
    const peers = this.peers(shards);
    const files = {
      ...valkeyFiles({ engine, port }, { ...size, maxmemoryPolicy: 'volatile-lru', appendfsync: 'everysec', cluster: clustered }, peers),
      'backup.sh': valkeyBackup({ engine, port }, BACKUP_FOLDER),
    };
    new k8s.KubeConfigMap(this, 'Config', { metadata: { name: id }, data: files });
    dataServiceAccount(this, id);
    const ports = [{ name: 'server', port }];
    headlessService(this, nodesName(id), selector, [...ports, ...(clustered ? [{ name: 'bus', port: busPort(port) }] : [])]);
    clientServices(this, id, selector, ports);
    if (replicasPerShard > 0) limitDisruptions(this, id, selector);
    if (clustered) paths.allow(this.endpoint, this.endpoint, [tcp(port), tcp(busPort(port))]);
    for (let shard = 0; shard < shards; shard++) this.addShard(shard, selector, files, size);
    if (component.snapshotRetentionDays > 0) this.addBackup();
  }

  /** Opens the network path of a service to the cache, and sets its environment variables. */
  serve(client: Client): void {
    const { id, port, topology } = this.component;
    const prefix = environmentPrefix(id);
    this.context.paths.allow(client.endpoint, this.endpoint, [tcp(port)]);
    client.setEnvironment(`${prefix}_HOST`, id);
    client.setEnvironment(`${prefix}_READER_HOST`, readServiceName(id));
    client.setEnvironment(`${prefix}_PORT`, String(port));
    client.setEnvironment(`${prefix}_TLS`, 'false');
    client.setEnvironment(`${prefix}_CLUSTER`, String(topology === 'cluster'));
    client.setSecret(`${prefix}_PASSWORD`, this.secret('password'));
  }

  private addShard(shard: number, selector: Labels, files: Readonly<Record<string, string>>, size: ReturnType<typeof valkeySize>): void {
    const { id, pool, port, engine, engineVersion, replicasPerShard } = this.component;
    valkeyServers(this, shardName(id, shard), this.context.blueprint, {
      name: shardName(id, shard),
      component: id,
      selector: { ...selector, [SHARD_LABEL]: String(shard) },
      spreadAmong: selector,
      replicas: 1 + replicasPerShard,
      service: nodesName(id),
      pool,
      image: cacheImage(engine, engineVersion),
      files,
      port,
      size,
      sidecars: [redisExporter({ password: this.secret('password'), port })],
    });
  }

  private peers(shards: number): ClusterPeer[] {
    const { id, replicasPerShard } = this.component;
    return clusterPeers(shards, replicasPerShard, (shard, copy) => `${shardName(id, shard)}-${copy}.${nodesName(id)}`);
  }

  private addBackup(): void {
    const { id, pool, port, engine, engineVersion, memoryGib, snapshotRetentionDays } = this.component;
    dailyBackup(this, this.context, {
      component: id,
      pool,
      at: BACKUP_AT,
      retentionDays: snapshotRetentionDays,
      dumpGib: memoryGib,
      dump: {
        image: cacheImage(engine, engineVersion),
        command: ['sh', `${VALKEY_FOLDERS.config}/backup.sh`],
        volumes: valkeyVolumes(id),
      },
      user: VALKEY_USER,
      servers: this.endpoint,
      port,
    });
  }
}

function shardName(id: string, shard: number): string {
  return `${id}-shard-${shard}`;
}

function nodesName(id: string): string {
  return `${id}-nodes`;
}

function refuseReplicasWithoutCluster({ id, topology, replicasPerShard }: ComponentOf<'cache'>): void {
  if (topology === 'cluster' || (topology === 'single' && replicasPerShard === 0)) return;
  throw new InputError('blueprint', [
    {
      path: `components.${id}.topology`,
      received: shown(topology),
      expected: 'cluster, or single without replicas: no other topology fails over on Kubernetes',
    },
  ]);
}
