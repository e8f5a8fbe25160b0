import type { QuotaKey } from '../catalog/service-quotas';
import { sameValueKey } from '../check/check-context';
import { itemsAt, rawAt, stringAt } from '../check/values';
import { type AppliedObject, appliedObjectsOf } from '../cloudformation/applied-objects';
import type { QuotaCount, QuotaUse } from './quota-use';

/** A load balancer of a stack. */
export const loadBalancer: QuotaCount = ({ properties }) => {
  const type = stringAt(properties, 'Type') ?? 'application';
  if (type === 'gateway') return [];
  return [
    counted(type === 'network' ? 'networkBalancers' : 'applicationBalancers', type === 'network' || type === 'application' ? 1 : undefined),
  ];
};

/** The load balancers and target groups that AWS Load Balancer Controller creates for the objects of a cluster. */
export const appliedBalancers: QuotaCount = (resource) => {
  const objects = appliedObjectsOf(resource);
  if (objects !== undefined) return objects.flatMap(usesOf);
  return (['applicationBalancers', 'networkBalancers', 'targetGroups'] as const).map((quota) => counted(quota, undefined));
};

/** Source: AWS Load Balancer Controller, guides of Service, Ingress and Gateway: a target group for each port or backend. */
function usesOf(object: AppliedObject): readonly QuotaUse[] {
  const { kind, spec } = object;
  if (kind === 'Gateway') return [counted('applicationBalancers', 1)];
  if (kind === 'Ingress') return [counted('applicationBalancers', 1), counted('targetGroups', different(ingressBackends(spec)))];
  if (kind === 'HTTPRoute') return [counted('targetGroups', different(routeBackends(spec)))];
  if (kind !== 'Service' || stringAt(spec, 'type') !== 'LoadBalancer') return [];
  const ports = itemsAt(spec, 'ports');
  // The controller may serve TCP and UDP of one port with one target group.
  const numbers = new Set(ports.map((port) => stringAt(port, 'port')));
  return [counted('networkBalancers', 1), { quota: 'targetGroups', min: numbers.size, max: ports.length }];
}

function routeBackends(spec: unknown): readonly unknown[] {
  return itemsAt(spec, 'rules').flatMap((rule) => itemsAt(rule, 'backendRefs'));
}

function ingressBackends(spec: unknown): readonly unknown[] {
  const paths = itemsAt(spec, 'rules').flatMap((rule) => itemsAt(rule, 'http', 'paths'));
  return [rawAt(spec, 'defaultBackend'), ...paths.map((path) => rawAt(path, 'backend'))].filter((backend) => backend !== undefined);
}

function different(values: readonly unknown[]): number {
  return new Set(values.map(sameValueKey)).size;
}

function counted(quota: QuotaKey, count: number | undefined): QuotaUse {
  return { quota, min: count, max: count };
}
