import type { ManifestObject } from '../../manifests/manifest-object';
import { at, type Item, itemsAt, itemsOf, objectAt, stringAt } from '../../manifests/values';

/** A Service to which users are led from outside. */
export interface Backend {
  /** Name of the Service. */
  readonly service: string;
  /** Number or name of its port; absent when the source has none. */
  readonly port?: string | number;
  /** Whether it answers the path `/`. */
  readonly isMain: boolean;
}

const ROUTES = new Set(['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute']);

/** The backends of an Ingress, a route of a Gateway, a VirtualService of Istio or an IngressRoute of Traefik; empty for every other object. */
export function backendsOf({ kind, raw }: ManifestObject): readonly Backend[] {
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
