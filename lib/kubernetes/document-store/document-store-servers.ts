import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import { IMAGES } from '../../conventions/images';
import { MIB_PER_GIB } from '../../core/data-size';
import type { BuildContext, ComponentOf } from '../build-context';
import { dailyBackup } from '../data/backups';
import { credentialsName } from '../data/credentials';
import { clientServices, dataServiceAccount, headlessService, limitDisruptions } from '../data/data-services';
import { checksumOf, dataStatefulSet } from '../data/data-stateful-set';
import { type MountedVolume, type ServerPodProps, serverPod } from '../data/server-pod';
import { type Endpoint, tcp } from '../entry/network-paths';
import { type Labels, labelsOf, selectorOf } from '../labels';
import type { DocumentStoreEndpoints } from './document-store-endpoints';
import { MONGO_FOLDERS, type MongoRole } from './mongo-config';
import { configSet, mongoFiles, nodesName, type ReplicaSet, shardSets } from './mongo-files';
import { CONFIG_SERVER, MONGO_UID, memberStorageGib, mongoTopology, ROUTER } from './mongo-topology';

type Component = ComponentOf<'document-store'>;

/** Label with the replica set of a pod, or `mongos` for a router. */
const SET_LABEL = 'sizing-blueprints/set';

/** Label value and name suffix of the routers. */
const ROUTERS = 'mongos';

/** Minute and hour of the daily backup, in UTC. */
const BACKUP_AT = '20 3';

/** Time to flush memory to the volume. Clients fail over to another member sooner. */
const TERMINATION_GRACE_SECONDS = 60;

/**
 * MongoDB without an operator: one StatefulSet for each replica set, which initiates itself, and a Deployment of routers.
 * Backups are dumps, which are not consistent across shards; with the operator they are.
 */
export function documentStoreServers(
  scope: Construct,
  component: Component,
  context: BuildContext,
  exporter: k8s.Container,
): DocumentStoreEndpoints {
  const { id, port, vcpu, memoryGib } = component;
  const { blueprint, paths } = context;
  const { sharded } = mongoTopology(component);
  const selector = selectorOf(blueprint, id);
  const endpoint: Endpoint = { name: id, labels: selector };
  const ports = [{ name: 'server', port }];
  const files = mongoFiles(component, blueprint);
  new k8s.KubeConfigMap(scope, 'Config', { metadata: { name: id }, data: files });
  dataServiceAccount(scope, id);
  headlessService(scope, nodesName(id), selector, ports);
  paths.add(endpoint);
  paths.allow(endpoint, endpoint, [tcp(port)]);
  const size = { vcpu, memoryGib, storageGib: memberStorageGib(component) };
  const servers = (set: ReplicaSet, role: MongoRole, each: typeof size) =>
    replicaSet(scope, component, context, { set, role, size: each, files, exporter, selector: { ...selector, [SET_LABEL]: set.name } });
  for (const set of shardSets(component)) servers(set, sharded ? 'shard' : 'member', size);
  if (sharded) {
    servers(configSet(component), 'config', CONFIG_SERVER);
    routers(scope, component, context, files, { ...selector, [SET_LABEL]: ROUTERS });
  }
  const [first] = shardSets(component);
  clientServices(scope, id, { ...selector, [SET_LABEL]: sharded ? ROUTERS : (first?.name ?? '') }, ports);
  dailyBackup(scope, context, {
    component: id,
    pool: component.pool,
    at: BACKUP_AT,
    retentionDays: component.backupRetentionDays,
    dumpGib: component.storageGib,
    dump: {
      image: IMAGES.mongodb.reference,
      command: ['sh', `${MONGO_FOLDERS.config}/backup.sh`],
      volumes: configVolumes(id),
    },
    user: MONGO_UID,
    servers: endpoint,
    port,
  });
  return { endpoint, server: id, ...(sharded || first === undefined ? {} : { replicaSet: first.name }) };
}

interface ReplicaSetProps {
  readonly set: ReplicaSet;
  readonly role: MongoRole;
  readonly size: { readonly vcpu: number; readonly memoryGib: number; readonly storageGib: number };
  readonly files: Readonly<Record<string, string>>;
  readonly exporter: k8s.Container;
  readonly selector: Labels;
}

function replicaSet(scope: Construct, component: Component, { blueprint }: BuildContext, props: ReplicaSetProps): void {
  const { set, role, size, files, exporter, selector } = props;
  const ready: k8s.Probe = { exec: { command: script('ready.sh') }, timeoutSeconds: 10 };
  dataStatefulSet(scope, set.statefulSet, blueprint, {
    ...common(component, selector),
    name: set.statefulSet,
    replicas: set.members,
    service: nodesName(component.id),
    command: script('entrypoint.sh'),
    environment: [
      { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      { name: 'REPLICA_SET', value: set.name },
      { name: 'ROLE', value: role },
      // The shell writes its history to this folder.
      { name: 'HOME', value: '/tmp' },
    ],
    vcpu: size.vcpu,
    memoryMib: size.memoryGib * MIB_PER_GIB,
    storageGib: size.storageGib,
    dataFolder: MONGO_FOLDERS.data,
    files,
    sidecars: [exporter],
    probes: { ...probes(), readiness: { ...ready, periodSeconds: 15 } },
  });
  if (set.members > 1) limitDisruptions(scope, set.statefulSet, selector);
}

function routers(
  scope: Construct,
  component: Component,
  { blueprint }: BuildContext,
  files: Readonly<Record<string, string>>,
  selector: Labels,
): void {
  const name = `${component.id}-${ROUTERS}`;
  const replicas = mongoTopology(component).routers;
  const labels = { ...labelsOf(blueprint, component.id), ...selector };
  const pod = serverPod(
    {
      ...common(component, selector),
      replicas,
      command: script('mongos.sh'),
      environment: [{ name: 'HOME', value: '/tmp' }],
      vcpu: ROUTER.vcpu,
      memoryMib: ROUTER.memoryGib * MIB_PER_GIB,
      probes: probes(),
    },
    blueprint,
  );
  new k8s.KubeDeployment(scope, name, {
    metadata: { name, labels },
    spec: { replicas, selector: { matchLabels: { ...selector } }, template: { metadata: { labels, ...checksumOf(files) }, spec: pod } },
  });
  if (replicas > 1) limitDisruptions(scope, name, selector);
}

function common({ id, pool, port }: Component, selector: Labels) {
  return {
    component: id,
    selector,
    account: id,
    pool,
    user: MONGO_UID,
    image: IMAGES.mongodb.reference,
    ports: [{ name: 'server', port }],
    volumes: [
      ...configVolumes(id),
      { name: 'run', mountPath: MONGO_FOLDERS.run, emptyDir: { medium: 'Memory', sizeLimit: k8s.Quantity.fromString('1Mi') } },
      { name: 'tmp', mountPath: '/tmp', emptyDir: {} },
    ],
    terminationGraceSeconds: TERMINATION_GRACE_SECONDS,
  };
}

/** Probes on the port. The startup probe leaves time for recovery after a crash, before which the server does not listen. */
function probes(): ServerPodProps['probes'] {
  const listens: k8s.Probe = { tcpSocket: { port: k8s.IntOrString.fromString('server') }, timeoutSeconds: 5 };
  return {
    startup: { ...listens, periodSeconds: 5, failureThreshold: 120 },
    readiness: { ...listens, periodSeconds: 10 },
    liveness: { ...listens, periodSeconds: 15, failureThreshold: 6 },
  };
}

function script(name: string): string[] {
  return ['sh', `${MONGO_FOLDERS.config}/${name}`];
}

function configVolumes(component: string): MountedVolume[] {
  return [
    { name: 'config', mountPath: MONGO_FOLDERS.config, configMap: { name: component } },
    { name: 'credentials', mountPath: MONGO_FOLDERS.secret, secret: { secretName: credentialsName(component) } },
  ];
}
