import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { ServicePort } from '../../model/service';
import type { Port } from '../entry/network-paths';

/** The transports of a port: voice signalling takes both on one number. */
export function transportsOf({ port, protocol }: ServicePort): Port[] {
  if (protocol === 'tcp-udp')
    return [
      { port, protocol: 'TCP' },
      { port, protocol: 'UDP' },
    ];
  return [{ port, protocol: protocol === 'udp' ? 'UDP' : 'TCP' }];
}

/** `http-3000`, `udp-10000`: one name for each transport, the same in pods and Services. */
function nameOf({ protocol }: ServicePort, transport: Port): string {
  return `${protocol === 'http' ? 'http' : transport.protocol.toLowerCase()}-${transport.port}`;
}

/** Ports of a service as container ports. */
export function containerPorts(ports: readonly ServicePort[]): k8s.ContainerPort[] {
  return ports.flatMap((port) =>
    transportsOf(port).map((transport) => ({
      name: nameOf(port, transport),
      containerPort: transport.port,
      protocol: transport.protocol,
    })),
  );
}

/** Ports of a service as ports of its Service. */
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

/** Name of the first port that speaks HTTP. */
export function httpPortOf(ports: readonly ServicePort[]): ServicePort | undefined {
  return ports.find(({ protocol }) => protocol === 'http');
}

/** Name of the port that is asked whether the service lives; UDP answers nobody. */
export function probedPort(ports: readonly ServicePort[]): { readonly name: string; readonly isHttp: boolean } | undefined {
  const port = httpPortOf(ports) ?? ports.find(({ protocol }) => protocol !== 'udp');
  const transport = port === undefined ? undefined : transportsOf(port)[0];
  if (port === undefined || transport === undefined) return undefined;
  return { name: nameOf(port, transport), isHttp: port.protocol === 'http' };
}
