import { Construct } from 'constructs';
import { environmentPrefix } from '../model';
import type { BuildContext, Client, ComponentOf, Dependency, SecretKey } from './build-context';
import { credentials } from './credentials';
import { type Endpoint, tcp } from './network-paths';
import { statefulServers } from './stateful-servers';

/** Redis or Valkey in the cluster. */
export class Cache extends Construct implements Dependency {
  private readonly endpoint: Endpoint;
  private readonly secret: (property: string) => SecretKey;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'cache'>,
    private readonly context: BuildContext,
  ) {
    super(scope, component.id);
    const { id, pool, port, engine, memoryGib } = component;
    this.secret = credentials(this, context.blueprint, id, ['password']);
    const labels = statefulServers(this, context.blueprint, {
      id,
      pool,
      image: `public.ecr.aws/docker/library/${engine === 'redis' ? 'redis:7.2' : 'valkey:8.1'}`,
      replicas: 1,
      port,
      dataFolder: '/data',
      vcpu: 0.5,
      memoryGib,
      storageGib: memoryGib,
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
    client.setEnvironment(`${prefix}_TLS`, 'false');
    client.setEnvironment(`${prefix}_CLUSTER`, 'false');
    client.setSecret(`${prefix}_PASSWORD`, this.secret('password'));
  }
}
