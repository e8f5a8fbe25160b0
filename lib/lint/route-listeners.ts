import type { PlainObject } from '../core/plain-object';
import type { ManifestObject } from '../manifests/manifest-object';
import { namespaceOf } from '../manifests/namespace';
import { matches, selectorOf } from '../manifests/selector';
import { type Item, itemsAt, numberAt, objectAt, stringAt, stringsAt } from '../manifests/values';
import { stringsIn } from './field-checks';
import type { LintContext } from './lint-context';

/** Protocols of listeners by the kind of route that they take. Source: Gateway API, `ProtocolType` and "Supported kinds". */
const PROTOCOLS: Readonly<Record<string, readonly string[]>> = {
  HTTPRoute: ['HTTP', 'HTTPS'],
  GRPCRoute: ['HTTP', 'HTTPS'],
  TLSRoute: ['TLS'],
  TCPRoute: ['TCP', 'TLS'],
  UDPRoute: ['UDP'],
};

/** Protocols that the Gateway API defines. A listener of another one may take any route. */
const KNOWN_PROTOCOLS: readonly string[] = ['HTTP', 'HTTPS', 'TLS', 'TCP', 'UDP'];

/** The routes that a listener accepts, where it does not accept this one; undefined for a listener that accepts it. */
export function refusalOf(context: LintContext, route: ManifestObject, gateway: ManifestObject, listener: PlainObject): string | undefined {
  const protocol = stringAt(listener, 'protocol') ?? '';
  const kinds = itemsAt(listener, 'allowedRoutes', 'kinds').flatMap(({ value }) => stringAt(value, 'kind') ?? []);
  if (kinds.length > 0 && !kinds.includes(route.kind)) return `routes of the kind ${kinds.join(', ')}`;
  if (KNOWN_PROTOCOLS.includes(protocol) && PROTOCOLS[route.kind]?.includes(protocol) === false)
    return `routes for the protocol ${protocol}`;
  if (!takesNamespace(context, route, gateway, listener)) return `routes of ${namespacesText(listener, gateway)}`;
  const [own, host] = [stringsIn(route.raw, 'spec', 'hostnames'), stringAt(listener, 'hostname') ?? ''];
  const isOpen = own.length === 0 || host === '' || own.some((name) => intersect(name.toLowerCase(), host.toLowerCase()));
  return isOpen ? undefined : `routes for the host name ${host}`;
}

/** The listeners of a Gateway that a reference of a route selects. */
export function selectedListeners(gateway: ManifestObject, reference: PlainObject): readonly Item[] {
  const [section, port] = [stringAt(reference, 'sectionName'), numberAt(reference, 'port')];
  return itemsAt(gateway.raw, 'spec', 'listeners').filter(
    ({ value }) => (section === undefined || value.name === section) && (port === undefined || value.port === port),
  );
}

/** Whether the namespace of a route may use a listener. Unknown labels of a namespace count as accepted. */
function takesNamespace(context: LintContext, route: ManifestObject, gateway: ManifestObject, listener: PlainObject): boolean {
  const namespaces = objectAt(listener, 'allowedRoutes', 'namespaces');
  const from = stringAt(namespaces, 'from') ?? 'Same';
  if (namespaceOf(route) === namespaceOf(gateway)) return from !== 'None';
  if (from !== 'Selector') return from === 'All';
  const [selector, namespace] = [selectorOf(namespaces.selector), context.find('Namespace', '', namespaceOf(route))];
  if (selector === undefined || namespace === undefined) return true;
  return matches(selector, { ...stringsAt(namespace.raw, 'metadata', 'labels'), 'kubernetes.io/metadata.name': namespace.name });
}

/** Whether two host names, each of which may start with `*.`, have a name in common. */
function intersect(a: string, b: string): boolean {
  if (a.startsWith('*.') && b.startsWith('*.')) return a.endsWith(b.slice(1)) || b.endsWith(a.slice(1));
  if (a.startsWith('*.')) return b.endsWith(a.slice(1));
  return b.startsWith('*.') ? a.endsWith(b.slice(1)) : a === b;
}

function namespacesText(listener: PlainObject, gateway: ManifestObject): string {
  const from = stringAt(listener, 'allowedRoutes', 'namespaces', 'from') ?? 'Same';
  return from === 'Same' ? `namespace ${namespaceOf(gateway)}` : `namespaces from: ${from}`;
}
