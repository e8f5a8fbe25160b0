import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import { Construct } from 'constructs';
import { environmentPrefix } from '../../conventions/environment';
import { cacheImage } from '../../conventions/images';
import { METRICS_PORT, type MetricsSource, type Monitored } from '../alerts/metrics';
import type { BuildContext, Client, ComponentOf, QueueDependency, ScalingTrigger, SecretKey } from '../build-context';
import { TriggerAuthentication } from '../custom-resources/trigger-authentication';
import { credentials, credentialsName } from '../data/credentials';
import { dataServiceAccount, headlessService } from '../data/data-services';
import { type Endpoint, type ExternalPeer, tcp } from '../entry/network-paths';
import { redisExporter } from '../exporters/redis';
import { selectorOf } from '../labels';
import { failedQueueName } from './queue-names';
import { clusterPeers } from './valkey-cluster';
import { valkeyFiles } from './valkey-files';
import { valkeyServers, valkeySize } from './valkey-servers';

const PORT = 6_379;

/** Valkey version of the queue, which is independent of the engine of the cache. */
const ENGINE_VERSION = '8.1';

/** Memory for waiting messages: 100,000 messages of 2 KiB. Assumed. */
const DATA_MIB = 200;

/** KEDA's operator, which reads the length of the queue. */
const KEDA: ExternalPeer = {
  namespaces: { 'kubernetes.io/metadata.name': 'keda' },
  pods: { 'app.kubernetes.io/name': 'keda-operator' },
};

/**
 * A queue as lists of a Valkey server, which writes every message to its volume before it acknowledges it, and refuses new
 * messages when its memory is full. It is a single server: while it restarts, no message is lost and none is accepted.
 *
 * The server has no visibility timeout: its clients implement it. A worker moves a message to a list of its own while it
 * processes it, returns it after `VISIBILITY_SECONDS`, and moves it to the list of failed messages after `MAX_RECEIVES`
 * attempts.
 */
export class Queue extends Construct implements QueueDependency, Monitored {
  /** The exporter of the server, with the lengths of both lists. */
  readonly metrics: readonly MetricsSource[];
  private readonly endpoint: Endpoint;
  private readonly secret: (property: string) => SecretKey;
  private kedaAllowed = false;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'queue'>,
    private readonly context: BuildContext,
  ) {
    super(scope, component.id);
    const { id, pool } = component;
    const { blueprint, paths } = context;
    this.secret = credentials(this, blueprint, id, ['password']);
    const selector = selectorOf(blueprint, id);
    this.endpoint = { name: id, labels: selector };
    this.metrics = [{ exporter: 'redis-lists', endpoint: this.endpoint, portName: METRICS_PORT }];
    paths.add(this.endpoint);
    const size = valkeySize(DATA_MIB);
    const files = valkeyFiles(
      { engine: 'valkey', port: PORT },
      { ...size, maxmemoryPolicy: 'noeviction', appendfsync: 'always', cluster: false },
      clusterPeers(1, 0, () => `${id}-0.${id}-nodes`),
    );
    new k8s.KubeConfigMap(this, 'Config', { metadata: { name: id }, data: files });
    dataServiceAccount(this, id);
    const ports = [{ name: 'server', port: PORT }];
    headlessService(this, `${id}-nodes`, selector, ports);
    new k8s.KubeService(this, 'Service', {
      metadata: { name: id },
      spec: { selector: { ...selector }, ports: [{ name: 'server', port: PORT, targetPort: k8s.IntOrString.fromString('server') }] },
    });
    valkeyServers(this, 'Server', blueprint, {
      name: id,
      component: id,
      selector,
      replicas: 1,
      service: `${id}-nodes`,
      pool,
      image: cacheImage('valkey', ENGINE_VERSION),
      files,
      port: PORT,
      size,
      sidecars: [redisExporter({ password: this.secret('password'), port: PORT, lists: [id, failedQueueName(id)] })],
    });
  }

  /** Opens the network path of a service that sends messages, and sets its environment variables. */
  serve(client: Client): void {
    const { id } = this.component;
    const prefix = environmentPrefix(id);
    this.context.paths.allow(client.endpoint, this.endpoint, [tcp(PORT)]);
    client.setEnvironment(`${prefix}_QUEUE_URL`, `redis://${id}:${PORT}/0`);
    client.setEnvironment(`${prefix}_QUEUE_NAME`, id);
    client.setSecret(`${prefix}_PASSWORD`, this.secret('password'));
  }

  /** Opens the network path of a worker, and sets its environment variables, which include the rules for failed messages. */
  serveWorker(client: Client): void {
    const { id, visibilitySeconds, maxReceives } = this.component;
    const prefix = environmentPrefix(id);
    this.serve(client);
    client.setEnvironment(`${prefix}_FAILED_QUEUE_NAME`, failedQueueName(id));
    client.setEnvironment(`${prefix}_VISIBILITY_SECONDS`, String(visibilitySeconds));
    client.setEnvironment(`${prefix}_MAX_RECEIVES`, String(maxReceives));
  }

  /** KEDA trigger that scales to one worker for each `depthPerInstance` waiting messages. */
  trigger(depthPerInstance: number): ScalingTrigger {
    const { id } = this.component;
    this.allowKeda();
    return {
      type: 'redis',
      metadata: {
        address: `${id}.${this.context.blueprint.stackName}.svc:${PORT}`,
        listName: id,
        listLength: String(depthPerInstance),
        databaseIndex: '0',
      },
      authentication: id,
    };
  }

  /** Adds the objects once, because several services may scale with the queue. */
  private allowKeda(): void {
    if (this.kedaAllowed) return;
    this.kedaAllowed = true;
    const { id } = this.component;
    new TriggerAuthentication(this, 'TriggerAuthentication', {
      metadata: { name: id },
      spec: { secretTargetRef: [{ parameter: 'password', name: credentialsName(id), key: 'password' }] },
    });
    this.context.paths.allow(KEDA, this.endpoint, [tcp(PORT)]);
  }
}
