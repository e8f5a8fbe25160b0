import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { ServicePort } from '../../model/service';
import type { Port } from '../entry/network-paths';

/** Transports of a port. Voice signaling uses TCP and UDP on the same port number. */
export function transportsOf({ port, protocol }: ServicePort): Port[] {
  if (protocol === 'tcp-udp')
    return [
      { port, protocol: 'TCP' },
      { port, protocol: 'UDP' },
    ];
  return [{ port, protocol: protocol === 'udp' ? 'UDP' : 'TCP' }];
}

/** Name of a port, such as `http-3000` or `udp-10000`: the same in pods and Services. */
function nameOf({ protocol }: ServicePort, transport: Port): string {
  return `${protocol === 'http' ? 'http' : transport.protocol.toLowerCase()}-${transport.port}`;
}

/** Ports of a service as ports of the container. */
export function containerPorts(ports: readonly ServicePort[]): k8s.ContainerPort[] {
  return ports.flatMap((port) =>
    transportsOf(port).map((transport) => ({
      name: nameOf(port, transport),
      containerPort: transport.port,
      protocol: transport.protocol,
    })),
  );
}

/** Ports of a service as ports of the Kubernetes Service. */
export function servicePorts(ports: readonly ServicePort[]): k8s.ServicePort[] {
  return ports.flatMap((port) =>
    transportsOf(port).map((transport) => ({
      name: nameOf(port, transport),
      port: transport.port,
      targetPort: k8s.IntOrString.fromString(nameOf(port, transport)),
      protocol: transport.protocol,
      ...(port.protocol === 'http' ? { appProtocol: 'http' } : {}),
    })),
  );
}

/** First HTTP port. Undefined without an HTTP port. */
export function httpPortOf(ports: readonly ServicePort[]): ServicePort | undefined {
  return ports.find(({ protocol }) => protocol === 'http');
}

/** Port for the probes: the first HTTP port, else the first TCP port. Undefined if all ports are UDP, which cannot be probed. */
export function probedPort(ports: readonly ServicePort[]): { readonly name: string; readonly isHttp: boolean } | undefined {
  const port = httpPortOf(ports) ?? ports.find(({ protocol }) => protocol !== 'udp');
  const transport = port === undefined ? undefined : transportsOf(port)[0];
  if (port === undefined || transport === undefined) return undefined;
  return { name: nameOf(port, transport), isHttp: port.protocol === 'http' };
}
