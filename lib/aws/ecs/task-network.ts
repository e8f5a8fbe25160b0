import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { ResolvedNetwork } from '../../blueprint/blueprint';
import type { ResolvedNodePool, ResolvedService } from '../../blueprint/resolved-component';
import { hasFixedPorts } from '../../conventions/task-replacement';
import type { ServicePort } from '../../model/service';

/**
 * Network of a task.
 * - `own-address`: a network interface and security group per task (`awsvpc`). Fargate supports nothing else. On EC2
 *   instances it is used in systems whose services must not share a security group, for UDP, and for ports that are both TCP
 *   and UDP: with dynamic ports, the two port numbers would differ, and a network load balancer could not forward both to the task.
 * - `dynamic-ports`: any free port of the instance (`bridge`), so that several tasks of a service can share an instance and
 *   no task needs a network interface.
 * - `fixed-ports`: the same port on the instance (`bridge`), at most one task per instance. Used for instances with public
 *   addresses: there, ECS assigns no public address to tasks with a network interface, so they could not reach the internet.
 */
export type TaskNetwork = 'own-address' | 'dynamic-ports' | 'fixed-ports';

/** Range of dynamic host ports on ECS-optimized AMIs. Source: Amazon ECS API reference, PortMapping. */
export const DYNAMIC_PORTS = ec2.Port.tcpRange(32_768, 65_535);

/** The network of the tasks of a service; `pool` is undefined on Fargate. */
export function taskNetworkOf(
  { ports }: ResolvedService,
  pool: ResolvedNodePool | undefined,
  { tasksHaveInterfaces }: Pick<ResolvedNetwork, 'tasksHaveInterfaces'>,
): TaskNetwork {
  if (pool === undefined || tasksHaveInterfaces) return 'own-address';
  if (hasFixedPorts(ports, { isSingleHost: pool.singleHost !== undefined, isPublic: pool.publicAddresses })) return 'fixed-ports';
  return ports.every(({ protocol }) => protocol === 'http') ? 'dynamic-ports' : 'own-address';
}

/** ECS network mode by task network. */
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

/** The port mappings of a container. HTTP ports have a name, which Service Connect requires. */
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

/** Name of a port mapping: `http-8080`. */
export function portName(port: number): string {
  return `http-${port}`;
}

/** Ports that a security group must allow for one port of a service. */
export function reachablePorts({ port, protocol }: ServicePort, network: TaskNetwork): ec2.Port[] {
  if (network === 'dynamic-ports') return [DYNAMIC_PORTS];
  return TRANSPORTS[protocol].map((transport) => (transport === ecs.Protocol.UDP ? ec2.Port.udp(port) : ec2.Port.tcp(port)));
}
