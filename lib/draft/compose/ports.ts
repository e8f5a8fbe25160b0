import { isPlainObject, own } from '../../core/plain-object';
import { type Problem, shown } from '../../core/problems';
import type { PartPort } from '../part';
import { type ComposeReading, interpolatedText } from './values';

/** `[host:][published:]target[/protocol]`, where the host can be empty. Source: Compose specification, "ports", short syntax. */
const SHORT = /^(?:(\[[^\]]+\]|\d+(?:\.\d+){3}|):)?(?:(\d*(?:-\d+)?):)?(\d+)(?:-(\d+))?(?:\/(tcp|udp))?$/;

/** Addresses that only the host reaches. */
const LOCAL = /^(?:127\.|\[?::1\]?$|localhost$)/;

const MAIN = ['80', '443'];
/** Ranges are written for dynamic ports, such as those of media streams. */
const MAX_RANGE = 20;
const MAX_PORT = 65_535;

const EXPECTED = 'a port such as 8080, "80:8080" or { target: 8080, published: 80 }';

/** The published and the exposed ports of a service. */
export function portsOf(service: object, path: string, { problems }: ComposeReading): readonly PartPort[] {
  const { ports = [], expose = [] } = service as { readonly ports?: unknown; readonly expose?: unknown };
  const found = [
    ...listOf(ports, `${path}.ports`, problems).flatMap((port, index) => published(port, `${path}.ports.${index}`, problems)),
    ...listOf(expose, `${path}.expose`, problems)
      .flatMap((port, index) => published(port, `${path}.expose.${index}`, problems))
      .map((port) => ({ ...port, isPublic: false, isMain: false })),
  ];
  // A port of the host only, and the same port for users, are one port for users.
  return found
    .filter((port, index) => found.findIndex((other) => isSame(port, other)) === index)
    .map((port) => {
      const all = found.filter((other) => isSame(port, other));
      const isPublic = all.some((each) => each.isPublic);
      const isForHost = !isPublic && all.some((each) => each.isForHost);
      return {
        port: port.port,
        protocol: port.protocol,
        isPublic,
        isMain: all.some(({ isMain }) => isMain),
        ...(isForHost && { isForHost }),
      };
    });
}

function isSame(one: PartPort, other: PartPort): boolean {
  return one.port === other.port && one.protocol === other.protocol;
}

function listOf(value: unknown, path: string, problems: Problem[]): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value !== null) problems.push({ path, received: shown(value), expected: 'a list of ports' });
  return [];
}

function published(value: unknown, path: string, problems: Problem[]): PartPort[] {
  if (isPlainObject(value)) {
    const parts = ['host_ip', 'published', 'target', 'protocol'].map((key) => interpolatedText(own(value, key)));
    const [host = '', outside = '', target = '', protocol = ''] = parts;
    return portsIn([host, outside, target, '', protocol || 'tcp'], value, path, problems);
  }
  const [, host = '', outside = '', target = '', last = '', protocol = 'tcp'] = SHORT.exec(interpolatedText(value).trim()) ?? [];
  return portsIn([host, outside, target, last, protocol], value, path, problems);
}

type PortParts = readonly [host: string, outside: string, target: string, last: string, protocol: string];

function portsIn([host, outside, target, last, protocol]: PortParts, value: unknown, path: string, problems: Problem[]): PartPort[] {
  const [from, to] = [Number(target), Number(last === '' ? target : last)];
  if (!/^\d+$/.test(target) || from < 1 || to > MAX_PORT || to < from || (protocol !== 'tcp' && protocol !== 'udp')) {
    problems.push({ path, received: shown(value), expected: EXPECTED });
    return [];
  }
  const isForHost = LOCAL.test(host);
  return Array.from({ length: Math.min(to - from + 1, MAX_RANGE) }, (_, index) => ({
    port: from + index,
    protocol,
    isPublic: !isForHost,
    isMain: !isForHost && MAIN.includes(outside),
    ...(isForHost && { isForHost }),
  }));
}
