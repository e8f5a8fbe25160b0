import { RemovalPolicy } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { CACHE_DATA_SHARE } from '../../conventions/data-stores';
import { environmentPrefix } from '../../conventions/environment';
import { cacheImage } from '../../conventions/images';
import { MIB_PER_GIB } from '../../core/data-size';
import { acknowledge } from '../acknowledge';
import type { Client, ComponentOf, Dependency, EcsContext } from '../build-context';
import { DataContainer, HOST_FROM_CONTAINER } from './data-container';

const DATA_FOLDER = '/data';
const SETTINGS_FILE = '/tmp/server.conf';

/** Redis or Valkey in a container on the single host. It writes snapshots to the data volume of the host. */
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
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    new DataContainer(
      this,
      'Container',
      {
        id: component.id,
        pool: component.pool ?? '',
        image: cacheImage(component.engine, component.engineVersion),
        dataFolder: DATA_FOLDER,
        port: component.port,
        memoryGib: component.memoryGib,
        command: ['sh', '-c', serverCommand(component)],
        secrets: { PASSWORD: ecs.Secret.fromSecretsManager(this.token) },
      },
      context,
    );
    acknowledge(this.token, {
      SMG4: 'The container reads the password at start; clients and server change it together in a deployment.',
    });
  }

  /** Gives the client the address and the password of the server. */
  serve(client: Client): void {
    const prefix = environmentPrefix(this.node.id);
    client.setEnvironment(`${prefix}_HOST`, HOST_FROM_CONTAINER);
    client.setEnvironment(`${prefix}_PORT`, String(this.component.port));
    client.setEnvironment(`${prefix}_TLS`, 'false');
    client.setEnvironment(`${prefix}_CLUSTER`, 'false');
    client.setSecret(`${prefix}_PASSWORD`, ecs.Secret.fromSecretsManager(this.token));
  }
}

/**
 * The password is passed in a file of the container, because all processes on the host can read command lines. The entry
 * point of the image starts the server as an unprivileged user that receives stop signals.
 */
function serverCommand({ engine, port, memoryGib }: ComponentOf<'cache'>): string {
  const settings = [
    'requirepass $PASSWORD',
    `port ${port}`,
    `dir ${DATA_FOLDER}`,
    'save 300 1',
    `maxmemory ${Math.floor(memoryGib * MIB_PER_GIB * CACHE_DATA_SHARE)}mb`,
    'maxmemory-policy volatile-lru',
  ];
  return `printf '%s\\n' ${settings.map((setting) => `"${setting}"`).join(' ')} > ${SETTINGS_FILE} && exec docker-entrypoint.sh ${engine}-server ${SETTINGS_FILE}`;
}
