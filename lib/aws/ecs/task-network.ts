import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { ResolvedNodePool, ResolvedService } from '../../blueprint/resolved-component';
import type { ServicePort } from '../../model/service';

/**
 * How a task is reached.
 * - `own-address`: a network interface and security group of its own (`awsvpc`). All that Fargate knows. On machines
 *   it is for UDP and for one port that is TCP and UDP at once: with dynamic ports the two would differ, and a
 *   network load balancer could not send both to the task.
 * - `dynamic-ports`: behind any free port of its machine (`bridge`), so that as many tasks as fit share a machine and
 *   none needs an interface.
 * - `fixed-ports`: behind the same port of its machine (`bridge`), at most one task a machine. For machines with
 *   public addresses: ECS gives tasks with their own interface no public address there, so no way out.
 */
export type TaskNetwork = 'own-address' | 'dynamic-ports' | 'fixed-ports';

/** The ports that Docker takes dynamic ones from on ECS-optimized images. Source: Amazon ECS developer guide, PortMapping. */
export const DYNAMIC_PORTS = ec2.Port.tcpRange(32_768, 65_535);

export function taskNetworkOf({ ports }: ResolvedService, pool: ResolvedNodePool | undefined): TaskNetwork {
  if (pool === undefined) return 'own-address';
  if (pool.singleHost !== undefined) return 'fixed-ports';
  if (ports.every(({ protocol }) => protocol === 'http')) return 'dynamic-ports';
  return pool.publicAddresses ? 'fixed-ports' : 'own-address';
}

export const NETWORK_MODES: Readonly<Record<TaskNetwork, ecs.NetworkMode>> = {
  'own-address': ecs.NetworkMode.AWS_VPC,
  'dynamic-ports': ecs.NetworkMode.BRIDGE,
  'fixed-ports': ecs.NetworkMode.BRIDGE,
};

const TRANSPORTS: Readonly<Record<ServicePort['protocol'], readonly ecs.Protocol[]>> = {
  http: [ecs.Protocol.TCP],
  tcp: [ecs.Protocol.TCP],
  udp: [ecs.Protocol.UDP],
  'tcp-udp': [ecs.Protocol.TCP, ecs.Protocol.UDP],
};

/** The port mappings of a container; ports that other services call by name have one. */
export function portMappings({ ports }: ResolvedService, network: TaskNetwork): ecs.PortMapping[] {
  return ports.flatMap(({ port, protocol }) =>
    TRANSPORTS[protocol].map((transport) => ({
      containerPort: port,
      protocol: transport,
      ...(network === 'fixed-ports' ? { hostPort: port } : {}),
      ...(protocol === 'http' ? { name: portName(port), appProtocol: ecs.AppProtocol.http } : {}),
    })),
  );
}

export function portName(port: number): string {
  return `http-${port}`;
}

/** What a security group has to let through for one port of a service. */
export function reachablePorts({ port, protocol }: ServicePort, network: TaskNetwork): ec2.Port[] {
  if (network === 'dynamic-ports') return [DYNAMIC_PORTS];
  return TRANSPORTS[protocol].map((transport) => (transport === ecs.Protocol.UDP ? ec2.Port.udp(port) : ec2.Port.tcp(port)));
}
