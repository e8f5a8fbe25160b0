import type { Construct } from 'constructs';
import type { BuildContext, ComponentOf } from '../build-context';
import { ApplicationLoadBalancer } from './application-load-balancer';
import { NetworkLoadBalancer } from './network-load-balancer';

const TYPES = { application: ApplicationLoadBalancer, network: NetworkLoadBalancer } as const;

/** The way in, of the type that the component names. */
export function loadBalancer(scope: Construct, component: ComponentOf<'load-balancer'>, context: BuildContext): Construct {
  return new TYPES[component.type](scope, component, context);
}
