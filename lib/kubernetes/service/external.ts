import { Construct } from 'constructs';
import type { BuildContext, Client, ComponentOf, Dependency } from '../build-context';
import { ANYWHERE, tcp } from '../entry/network-paths';

/** An external service. The cluster has no object for it, only a network path to the internet. */
export class External extends Construct implements Dependency {
  constructor(
    scope: Construct,
    component: ComponentOf<'external'>,
    private readonly context: BuildContext,
  ) {
    super(scope, component.id);
  }

  /** Opens the network path to the external service. */
  serve(client: Client): void {
    this.context.paths.allow(client.endpoint, ANYWHERE, [tcp(443)]);
  }
}
