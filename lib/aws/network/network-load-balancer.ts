import { Duration } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import { InputError, shown } from '../../core/problems';
import type { ServicePort } from '../../model/service';
import { acknowledge } from '../acknowledge';
import type { BuildContext, ComponentOf } from '../build-context';
import { Service } from '../ecs/service';
import { output } from '../outputs';
import { clientsOf } from './clients';

/** Time for calls to end before a task stops. */
const DRAIN = Duration.minutes(5);

const PROTOCOLS: Readonly<Record<ServicePort['protocol'], elb.Protocol>> = {
  http: elb.Protocol.TCP,
  tcp: elb.Protocol.TCP,
  udp: elb.Protocol.UDP,
  'tcp-udp': elb.Protocol.TCP_UDP,
};

/** Load balancer for TCP and UDP, such as voice, with a listener for each port of the service. */
export class NetworkLoadBalancer extends Construct {
  /** The load balancer. */
  readonly loadBalancer: elb.NetworkLoadBalancer;

  constructor(scope: Construct, component: ComponentOf<'load-balancer'>, { network, built, blueprint }: BuildContext) {
    super(scope, component.id);
    const service = built(component.target, Service);
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', { vpc: network.vpc, description: `clients of ${component.id}` });
    const balancer = new elb.NetworkLoadBalancer(this, 'LoadBalancer', {
      vpc: network.vpc,
      internetFacing: true,
      // A zone may have no task, and its address must still answer.
      crossZoneEnabled: true,
      securityGroups: [securityGroup],
    });
    this.loadBalancer = balancer;
    const healthPort = tcpPortOf(component.id, service);
    for (const port of service.component.ports) {
      forward(balancer, service, port, healthPort);
      for (const reachable of publicPorts(port)) {
        for (const client of clientsOf(blueprint.options)) {
          securityGroup.addIngressRule(client, reachable, `${component.target} from the internet`);
        }
      }
    }
    // Health checks also come from the load balancer, to a port of the service.
    for (const port of service.component.ports) {
      for (const reachable of service.reachable(port)) service.connections.allowFrom(balancer, reachable, 'load balancer');
    }
    acknowledge(securityGroup, { EC23: 'This is the public entry point; the services behind it accept traffic from it only.' });
    acknowledge(balancer, { ELB2: 'A network load balancer logs TLS connections only, and this one has no TLS listener.' });
    output(this, 'Endpoint', balancer.loadBalancerDnsName, `Address of ${component.target}`);
  }
}

function forward(balancer: elb.NetworkLoadBalancer, service: Service, port: ServicePort, healthPort: number): void {
  const protocol = PROTOCOLS[port.protocol];
  balancer.addListener(`Port${port.port}`, { port: port.port, protocol }).addTargets('Tasks', {
    port: port.port,
    protocol,
    targets: [service.target(port)],
    deregistrationDelay: DRAIN,
    // UDP has no health checks, so the TCP port of the service is checked.
    healthCheck: { protocol: elb.Protocol.TCP, port: String(healthPort), interval: Duration.seconds(10) },
  });
}

function publicPorts({ port, protocol }: ServicePort): ec2.Port[] {
  const tcp = protocol === 'udp' ? [] : [ec2.Port.tcp(port)];
  const udp = protocol === 'udp' || protocol === 'tcp-udp' ? [ec2.Port.udp(port)] : [];
  return [...tcp, ...udp];
}

function tcpPortOf(id: string, { component }: Service): number {
  const answering = component.ports.find(({ protocol }) => protocol !== 'udp');
  if (answering !== undefined) return answering.port;
  throw new InputError('blueprint', [
    { path: `components.${id}.target`, received: shown(component.id), expected: 'a service with a TCP port: health checks need one' },
  ]);
}
