import { RemovalPolicy } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { DATA_STORE_USER, DATABASE_NAME } from '../../conventions/data-stores';
import { environmentPrefix } from '../../conventions/environment';
import { acknowledge } from '../acknowledge';
import type { Client, ComponentOf, Dependency, EcsContext } from '../build-context';
import { output } from '../outputs';
import { DataContainer, HOST_FROM_CONTAINER } from './data-container';

type DatabaseComponent = ComponentOf<'database'>;

interface Image {
  /** Repository of the image. */
  readonly repository: string;
  /** Folder of the data files. */
  readonly dataFolder: string;
  /** Environment variables for the first database, its user and its password. */
  readonly variables: { readonly database: string; readonly user: string; readonly password: string };
  /** Command line arguments that set a server variable. */
  readonly argument: (name: string, value: string) => string[];
  /** Other environment variables. */
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
    // The image does not initialize a folder with a lost+found folder, which the root of a volume has.
    extra: { PGDATA: '/var/lib/postgresql/data/files' },
  },
};

/** A database in a container on the single host. Backups are snapshots of the data volume of the host. */
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
      // Retained like the data volume, which needs the password.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ username: DATA_STORE_USER }),
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
        environment: { ...image.extra, [image.variables.database]: DATABASE_NAME, [image.variables.user]: DATA_STORE_USER },
        secrets: { [image.variables.password]: this.fromSecret('password') },
      },
      context,
    );
    acknowledge(this.secret, {
      SMG4: 'The password is set when the container first starts; changing it is an operational task inside the server.',
    });
    output(this, 'SecretArn', this.secret.secretArn, 'Secret with user name and password of the database');
  }

  /** Gives the client the address and the credentials of the server. */
  serve(client: Client): void {
    const prefix = environmentPrefix(this.node.id);
    client.setEnvironment(`${prefix}_HOST`, HOST_FROM_CONTAINER);
    client.setEnvironment(`${prefix}_PORT`, String(this.component.port));
    client.setEnvironment(`${prefix}_NAME`, DATABASE_NAME);
    client.setSecret(`${prefix}_USERNAME`, this.fromSecret('username'));
    client.setSecret(`${prefix}_PASSWORD`, this.fromSecret('password'));
  }

  private fromSecret(field: string): ecs.Secret {
    return ecs.Secret.fromSecretsManager(this.secret, field);
  }
}
