import { barePart } from '../bare-part';
import { gibOfBytes } from '../gib-of-bytes';
import { hostsOf } from '../hosts';
import { imageRole } from '../image-role';
import type { Part, PartPort } from '../part';
import { statedSize } from '../stated-size';
import { bytesOf, type ScoreContainer, type ScoreResource, type ScoreWorkload, vcpuOf } from './workload-schema';

/** Names of the other workloads and resources of the source of a workload. */
export interface WorkloadNeighbors {
  /** Names of all workloads. */
  readonly workloads: readonly string[];
  /** Names of the parts of its resources. */
  readonly resources: readonly string[];
}

/** The part of a workload: requests of its containers, ports, health path, and the parts that it uses. */
export function workloadPart({ metadata, service, containers, resources }: ScoreWorkload, neighbors: WorkloadNeighbors): Part {
  const all = Object.values(containers);
  const main = all.find(({ image }) => !['omitted', 'proxy'].includes(imageRole(image).kind)) ?? all[0];
  const role = main === undefined ? ({ kind: 'service' } as const) : imageRole(main.image);
  const counted = role.kind === 'service' ? all : all.filter((each) => each === main);
  const vcpu = sumOf(counted, main, vcpusOf);
  const bytes = sumOf(counted, main, memoryBytesOf);
  const named = Object.entries(resources ?? {});
  const healthPath = (main?.readinessProbe ?? main?.livenessProbe)?.httpGet?.path;
  const notRead = named.flatMap(([name, { type }]) => (NOT_READ.has(type) ? [`resources.${name} (${type})`] : []));
  return {
    ...barePart(metadata.name, role),
    ...(vcpu !== undefined && { vcpu: statedSize(vcpu) }),
    ...(bytes !== undefined && { memoryGib: gibOfBytes(bytes) }),
    isCountUnstated: true,
    ports: portsOf(
      service?.ports ?? {},
      named.map(([, resource]) => resource),
    ),
    ...(healthPath?.startsWith('/') && { healthPath }),
    uses: [...new Set([...neighbors.resources, ...workloadsUsed(metadata.name, all, named, neighbors.workloads)])],
    ...(notRead.length > 0 && { notRead }),
  };
}

/** Types of resources whose settings are not in a definition. */
const NOT_READ = new Set(['environment', 'volume', 'horizontal-pod-autoscaler']);

/** The sum over containers; undefined when the main container has none, because the others are no size of a service. */
function sumOf(
  containers: readonly ScoreContainer[],
  main: ScoreContainer | undefined,
  amountOf: (container: ScoreContainer) => number | undefined,
): number | undefined {
  if (main === undefined || amountOf(main) === undefined) return undefined;
  return containers.reduce((total, each) => total + (amountOf(each) ?? 0), 0);
}

/** The request of a container, or else its limit, as in Kubernetes. */
function vcpusOf({ resources }: ScoreContainer): number | undefined {
  const amount = resources?.requests?.cpu ?? resources?.limits?.cpu;
  return amount === undefined ? undefined : vcpuOf(amount);
}

function memoryBytesOf({ resources }: ScoreContainer): number | undefined {
  const amount = resources?.requests?.memory ?? resources?.limits?.memory;
  return amount === undefined ? undefined : bytesOf(amount);
}

/** Ports in the container. Those that a route leads to, by number or name, are public. */
function portsOf(
  ports: NonNullable<NonNullable<ScoreWorkload['service']>['ports']>,
  resources: readonly ScoreResource[],
): readonly PartPort[] {
  const routes = resources.filter(({ type }) => type === 'route').map(({ params }) => params ?? {});
  const found = Object.entries(ports).map(([name, { port, targetPort, protocol }]) => {
    const led = routes.filter((route) => String(route.port) === name || String(route.port) === String(port));
    return {
      port: targetPort ?? port,
      protocol: protocol === 'UDP' ? ('udp' as const) : ('tcp' as const),
      isPublic: led.length > 0,
      isMain: led.some(({ path = '/' }) => path === '/'),
    };
  });
  const isSame = (one: PartPort, other: PartPort) => one.port === other.port && one.protocol === other.protocol;
  return found
    .filter((port, index) => found.findIndex((other) => isSame(port, other)) === index)
    .map((port) => {
      const same = found.filter((other) => isSame(port, other));
      return { ...port, isPublic: same.some(({ isPublic }) => isPublic), isMain: same.some(({ isMain }) => isMain) };
    });
}

/** Other workloads that a `service-port` or an address in a variable names. */
function workloadsUsed(
  own: string,
  containers: readonly ScoreContainer[],
  resources: readonly (readonly [name: string, resource: ScoreResource])[],
  workloads: readonly string[],
): readonly string[] {
  const ports = resources.flatMap(([, { type, params }]) => (type === 'service-port' ? [String(params?.workload ?? '')] : []));
  const hosts = containers.flatMap(({ variables = {} }) => Object.values(variables)).flatMap(hostsOf);
  return workloads.filter((name) => name !== own && (ports.includes(name) || hosts.includes(name)));
}
