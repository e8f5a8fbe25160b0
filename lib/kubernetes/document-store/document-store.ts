import { Construct } from 'constructs';
import { environmentPrefix } from '../../conventions/environment';
import { METRICS_PORT, type MetricsSource, type Monitored } from '../alerts/metrics';
import type { BuildContext, Client, ComponentOf, Dependency, SecretKey } from '../build-context';
import { credentials } from '../data/credentials';
import { readServiceName } from '../data/data-services';
import { tcp } from '../entry/network-paths';
import { mongodbExporter } from '../exporters/mongodb';
import { documentStoreCluster } from './document-store-cluster';
import type { DocumentStoreEndpoints } from './document-store-endpoints';
import { documentStoreServers } from './document-store-servers';
import { MONGO_USER } from './mongo-scripts';

/**
 * MongoDB in the cluster: one replica set, or one for each shard behind routers. Drivers discover the primary. The Service for
 * reads has the same pods; it is for clients with a read preference for secondaries.
 */
export class DocumentStore extends Construct implements Dependency, Monitored {
  /** The exporter of the servers. */
  readonly metrics: readonly MetricsSource[];
  private readonly endpoints: DocumentStoreEndpoints;
  private readonly secret: (property: string) => SecretKey;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'document-store'>,
    private readonly context: BuildContext,
  ) {
    super(scope, component.id);
    const operated = component.form === 'operator';
    this.secret = login(this, context, component.id, operated ? ['password'] : ['password', 'keyfile']);
    const exporter = mongodbExporter({ username: this.secret('username'), password: this.secret('password'), port: component.port });
    this.endpoints = operated
      ? documentStoreCluster(this, component, context, exporter)
      : documentStoreServers(this, component, context, exporter);
    const { endpoint, server } = this.endpoints;
    this.metrics = [{ exporter: 'mongodb', endpoint, portName: METRICS_PORT, server }];
  }

  /** Opens the network path of a service to the document store, and sets its environment variables. */
  serve(client: Client): void {
    const { id, port } = this.component;
    const prefix = environmentPrefix(id);
    this.context.paths.allow(client.endpoint, this.endpoints.endpoint, [tcp(port)]);
    client.setEnvironment(`${prefix}_HOST`, id);
    client.setEnvironment(`${prefix}_READER_HOST`, readServiceName(id));
    client.setEnvironment(`${prefix}_PORT`, String(port));
    client.setEnvironment(`${prefix}_TLS`, 'false');
    if (this.endpoints.replicaSet !== undefined) client.setEnvironment(`${prefix}_REPLICA_SET`, this.endpoints.replicaSet);
    client.setSecret(`${prefix}_USERNAME`, this.secret('username'));
    client.setSecret(`${prefix}_PASSWORD`, this.secret('password'));
  }
}

/** The Secret with the properties of the store, and in addition the user name, which is fixed. */
function login(scope: Construct, { blueprint }: BuildContext, id: string, properties: readonly string[]) {
  const data = Object.fromEntries(properties.map((property) => [property, `{{ .${property} }}`]));
  return credentials(scope, blueprint, id, properties, { engineVersion: 'v2', data: { username: MONGO_USER, ...data } });
}
