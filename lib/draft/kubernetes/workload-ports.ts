import type { ManifestObject, Path } from '../../manifests/manifest-object';
import { at, type Item, itemsAt, stringAt } from '../../manifests/values';
import type { PartPort } from '../part';
import type { Backend } from './backends';
import { addProblem, type ObjectReading, portAt } from './kubernetes-reading';

/** A port of a container, with its name. */
interface NamedPort extends PartPort {
  readonly name?: string;
}

/** Types of Services that users reach from outside the cluster. */
const OPEN = new Set(['LoadBalancer', 'NodePort']);
const MAIN = new Set([80, 443]);

/** The ports of a container and of the Services in front of it. Those that an outside backend or an open Service leads to are public. */
export function portsOf(
  reading: ObjectReading,
  container: Path,
  services: readonly ManifestObject[],
  backends: readonly Backend[],
): readonly PartPort[] {
  const own = itemsAt(reading.object.raw, ...container, 'ports').flatMap((item) => containerPort(reading, item));
  const found = new Map(own.map((port) => [keyOf(port), port as NamedPort]));
  for (const service of services) {
    const type = stringAt(service.raw, 'spec', 'type') ?? '';
    const led = backends.filter((backend) => backend.service === service.name);
    for (const item of itemsAt(service.raw, 'spec', 'ports')) {
      const port = servicePort({ object: service, problems: reading.problems }, item, own);
      if (port === undefined) continue;
      const outside = led.filter(
        (each) => each.port === undefined || each.port === port.outside || each.port === stringAt(item.value, 'name'),
      );
      const isOpen = OPEN.has(type);
      const known = found.get(keyOf(port));
      found.set(keyOf(port), {
        port: port.port,
        protocol: port.protocol,
        isPublic: (known?.isPublic ?? false) || isOpen || outside.length > 0,
        ...httpOf(item, known),
        isMain: (known?.isMain ?? false) || (isOpen && MAIN.has(port.outside)) || outside.some(({ isMain }) => isMain),
      });
    }
  }
  return [...found.values()].map(({ name: _name, ...port }) => port);
}

/** Source: Kubernetes documentation, "Service", "Application protocol". */
const APP_PROTOCOLS: ReadonlyMap<string, boolean> = new Map([
  ...['http', 'https', 'grpc', 'ws', 'kubernetes.io/h2c', 'kubernetes.io/ws', 'kubernetes.io/wss'].map((name) => [name, true] as const),
  ...['tcp', 'tls', 'udp', 'mongo', 'mysql', 'redis', 'postgres'].map((name) => [name, false] as const),
]);

/**
 * `appProtocol`, or else the name of the port with the protocol before a hyphen, such as `grpc` and `http-web`, in the Service or the
 * container. Source: Istio documentation, "Protocol Selection", https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/.
 */
function httpOf({ value }: Item, known: NamedPort | undefined): Pick<PartPort, 'isHttp'> {
  const stated = APP_PROTOCOLS.get(stringAt(value, 'appProtocol')?.toLowerCase() ?? '');
  const isHttp = stated ?? known?.isHttp ?? httpByName(stringAt(value, 'name')) ?? httpByName(known?.name);
  return isHttp === undefined ? {} : { isHttp };
}

function httpByName(name: string | undefined): boolean | undefined {
  return APP_PROTOCOLS.get(name?.toLowerCase().split('-')[0] ?? '');
}

function keyOf({ port, protocol }: Pick<PartPort, 'port' | 'protocol'>): string {
  return `${port}/${protocol}`;
}

function containerPort(reading: ObjectReading, { value, path }: Item): readonly NamedPort[] {
  const port = portAt(reading, [...path, 'containerPort']);
  const protocol = protocolAt(reading, path);
  const name = stringAt(value, 'name');
  return port === undefined || protocol === undefined
    ? []
    : [{ port, protocol, isPublic: false, isMain: false, ...(name !== undefined && { name }) }];
}

function servicePort(reading: ObjectReading, { value, path }: Item, own: readonly NamedPort[]) {
  const outside = portAt(reading, [...path, 'port']);
  const protocol = protocolAt(reading, path);
  const target = at(value, 'targetPort') || undefined;
  // A named port that no container states can be anywhere in the image.
  const inside =
    typeof target === 'string' && !/^\d+$/.test(target) ? own.find(({ name }) => name === target)?.port : Number(target ?? outside);
  return outside === undefined || protocol === undefined || inside === undefined || !Number.isInteger(inside)
    ? undefined
    : { outside, port: inside, protocol };
}

function protocolAt(reading: ObjectReading, path: Path): 'tcp' | 'udp' | undefined {
  const value = at(reading.object.raw, ...path, 'protocol') ?? 'TCP';
  if (value === 'TCP') return 'tcp';
  if (value === 'UDP') return 'udp';
  addProblem(reading, [...path, 'protocol'], { received: JSON.stringify(value), expected: 'TCP or UDP' });
  return undefined;
}
