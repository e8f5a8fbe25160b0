import { RemovalPolicy } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { environmentPrefix } from '../../conventions/environment';
import { MIB_PER_GIB } from '../../core/data-size';
import { acknowledge } from '../acknowledge';
import type { Client, ComponentOf, Dependency, EcsContext } from '../build-context';
import { DataContainer, MACHINE_FROM_CONTAINER } from './data-container';

/** Of the container's memory, what the data may take: a snapshot in the background needs the rest. */
const DATA_SHARE = 0.75;
const DATA_FOLDER = '/data';
const SETTINGS_FILE = '/tmp/server.conf';

/** Redis or Valkey as a container on the single host. It writes its snapshots to the host's data volume. */
export class ContainerCache extends Construct implements Dependency {
  private readonly token: secretsmanager.Secret;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'cache'>,
    context: EcsContext,
  ) {
    super(scope, component.id);
    this.token = new secretsmanager.Secret(this, 'Token', {
      description: `password of ${component.id}`,
      removalPolicy: RemovalPolicy.RETAIN,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    new DataContainer(
      this,
      'Container',
      {
        id: component.id,
        pool: component.pool ?? '',
        image: imageOf(component),
        dataFolder: DATA_FOLDER,
        port: component.port,
        memoryGib: component.memoryGib,
        command: ['sh', '-c', serverCommand(component)],
        secrets: { PASSWORD: ecs.Secret.fromSecretsManager(this.token) },
      },
      context,
    );
    acknowledge(this.token, {
      SMG4: 'The password is read when the container starts; clients and server change it together in a deployment.',
    });
  }

  serve(client: Client): void {
    const prefix = environmentPrefix(this.node.id);
    client.setEnvironment(`${prefix}_HOST`, MACHINE_FROM_CONTAINER);
    client.setEnvironment(`${prefix}_PORT`, String(this.component.port));
    client.setEnvironment(`${prefix}_TLS`, 'false');
    client.setEnvironment(`${prefix}_CLUSTER`, 'false');
    client.setSecret(`${prefix}_PASSWORD`, ecs.Secret.fromSecretsManager(this.token));
  }
}

/**
 * Redis tags its images with the whole version line; 7.1 is a line of ElastiCache only, and 7.2 the open one next to it.
 * Valkey's images are its own: Docker's library has none.
 */
function imageOf({ engine, engineVersion }: ComponentOf<'cache'>): string {
  const version = engine === 'redis' && engineVersion === '7.1' ? '7.2' : engineVersion;
  return engine === 'redis' ? `public.ecr.aws/docker/library/redis:${version}` : `docker.io/valkey/valkey:${version}`;
}

/**
 * The password goes in through a file of the container: on the command line every process of the machine could read
 * it. The image's own entry point starts the server as its own user, and as the process that is told to stop.
 */
function serverCommand({ engine, port, memoryGib }: ComponentOf<'cache'>): string {
  const settings = [
    'requirepass $PASSWORD',
    `port ${port}`,
    `dir ${DATA_FOLDER}`,
    'save 300 1',
    `maxmemory ${Math.floor(memoryGib * MIB_PER_GIB * DATA_SHARE)}mb`,
    'maxmemory-policy volatile-lru',
  ];
  return `printf '%s\\n' ${settings.map((setting) => `"${setting}"`).join(' ')} > ${SETTINGS_FILE} && exec docker-entrypoint.sh ${engine}-server ${SETTINGS_FILE}`;
}
