import { Construct } from 'constructs';
import { CHROMA_DATA_FOLDER } from '../../conventions/data-stores';
import { environmentPrefix } from '../../conventions/environment';
import { CHROMA_IMAGE } from '../../conventions/images';
import type { Client, ComponentOf, Dependency, EcsContext } from '../build-context';
import { NodePool } from '../ecs/node-pool';
import { DYNAMIC_PORTS } from '../ecs/task-network';
import { DataContainer } from './data-container';

/**
 * A vector store in a container on an instance of its own, with its data on the volume of the instance. It does not
 * replicate, so there is one container. It has no password: the security group of the instance limits access.
 */
export class VectorStore extends Construct implements Dependency {
  /** See Dependency. */
  readonly named: Construct;
  private readonly pool: NodePool;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'vector-store'>,
    context: EcsContext,
  ) {
    super(scope, component.id);
    const { id, pool = '', port, memoryGib, vcpu, proxy } = component;
    this.pool = context.built(pool, NodePool);
    this.named = new DataContainer(
      this,
      'Container',
      {
        id,
        pool,
        image: CHROMA_IMAGE,
        dataFolder: CHROMA_DATA_FOLDER,
        port,
        memoryGib,
        vcpu,
        environment: { CHROMA_PORT: String(port), ANONYMIZED_TELEMETRY: 'FALSE' },
        ...(proxy === undefined ? {} : { proxy }),
      },
      context,
    ).service;
  }

  /** Allows the client to connect, and gives it the URL. */
  serve(client: Client): void {
    // The Service Connect proxy listens on a dynamic port of the instance.
    this.pool.connections.allowFrom(client.connections, DYNAMIC_PORTS, 'uses the vector store');
    client.setEnvironment(`${environmentPrefix(this.component.id)}_URL`, `http://${this.component.id}:${this.component.port}`);
  }
}
