import { Construct } from 'constructs';
import { environmentPrefix } from '../model';
import type { BuildContext, Client, ComponentOf, Dependency, SecretKey } from './build-context';
import { credentials } from './credentials';
import { type Endpoint, tcp } from './network-paths';
import { statefulServers } from './stateful-servers';

const IMAGE = 'public.ecr.aws/docker/library/mongo:8.0';

/** MongoDB in the cluster. */
export class DocumentStore extends Construct implements Dependency {
  private readonly endpoint: Endpoint;
  private readonly secret: (property: string) => SecretKey;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'document-store'>,
    private readonly context: BuildContext,
  ) {
    super(scope, component.id);
    const { id, pool, port, vcpu, memoryGib, storageGib } = component;
    this.secret = credentials(this, context.blueprint, id);
    const labels = statefulServers(this, context.blueprint, {
      id,
      pool,
      image: IMAGE,
      replicas: 1,
      port,
      dataFolder: '/data/db',
      vcpu,
      memoryGib,
      storageGib,
      user: 999,
    });
    this.endpoint = { name: id, labels };
    context.paths.add(this.endpoint);
  }

  serve(client: Client): void {
    const { id, port } = this.component;
    const prefix = environmentPrefix(id);
    this.context.paths.allow(client.endpoint, this.endpoint, [tcp(port)]);
    client.setEnvironment(`${prefix}_HOST`, id);
    client.setEnvironment(`${prefix}_PORT`, String(port));
    client.setSecret(`${prefix}_USERNAME`, this.secret('username'));
    client.setSecret(`${prefix}_PASSWORD`, this.secret('password'));
  }
}
