import { Construct } from 'constructs';
import { environmentPrefix } from '../model';
import type { BuildContext, Client, ComponentOf, SecretKey, WorkSource, WorkTrigger } from './build-context';
import { credentials } from './credentials';
import { type Endpoint, tcp } from './network-paths';
import { statefulServers } from './stateful-servers';

const IMAGE = 'public.ecr.aws/docker/library/rabbitmq:4.1';
const PORT = 5_672;

/** A queue in the cluster. */
export class Queue extends Construct implements WorkSource {
  private readonly endpoint: Endpoint;
  private readonly secret: (property: string) => SecretKey;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'queue'>,
    private readonly context: BuildContext,
  ) {
    super(scope, component.id);
    const { id, pool } = component;
    this.secret = credentials(this, context.blueprint, id);
    const labels = statefulServers(this, context.blueprint, {
      id,
      pool,
      image: IMAGE,
      replicas: 1,
      port: PORT,
      dataFolder: '/var/lib/rabbitmq',
      vcpu: 0.5,
      memoryGib: 1,
      storageGib: 10,
      user: 999,
    });
    this.endpoint = { name: id, labels };
    context.paths.add(this.endpoint);
  }

  serve(client: Client): void {
    const { id } = this.component;
    const prefix = environmentPrefix(id);
    this.context.paths.allow(client.endpoint, this.endpoint, [tcp(PORT)]);
    client.setEnvironment(`${prefix}_HOST`, id);
    client.setEnvironment(`${prefix}_PORT`, String(PORT));
    client.setSecret(`${prefix}_USERNAME`, this.secret('username'));
    client.setSecret(`${prefix}_PASSWORD`, this.secret('password'));
  }

  /** For who does the work. */
  serveWorker(client: Client): void {
    this.serve(client);
  }

  /** Absent: nothing of it can be measured, and its workers have a fixed number. */
  trigger(_depthPerInstance: number): WorkTrigger | undefined {
    return undefined;
  }
}
