import { Construct } from 'constructs';
import { environmentPrefix } from '../model';
import type { BuildContext, Client, ComponentOf, Dependency } from './build-context';
import { type Endpoint, tcp } from './network-paths';
import { statefulServers } from './stateful-servers';

/** ChromaDB's own image; from 1.0 on it keeps its files in this folder. */
const IMAGE = 'chromadb/chroma:1.5.3';
const DATA_FOLDER = '/data';

/** A vector index in the cluster. It does not replicate, so there is never more than one. */
export class VectorStore extends Construct implements Dependency {
  private readonly endpoint: Endpoint;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'vector-store'>,
    private readonly context: BuildContext,
  ) {
    super(scope, component.id);
    const { id, pool, port, vcpu, memoryGib, storageGib } = component;
    const labels = statefulServers(this, context.blueprint, {
      id,
      pool,
      image: IMAGE,
      replicas: 1,
      port,
      dataFolder: DATA_FOLDER,
      vcpu,
      memoryGib,
      storageGib,
      user: 10_001,
    });
    this.endpoint = { name: id, labels };
    context.paths.add(this.endpoint);
  }

  serve(client: Client): void {
    const { id, port } = this.component;
    this.context.paths.allow(client.endpoint, this.endpoint, [tcp(port)]);
    client.setEnvironment(`${environmentPrefix(id)}_URL`, `http://${id}:${port}`);
  }
}
