import { Duration } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { portName, type TaskNetwork } from './task-network';

/** Time without traffic after which the proxy closes a connection, as on the load balancer. */
const IDLE_TIMEOUT = Duration.hours(1);

/**
 * Name of a service in Service Connect: its component id, with a suffix where each task has a network interface. A service that
 * moves between both networks is another resource, and the next one starts while the old one still has its name.
 */
export function connectName(component: string, network: TaskNetwork): string {
  return network === 'own-address' ? `${component}-awsvpc` : component;
}

/**
 * A port that other services reach by this name. Discovery name and client alias are unique within the namespace; without its own
 * discovery name, a service takes that of its port, which others may have too. The proxy ends no request, because streams and
 * model calls take longer than its default of 15 seconds.
 * Sources: Amazon ECS API reference, ServiceConnectService and ServiceConnectClientAlias; developer guide, "Service Connect
 * components", timeouts.
 */
export function namedPort(name: string, port: number): ecs.ServiceConnectService {
  return {
    portMappingName: portName(port),
    discoveryName: name,
    dnsName: name,
    port,
    idleTimeout: IDLE_TIMEOUT,
    perRequestTimeout: Duration.seconds(0),
  };
}
