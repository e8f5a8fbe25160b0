import { Construct } from 'constructs';
import { environmentPrefix } from '../model';
import type { BuildContext, Client, ComponentOf, Dependency, SecretKey } from './build-context';
import { MONGO_USER } from './config/mongo-scripts';
import { credentials } from './credentials';
import { readName } from './data-services';
import { documentStoreCluster } from './document-store-cluster';
import { documentStoreServers } from './document-store-servers';
import { type Endpoint, tcp } from './network-paths';

/** What either form tells the services. */
export interface DocumentStoreForm {
  /** All servers that a client's driver may connect to. */
  readonly endpoint: Endpoint;
  /** Absent behind routers. */
  readonly replicaSet?: string;
}

/**
 * MongoDB in the cluster: a replica set, or shards of them behind routers. Drivers find the member that takes writes by
 * themselves; the name for reads leads to the same servers, and is for clients that prefer copies.
 */
export class DocumentStore extends Construct implements Dependency {
  private readonly form: DocumentStoreForm;
  private readonly secret: (property: string) => SecretKey;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'document-store'>,
    private readonly context: BuildContext,
  ) {
    super(scope, component.id);
    const operated = component.form === 'operator';
    this.secret = credentials(this, context.blueprint, component.id, operated ? ['password'] : ['password', 'keyfile']);
    this.form = operated ? documentStoreCluster(this, component, context) : documentStoreServers(this, component, context);
  }

  serve(client: Client): void {
    const { id, port } = this.component;
    const prefix = environmentPrefix(id);
    this.context.paths.allow(client.endpoint, this.form.endpoint, [tcp(port)]);
    client.setEnvironment(`${prefix}_HOST`, id);
    client.setEnvironment(`${prefix}_READER_HOST`, readName(id));
    client.setEnvironment(`${prefix}_PORT`, String(port));
    client.setEnvironment(`${prefix}_TLS`, 'false');
    if (this.form.replicaSet !== undefined) client.setEnvironment(`${prefix}_REPLICA_SET`, this.form.replicaSet);
    client.setEnvironment(`${prefix}_USERNAME`, MONGO_USER);
    client.setSecret(`${prefix}_PASSWORD`, this.secret('password'));
  }
}
