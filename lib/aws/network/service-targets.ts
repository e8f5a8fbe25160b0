import { Duration } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import type { ServicePort } from '../../model/service';
import type { Service } from '../ecs/service';

/** Time for which the requests of a client return to the same task. */
const STICKY = Duration.days(1);
/** Time for requests and sockets to end before a task stops. */
const DRAIN = Duration.minutes(2);

/** Target group of an application load balancer for a port of a service. */
export function serviceTargets(
  scope: Construct,
  service: Service,
  port: ServicePort,
  { vpc, stickySessions = false }: { readonly vpc: ec2.IVpc; readonly stickySessions?: boolean },
): elb.ApplicationTargetGroup {
  return new elb.ApplicationTargetGroup(scope, `Targets${port.port}`, {
    vpc,
    port: port.port,
    protocol: elb.ApplicationProtocol.HTTP,
    targets: [service.target(port)],
    ...(stickySessions ? { stickinessCookieDuration: STICKY } : {}),
    deregistrationDelay: DRAIN,
    // The port of each task, which differs between tasks with dynamic ports.
    healthCheck: {
      path: service.component.healthPath ?? '/',
      port: 'traffic-port',
      interval: Duration.seconds(15),
      healthyThresholdCount: 2,
    },
  });
}
