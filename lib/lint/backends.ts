import type { ManifestObject, Path } from '../manifests/manifest-object';
import { namespaceOf } from '../manifests/namespace';
import { itemsAt, itemsOf, numberAt, objectAt, stringAt } from '../manifests/values';
import type { LintContext } from './lint-context';

/** A reference from an Ingress or a Gateway API route to a Service. */
export interface Backend {
  /** The Ingress or route. */
  readonly object: ManifestObject;
  /** Namespace of the Service. */
  readonly namespace: string;
  /** Name of the Service. */
  readonly service: string;
  /** Path of the reference to the Service. */
  readonly path: Path;
  /** Path of the port. */
  readonly portPath: Path;
  /** Number or name of the port. Absent when it is missing. */
  readonly port?: number | string;
}

/** Kinds of routes of the Gateway API. */
export const ROUTES = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'] as const;

/** Port name that the AWS Load Balancer Controller requires for actions in annotations. */
const NO_PORT = 'use-annotation';

/** All references from Ingresses and routes to Services. */
export function backends(context: LintContext): readonly Backend[] {
  return [...context.ofKind('Ingress').flatMap(ingressBackends), ...context.ofKind(...ROUTES).flatMap(routeBackends)];
}

function ingressBackends(object: ManifestObject): readonly Backend[] {
  const rules = itemsAt(object.raw, 'spec', 'rules').flatMap((rule) => itemsOf(rule, 'http', 'paths'));
  const places: readonly Path[] = [['spec', 'defaultBackend'], ...rules.map(({ path }) => [...path, 'backend'])];
  return places.flatMap((place) => {
    const service = objectAt(object.raw, ...place, 'service');
    const name = stringAt(service, 'name');
    const port = numberAt(service, 'port', 'number') ?? stringAt(service, 'port', 'name');
    if (name === undefined || port === NO_PORT) return [];
    const path = [...place, 'service', 'name'];
    return [
      {
        object,
        namespace: namespaceOf(object),
        service: name,
        path,
        portPath: [...place, 'service', 'port'],
        ...(port !== undefined && { port }),
      },
    ];
  });
}

function routeBackends(object: ManifestObject): readonly Backend[] {
  return itemsAt(object.raw, 'spec', 'rules').flatMap((rule) =>
    itemsOf(rule, 'backendRefs').flatMap(({ value, path }) => {
      const name = stringAt(value, 'name');
      const port = numberAt(value, 'port');
      if (name === undefined || (stringAt(value, 'kind') ?? 'Service') !== 'Service' || (stringAt(value, 'group') ?? '') !== '') return [];
      const namespace = stringAt(value, 'namespace') ?? namespaceOf(object);
      return [
        { object, namespace, service: name, path: [...path, 'name'], portPath: [...path, 'port'], ...(port !== undefined && { port }) },
      ];
    }),
  );
}
