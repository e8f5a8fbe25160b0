import type { Construct } from 'constructs';
import type { BuildContext, ComponentOf } from '../build-context';
import { GatewayEntry } from './gateway-entry';
import { IngressEntry } from './ingress-entry';
import { NetworkEntry } from './network-entry';

/** Entry of a chart: a Service for TCP and UDP; a Gateway or an Ingress for HTTP, as the option `entry` requires. */
export function loadBalancer(scope: Construct, component: ComponentOf<'load-balancer'>, context: BuildContext): Construct {
  if (component.type === 'network') return new NetworkEntry(scope, component, context);
  return context.blueprint.options.entry === 'ingress'
    ? new IngressEntry(scope, component, context)
    : new GatewayEntry(scope, component, context);
}
