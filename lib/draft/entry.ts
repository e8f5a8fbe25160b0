import type { Part, PartPort } from './part';

/** The service that users reach. */
export interface Entry {
  /** The service. */
  readonly target: Part;
  /** Load balancer for it: `application` for HTTP, `network` for everything else. */
  readonly type: 'application' | 'network';
  /** Other services that the source makes public. */
  readonly others: readonly Part[];
}

/** Ports of protocols other than HTTP. Source: IANA Service Name and Transport Protocol Port Number Registry. */
const NOT_HTTP: ReadonlySet<number> = new Set([
  21, 22, 23, 25, 53, 110, 143, 389, 465, 587, 636, 993, 995, 1433, 1883, 3306, 3478, 5060, 5061, 5432, 5671, 5672, 6379, 8883, 9092, 27017,
]);
/** Ports of HTTPS: a load balancer ends TLS. */
const TLS: ReadonlySet<number> = new Set([443, 8443]);

/** Whether a port is HTTP, or is assumed to be. */
export function isHttp({ port, protocol, isHttp: stated }: PartPort): boolean {
  return stated ?? (protocol === 'tcp' && !NOT_HTTP.has(port));
}

/**
 * The ports that a definition has: without HTTPS where there is HTTP, and of the entry service the public ones alone, because a
 * load balancer makes all ports public.
 */
export function definedPorts(part: Part, isEntry: boolean): readonly PartPort[] {
  const open = part.ports.filter(({ isPublic }) => isPublic);
  const ports = isEntry && open.length > 0 ? open : part.ports;
  const hasHttp = ports.some((port) => isHttp(port) && !TLS.has(port.port));
  return hasHttp ? ports.filter(({ port, protocol }) => !(protocol === 'tcp' && TLS.has(port))) : ports;
}

/** Whether users reach a service by UDP alone. A load balancer for it has no port for its health checks, which need TCP. */
export function isPublicByUdpAlone(part: Part): boolean {
  return part.role.kind === 'service' && part.ports.some(({ isPublic }) => isPublic) && !hasTcp(part);
}

function hasTcp(part: Part): boolean {
  return definedPorts(part, true).some(({ protocol }) => protocol === 'tcp');
}

/**
 * The service that users reach, by public ports or behind a proxy; undefined when there is none that a load balancer can lead to. Of
 * several services, it is one that none of the others uses, such as a frontend in front of an API.
 */
export function entryOf(parts: readonly Part[], placed: readonly Part[]): Entry | undefined {
  const services = placed.filter((part) => part.role.kind === 'service' && hasTcp(part));
  const proxies = parts.filter(({ role }) => role.kind === 'proxy');
  const led = services.filter((part) => part.isBehindProxy || proxies.some(({ uses }) => uses.includes(part.name)));
  const open = services.filter(({ ports }) => ports.some(({ isPublic }) => isPublic));
  const candidates = led.length > 0 ? led : open.length > 0 ? open : proxies.length > 0 ? services : [];
  const first = candidates.filter((part) => !candidates.some(({ uses }) => uses.includes(part.name)));
  const inFront = first.length > 0 ? first : candidates;
  const target =
    inFront.find(({ ports }) => ports.some(({ isMain }) => isMain)) ??
    inFront.find((part) => definedPorts(part, true).every(isHttp)) ??
    inFront.find(({ ports }) => ports.some(isHttp)) ??
    inFront[0];
  if (target === undefined) return undefined;
  const type = definedPorts(target, true).every(isHttp) ? 'application' : 'network';
  const others = [...new Set([...candidates, ...open])].filter((part) => part !== target);
  return { target, type, others };
}

/** The other services that have a load balancer for themselves, each with that one. */
export function ownEntriesOf(entry: Entry | undefined): readonly Entry[] {
  const known = new Set(entry?.target.balancers ?? []);
  return (entry?.others ?? []).flatMap((target): readonly Entry[] => {
    if (!hasTcp(target)) return [];
    const own = (target.balancers ?? []).filter((balancer) => !known.has(balancer));
    if (own.length === 0) return [];
    for (const balancer of own) known.add(balancer);
    return [{ target, type: definedPorts(target, true).every(isHttp) ? 'application' : 'network', others: [] }];
  });
}
