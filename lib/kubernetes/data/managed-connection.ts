import { Construct } from 'constructs';
import { environmentPrefix } from '../../conventions/environment';
import type { BuildContext, Client, Dependency } from '../build-context';
import { PRIVATE_NETWORKS, tcp } from '../entry/network-paths';
import { credentials } from './credentials';

/** Connection to a managed data store. */
interface ManagedConnectionProps {
  /** ID of the component. */
  readonly id: string;
  /** Port of the data store. */
  readonly port: number;
  /** Properties of its secret. Each becomes an environment variable, such as `DATABASE_PASSWORD`. */
  readonly secrets: readonly string[];
}

/** Name of the ConfigMap with the connection variables of a component. */
export function connectionName(id: string): string {
  return `${id}-connection`;
}

/** A data store that AWS runs. Its address is in a ConfigMap that the CDK stack creates, its password in a Secret. */
export class ManagedConnection extends Construct implements Dependency {
  private readonly secret: ReturnType<typeof credentials> | undefined;

  constructor(
    scope: Construct,
    private readonly props: ManagedConnectionProps,
    private readonly context: BuildContext,
  ) {
    super(scope, props.id);
    if (props.secrets.length > 0) this.secret = credentials(this, context.blueprint, props.id, props.secrets);
  }

  /** Opens the network path of a service to the data store, and sets its environment variables. */
  serve(client: Client): void {
    const { id, port, secrets } = this.props;
    this.context.paths.allow(client.endpoint, PRIVATE_NETWORKS, [tcp(port)]);
    client.setEnvironmentFrom(connectionName(id));
    for (const property of secrets) {
      if (this.secret !== undefined) client.setSecret(`${environmentPrefix(id)}_${property.toUpperCase()}`, this.secret(property));
    }
  }
}
