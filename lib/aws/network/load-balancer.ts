import type { Construct } from 'constructs';
import type { BuildContext, ComponentOf } from '../build-context';
import { ApplicationLoadBalancer } from './application-load-balancer';
import { NetworkLoadBalancer } from './network-load-balancer';

const TYPES = { application: ApplicationLoadBalancer, network: NetworkLoadBalancer } as const;

/** A load balancer of the type of the component. */
export function loadBalancer(scope: Construct, component: ComponentOf<'load-balancer'>, context: BuildContext): Construct {
  return new TYPES[component.type](scope, component, context);
}
