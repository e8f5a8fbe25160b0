import { Construct } from 'constructs';
import { environmentPrefix } from '../../conventions/environment';
import type { Client, ComponentOf, Dependency, EcsContext } from '../build-context';
import { NodePool } from '../ecs/node-pool';
import { DYNAMIC_PORTS } from '../ecs/task-network';
import { DataContainer } from './data-container';

/** ChromaDB's own image; from 1.0 on it keeps its files in this folder. */
const IMAGE = 'chromadb/chroma:1.5.3';
const DATA_FOLDER = '/data';

/**
 * A vector index in a container on a machine of its own, its files on the machine's volume. It does not replicate, so
 * there is never more than one. It asks nobody for a password: who may reach it is said by its machine's security group.
 */
export class VectorStore extends Construct implements Dependency {
  private readonly pool: NodePool;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'vector-store'>,
    context: EcsContext,
  ) {
    super(scope, component.id);
    const { id, pool = '', port, memoryGib, vcpu } = component;
    this.pool = context.built(pool, NodePool);
    new DataContainer(
      this,
      'Container',
      {
        id,
        pool,
        image: IMAGE,
        dataFolder: DATA_FOLDER,
        port,
        memoryGib,
        vcpu,
        environment: { CHROMA_PORT: String(port), ANONYMIZED_TELEMETRY: 'FALSE' },
        named: true,
      },
      context,
    );
  }

  serve(client: Client): void {
    // The proxy of the name listens on any free port of the machine.
    this.pool.connections.allowFrom(client.connections, DYNAMIC_PORTS, 'uses the vector store');
    client.setEnvironment(`${environmentPrefix(this.component.id)}_URL`, `http://${this.component.id}:${this.component.port}`);
  }
}
