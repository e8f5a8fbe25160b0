import type { PlainObject } from '../../core/plain-object';
import { own } from '../../core/plain-object';
import { gibOfBytes } from '../gib-of-bytes';
import { cacheUseOf, maxMemoryBytes } from '../kubernetes/cache-use';
import type { FoundPart } from '../kubernetes/found-part';
import { namedBy, namedResources, outsideHostsOf } from '../kubernetes/named-resources';
import { withStoresJoined } from '../kubernetes/store-groups';
import type { Part } from '../part';
import { settingsOf } from './connections';
import { interpolatedText } from './values';

/**
 * The parts of a Compose file with the facts that only all services together show: a primary and its replicas are one database, a Redis that
 * holds jobs is a queue, buckets, queues and hosts of AWS that variables name are parts or notes, and ports for the host are public where
 * no other ports are.
 */
export function wholeSystem(parts: readonly Part[], services: Readonly<Record<string, PlainObject>>): readonly Part[] {
  const found = parts.map((part): FoundPart => {
    const service = own(services, part.name) as PlainObject | undefined;
    return {
      part,
      hosts: [],
      settings: service === undefined ? [] : settingsOf(service),
      isOwnHost: (host) => host === part.name,
      isReadHost: () => false,
    };
  });
  const commands = new Map(Object.entries(services).map(([name, service]) => [name, commandOf(service)]));
  const joined = withStoresJoined(found, ({ part }) => commands.get(part.name) ?? '');
  const used = joined.map((each) => withUse(each, joined, commands));
  const named = namedResources(used.flatMap(({ settings }) => settings));
  const hasBuckets = used.some(({ part }) => part.role.kind === 'bucket');
  const resources = named.filter(({ part }) => !(part.name in services) && !(hasBuckets && part.role.kind === 'bucket'));
  const resourceNames = new Set(resources.map(({ part }) => part.name));
  const linked = used.map((each): Part => {
    const stores = each.part.uses.map((name) => used.find((other) => other.isOwnHost(name))?.part.name ?? name);
    const outsideHosts = outsideHostsOf(each.settings);
    const servers = each.part.instances.min;
    return {
      ...each.part,
      uses: [...new Set([...stores, ...namedBy(each).filter((name) => resourceNames.has(name))])].filter((name) => name !== each.part.name),
      ...(outsideHosts.length > 0 && { outsideHosts }),
      ...(each.part.role.kind === 'database' && servers > 1 && { assumedStandbys: 0 }),
    };
  });
  return [...withHostProxy(linked), ...resources.map(({ part }) => part)];
}

/** The parts, with the ports for a proxy on the host as public ones where the file publishes none for users. */
function withHostProxy(parts: readonly Part[]): readonly Part[] {
  const isReached = ({ role, ports, isBehindProxy }: Part) =>
    role.kind === 'proxy' || (role.kind === 'service' && (isBehindProxy || ports.some(({ isPublic }) => isPublic)));
  if (parts.some(isReached)) return parts;
  return parts.map((part) => {
    if (part.role.kind !== 'service' || !part.ports.some(({ isForHost }) => isForHost)) return part;
    const ports = part.ports.map((port) => ({ ...port, isPublic: port.isForHost === true }));
    return { ...part, ports, isHostProxyAssumed: true };
  });
}

/** The use and the memory for data of a server of Redis. */
function withUse(found: FoundPart, others: readonly FoundPart[], commands: ReadonlyMap<string, string>): FoundPart {
  if (found.part.role.kind !== 'cache') return found;
  const command = commands.get(found.part.name) ?? '';
  const use = cacheUseOf(found, { others, jobHosts: [], texts: [command] });
  if (use === 'queue') return { ...found, part: { ...found.part, role: { kind: 'queue' } } };
  const bytes = maxMemoryBytes([command]);
  return {
    ...found,
    part: {
      ...found.part,
      ...(bytes !== undefined && { memoryGib: gibOfBytes(bytes) }),
      ...(use !== 'cache' && { isCacheAssumed: true }),
    },
  };
}

function commandOf(service: PlainObject): string {
  const command = own(service, 'command');
  return Array.isArray(command) ? command.map(interpolatedText).join(' ') : interpolatedText(command);
}
