import { Construct } from 'constructs';
import type { BuildContext, Client, ComponentOf, Dependency } from '../build-context';
import { ANYWHERE, tcp } from '../entry/network-paths';

/** A service of somebody else on the internet. It is no object of the cluster, only a way out of it. */
export class External extends Construct implements Dependency {
  constructor(
    scope: Construct,
    component: ComponentOf<'external'>,
    private readonly context: BuildContext,
  ) {
    super(scope, component.id);
  }

  /** Opens the way to the external service. */
  serve(client: Client): void {
    this.context.paths.allow(client.endpoint, ANYWHERE, [tcp(443)]);
  }
}
