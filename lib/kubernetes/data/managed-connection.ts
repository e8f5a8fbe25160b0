import { Construct } from 'constructs';
import { environmentPrefix } from '../../conventions/environment';
import type { BuildContext, Client, Dependency } from '../build-context';
import { PRIVATE_NETWORKS, tcp } from '../entry/network-paths';
import { credentials } from './credentials';

export interface ManagedConnectionProps {
  readonly id: string;
  /** Port in the networks of the cluster. */
  readonly port: number;
  /** Properties of its secret; each becomes a variable, `DATABASE_PASSWORD`. */
  readonly secrets: readonly string[];
}

export function connectionName(id: string): string {
  return `${id}-connection`;
}

/** A data store that somebody else runs: its address is in the ConfigMap that its maker writes, its password in its secret. */
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

  serve(client: Client): void {
    const { id, port, secrets } = this.props;
    this.context.paths.allow(client.endpoint, PRIVATE_NETWORKS, [tcp(port)]);
    client.setEnvironmentFrom(connectionName(id));
    for (const property of secrets) {
      if (this.secret !== undefined) client.setSecret(`${environmentPrefix(id)}_${property.toUpperCase()}`, this.secret(property));
    }
  }
}
