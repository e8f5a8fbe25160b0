import { Construct } from 'constructs';
import { environmentPrefix } from '../model';
import type { BuildContext, Client, ComponentOf, Dependency, SecretKey } from './build-context';
import { DATABASE_NAME } from './config/database-settings';
import { credentials } from './credentials';
import { readName } from './data-services';
import { databaseOperator } from './database-operator';
import { databaseServers } from './database-servers';
import type { MetricsSource, Monitored } from './metrics';
import { type Endpoint, tcp } from './network-paths';

/** Who answers for a database, whichever form it has. */
export interface DatabaseEndpoints {
  /** Behind the Service `<id>`: the primary, or what pools connections in front of it. */
  readonly writes: Endpoint;
  /** Behind the Service `<id>-read`; absent without replicas. */
  readonly reads?: Endpoint;
  /** Port of the pods that reads go to, where it is not that of the database. */
  readonly readPort?: number;
  /** Absent: its operator has a way of its own. */
  readonly metrics?: readonly MetricsSource[];
}

/** Properties of the secret `<stack name>/<id>`: who the services are, and two accounts of the servers' own. */
const PROPERTIES = ['username', 'password', 'root-password', 'replication-password'] as const;
export type DatabaseSecret = (property: (typeof PROPERTIES)[number]) => SecretKey;

/** A relational database in the cluster: servers of our own, or a custom resource that an operator carries out. */
export class Database extends Construct implements Dependency, Monitored {
  readonly metrics: readonly MetricsSource[];
  private readonly endpoints: DatabaseEndpoints;
  private readonly secret: DatabaseSecret;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'database'>,
    private readonly context: BuildContext,
  ) {
    super(scope, component.id);
    this.secret = credentials(this, context.blueprint, component.id, PROPERTIES);
    const build = component.form === 'operator' ? databaseOperator : databaseServers;
    this.endpoints = build(this, component, context, this.secret);
    this.metrics = this.endpoints.metrics ?? [];
  }

  serve(client: Client): void {
    const { id, port } = this.component;
    const { writes, reads, readPort = port } = this.endpoints;
    const prefix = environmentPrefix(id);
    this.context.paths.allow(client.endpoint, writes, [tcp(port)]);
    client.setEnvironment(`${prefix}_HOST`, id);
    client.setEnvironment(`${prefix}_PORT`, String(port));
    client.setEnvironment(`${prefix}_NAME`, DATABASE_NAME);
    if (reads !== undefined) {
      this.context.paths.allow(client.endpoint, reads, [tcp(readPort)]);
      client.setEnvironment(`${prefix}_READER_HOSTS`, readName(id));
    }
    client.setSecret(`${prefix}_USERNAME`, this.secret('username'));
    client.setSecret(`${prefix}_PASSWORD`, this.secret('password'));
  }
}
