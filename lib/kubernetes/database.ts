import { Construct } from 'constructs';
import { environmentPrefix } from '../model';
import type { BuildContext, Client, ComponentOf, Dependency, SecretKey } from './build-context';
import { credentials } from './credentials';
import { type Endpoint, tcp } from './network-paths';
import { statefulServers } from './stateful-servers';

/** Name of the database that is made with the server. */
export const DATABASE_NAME = 'app';

const IMAGES = {
  mysql: { repository: 'mysql', dataFolder: '/var/lib/mysql', user: 999 },
  mariadb: { repository: 'mariadb', dataFolder: '/var/lib/mysql', user: 999 },
  postgres: { repository: 'postgres', dataFolder: '/var/lib/postgresql/data', user: 999 },
} as const;

/** A relational database in the cluster. */
export class Database extends Construct implements Dependency {
  private readonly endpoint: Endpoint;
  private readonly secret: (property: string) => SecretKey;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'database'>,
    private readonly context: BuildContext,
  ) {
    super(scope, component.id);
    const { id, pool, port, engine, engineVersion, vcpu, memoryGib, storageGib } = component;
    const { repository, dataFolder, user } = IMAGES[engine];
    this.secret = credentials(this, context.blueprint, id);
    const labels = statefulServers(this, context.blueprint, {
      id,
      pool,
      image: `public.ecr.aws/docker/library/${repository}:${engineVersion}`,
      replicas: 1,
      port,
      dataFolder,
      vcpu,
      memoryGib,
      storageGib,
      user,
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
    client.setEnvironment(`${prefix}_NAME`, DATABASE_NAME);
    client.setSecret(`${prefix}_USERNAME`, this.secret('username'));
    client.setSecret(`${prefix}_PASSWORD`, this.secret('password'));
  }
}
