import { RemovalPolicy } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { environmentPrefix } from '../../conventions/environment';
import { acknowledge } from '../acknowledge';
import type { Client, ComponentOf, Dependency, EcsContext } from '../build-context';
import { output } from '../outputs';
import { DataContainer, MACHINE_FROM_CONTAINER } from './data-container';
import { DATABASE_NAME, DATABASE_USER } from './database';

type DatabaseComponent = ComponentOf<'database'>;

interface Image {
  readonly repository: string;
  readonly dataFolder: string;
  /** How the image calls the first database, its user and its password. */
  readonly variables: { readonly database: string; readonly user: string; readonly password: string };
  /** One server variable on the command line. */
  readonly argument: (name: string, value: string) => string[];
  readonly extra?: Readonly<Record<string, string>>;
}

const longOption = (name: string, value: string) => [`--${name}=${value}`];

/** The official image of each engine. */
const IMAGES: Readonly<Record<DatabaseComponent['engine'], Image>> = {
  mysql: {
    repository: 'mysql',
    dataFolder: '/var/lib/mysql',
    variables: { database: 'MYSQL_DATABASE', user: 'MYSQL_USER', password: 'MYSQL_PASSWORD' },
    argument: longOption,
    extra: { MYSQL_RANDOM_ROOT_PASSWORD: 'yes' },
  },
  mariadb: {
    repository: 'mariadb',
    dataFolder: '/var/lib/mysql',
    variables: { database: 'MARIADB_DATABASE', user: 'MARIADB_USER', password: 'MARIADB_PASSWORD' },
    argument: longOption,
    extra: { MARIADB_RANDOM_ROOT_PASSWORD: 'yes' },
  },
  postgres: {
    repository: 'postgres',
    dataFolder: '/var/lib/postgresql/data',
    variables: { database: 'POSTGRES_DB', user: 'POSTGRES_USER', password: 'POSTGRES_PASSWORD' },
    argument: (name, value) => ['-c', `${name}=${value}`],
    // A mounted volume's root has a lost+found folder, which the image refuses to initialize over.
    extra: { PGDATA: '/var/lib/postgresql/data/files' },
  },
};

/** The database as a container on the single host. Backups are the snapshots of the host's data volume. */
export class ContainerDatabase extends Construct implements Dependency {
  private readonly secret: secretsmanager.Secret;

  constructor(
    scope: Construct,
    private readonly component: DatabaseComponent,
    context: EcsContext,
  ) {
    super(scope, component.id);
    this.secret = new secretsmanager.Secret(this, 'Secret', {
      description: `user and password of ${component.id}`,
      // As long as the data volume is kept, so is the way into it.
      removalPolicy: RemovalPolicy.RETAIN,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ username: DATABASE_USER }),
        generateStringKey: 'password',
        passwordLength: 32,
        excludePunctuation: true,
      },
    });
    const image = IMAGES[component.engine];
    new DataContainer(
      this,
      'Container',
      {
        id: component.id,
        pool: component.pool ?? '',
        image: `public.ecr.aws/docker/library/${image.repository}:${component.engineVersion}`,
        dataFolder: image.dataFolder,
        port: component.port,
        memoryGib: component.memoryGib,
        vcpu: component.vcpu,
        command: Object.entries(component.parameters).flatMap(([name, value]) => image.argument(name, value)),
        environment: { ...image.extra, [image.variables.database]: DATABASE_NAME, [image.variables.user]: DATABASE_USER },
        secrets: { [image.variables.password]: this.fromSecret('password') },
      },
      context,
    );
    acknowledge(this.secret, {
      SMG4: 'The password is set when the container first starts; changing it is an operation inside the server.',
    });
    output(this, 'SecretArn', this.secret.secretArn, 'Secret with user name and password of the database');
  }

  serve(client: Client): void {
    const prefix = environmentPrefix(this.node.id);
    client.setEnvironment(`${prefix}_HOST`, MACHINE_FROM_CONTAINER);
    client.setEnvironment(`${prefix}_PORT`, String(this.component.port));
    client.setEnvironment(`${prefix}_NAME`, DATABASE_NAME);
    client.setSecret(`${prefix}_USERNAME`, this.fromSecret('username'));
    client.setSecret(`${prefix}_PASSWORD`, this.fromSecret('password'));
  }

  private fromSecret(field: string): ecs.Secret {
    return ecs.Secret.fromSecretsManager(this.secret, field);
  }
}
