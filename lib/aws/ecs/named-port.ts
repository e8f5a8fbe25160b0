import { Duration } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { portName } from './task-network';

/** Time without traffic after which the proxy closes a connection, as on the load balancer. */
const IDLE_TIMEOUT = Duration.hours(1);

/**
 * A port that other services reach by the component id. The proxy ends no request, because streams and model calls take
 * longer than its default of 15 seconds. Source: Amazon ECS developer guide, "Service Connect components", timeouts.
 */
export function namedPort(component: string, port: number): ecs.ServiceConnectService {
  return {
    portMappingName: portName(port),
    dnsName: component,
    port,
    idleTimeout: IDLE_TIMEOUT,
    perRequestTimeout: Duration.seconds(0),
  };
}
