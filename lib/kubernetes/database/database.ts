import { Construct } from 'constructs';
import { DATABASE_NAME } from '../../conventions/data-stores';
import { environmentPrefix } from '../../conventions/environment';
import type { MetricsSource, Monitored } from '../alerts/metrics';
import type { BuildContext, Client, ComponentOf, Dependency } from '../build-context';
import { credentials } from '../data/credentials';
import { readServiceName } from '../data/data-services';
import { tcp } from '../entry/network-paths';
import { DATABASE_SECRET_PROPERTIES, type DatabaseEndpoints, type DatabaseSecret } from './database-endpoints';
import { databaseOperator } from './database-operator';
import { databaseServers } from './database-servers';

/** A relational database in the cluster: StatefulSets, or a custom resource for the operator of its engine. */
export class Database extends Construct implements Dependency, Monitored {
  /** Exporters of the database and its pooler. */
  readonly metrics: readonly MetricsSource[];
  private readonly endpoints: DatabaseEndpoints;
  private readonly secret: DatabaseSecret;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'database'>,
    private readonly context: BuildContext,
  ) {
    super(scope, component.id);
    this.secret = credentials(this, context.blueprint, component.id, DATABASE_SECRET_PROPERTIES);
    const build = component.form === 'operator' ? databaseOperator : databaseServers;
    this.endpoints = build(this, component, context, this.secret);
    this.metrics = this.endpoints.metrics ?? [];
  }

  /** Opens the network path of a service to the database, and sets its environment variables. */
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
      client.setEnvironment(`${prefix}_READER_HOSTS`, readServiceName(id));
    }
    client.setSecret(`${prefix}_USERNAME`, this.secret('username'));
    client.setSecret(`${prefix}_PASSWORD`, this.secret('password'));
  }
}
