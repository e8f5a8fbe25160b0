import type { ManifestObject } from '../../manifests/manifest-object';
import { at, type Item, itemsAt, itemsOf, objectAt, stringAt, stringsAt } from '../../manifests/values';

/** A Service to which users are led from outside. */
export interface Backend {
  /** Name of the Service. */
  readonly service: string;
  /** Number or name of its port; absent when the source has none. */
  readonly port?: string | number;
  /** Whether it answers the path `/`. */
  readonly isMain: boolean;
  /** Name of the load balancer in front of it; absent when all Ingresses share that of their controller. */
  readonly balancer?: string;
}

const ROUTES = new Set(['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute']);

/** Annotation that puts several Ingresses behind one load balancer. Source: AWS Load Balancer Controller, "IngressGroup". */
const GROUP = 'alb.ingress.kubernetes.io/group.name';

/** The load balancer that an object makes, or is a route of; undefined for one that its controller shares. */
function balancerOf({ kind, name, raw }: ManifestObject): string | undefined {
  if (kind === 'Ingress') {
    const annotations = stringsAt(raw, 'metadata', 'annotations');
    const ingressClass = stringAt(raw, 'spec', 'ingressClassName') ?? annotations['kubernetes.io/ingress.class'];
    return ingressClass === 'alb' ? `Ingress ${annotations[GROUP] ?? name}` : undefined;
  }
  const [parent] = itemsAt(raw, 'spec', 'parentRefs');
  const gateway = parent === undefined ? undefined : stringAt(parent.value, 'name');
  return gateway === undefined ? undefined : `Gateway ${gateway}`;
}

/** The backends of an object with the load balancer in front of them; empty for one that leads to none. */
export function backendsOf(object: ManifestObject): readonly Backend[] {
  const balancer = balancerOf(object);
  return ledTo(object).map((each) => ({ ...each, ...(balancer !== undefined && { balancer }) }));
}

/** The backends of an Ingress, a route of a Gateway, a VirtualService of Istio or an IngressRoute of Traefik; empty for every other object. */
function ledTo({ kind, raw }: ManifestObject): readonly Backend[] {
  if (kind === 'Ingress') {
    const fallback = objectAt(raw, 'spec', 'defaultBackend');
    const paths = itemsAt(raw, 'spec', 'rules').flatMap((rule) => itemsOf(rule, 'http', 'paths'));
    return [
      ...ingressBackend(fallback, true),
      ...paths.flatMap(({ value }) => ingressBackend(objectAt(value, 'backend'), isRoot(stringAt(value, 'path')))),
    ];
  }
  if (ROUTES.has(kind)) {
    return itemsAt(raw, 'spec', 'rules').flatMap((rule) =>
      itemsOf(rule, 'backendRefs').flatMap(({ value }) => backend(at(value, 'name'), at(value, 'port'), matchesRoot(rule))),
    );
  }
  if (kind === 'VirtualService') {
    return itemsAt(raw, 'spec', 'http').flatMap((rule) =>
      itemsOf(rule, 'route').flatMap(({ value }) =>
        backend(
          hostName(stringAt(value, 'destination', 'host')),
          at(value, 'destination', 'port', 'number'),
          itemsOf(rule, 'match').length === 0,
        ),
      ),
    );
  }
  if (kind === 'IngressRoute') {
    return itemsAt(raw, 'spec', 'routes').flatMap((rule) =>
      itemsOf(rule, 'services').flatMap(({ value }) =>
        backend(at(value, 'name'), at(value, 'port'), !/\bPath/.test(stringAt(rule.value, 'match') ?? '')),
      ),
    );
  }
  return [];
}

function ingressBackend(value: object, isMain: boolean): readonly Backend[] {
  const port = at(value, 'service', 'port', 'number') ?? at(value, 'service', 'port', 'name') ?? at(value, 'servicePort');
  return backend(at(value, 'service', 'name') ?? at(value, 'serviceName'), port, isMain);
}

function backend(service: unknown, port: unknown, isMain: boolean): readonly Backend[] {
  if (typeof service !== 'string') return [];
  return [{ service, isMain, ...((typeof port === 'string' || typeof port === 'number') && { port }) }];
}

function matchesRoot(rule: Item): boolean {
  const matches = itemsOf(rule, 'matches');
  return matches.length === 0 || matches.some(({ value }) => isRoot(stringAt(value, 'path', 'value')));
}

function isRoot(path: string | undefined): boolean {
  return path === undefined || path === '/' || path === '/*' || path === '';
}

function hostName(host: string | undefined): string | undefined {
  return host?.split('.')[0];
}
