import type { Component } from './component';
import type { LoadBalancer } from './load-balancer';
import type { ReferenceProblem } from './reference-problem';
import type { Service } from './service';
import type { ValidComponents, ValidParts } from './valid-parts';

/** A service runs in at most one pool. Whether it needs one depends on the options and is checked elsewhere. */
export function placementProblems(components: ValidComponents): ReferenceProblem[] {
  return Object.entries(components).flatMap(([id, { kind }]) => {
    const pools = Object.keys(components).filter((poolId) => {
      const pool = components[poolId];
      return pool?.kind === 'node-pool' && pool.runs?.includes(id) === true;
    });
    if (kind !== 'service' || pools.length < 2) return [];
    const reason = `is in the pools ${pools.join(' and ')}`;
    return [{ path: ['components', id], input: id, message: 'at most one pool', params: { reason } }];
  });
}

/** References of a valid component that exist and lead nowhere: the stack would have resources that do nothing. */
export function deadEndProblems(
  components: ValidComponents,
  path: readonly (string | number)[],
  component: ValidParts<Component>,
): ReferenceProblem[] {
  if (component.kind === 'load-balancer') return [...targetProblems(components, path, component), ...connectionProblems(path, component)];
  if (component.kind !== 'service') return [];
  const unreachable = (component.uses ?? []).flatMap((target, index) =>
    portsOf(components, target)?.length === 0
      ? [deadEnd([...path, 'uses', index], target, `the service ${target} has no ports`, 'a service with a port, or no entry')]
      : [],
  );
  return [...unreachable, ...queueProblems(path, component), ...maximumProblems(path, component)];
}

/** A number of messages per instance needs a queue. */
function queueProblems(path: readonly (string | number)[], { scaling, worksOn }: ValidParts<Service>): ReferenceProblem[] {
  if (scaling?.queueDepthPerInstance === undefined || worksOn !== undefined) return [];
  const scalingPath = [...path, 'scaling', 'queueDepthPerInstance'];
  return [deadEnd(scalingPath, scaling.queueDepthPerInstance, 'the service works on no queue', 'no value, or the queue in worksOn')];
}

/** Without a target, nothing starts more instances than the minimum. */
function maximumProblems(path: readonly (string | number)[], { instances, scaling }: ValidParts<Service>): ReferenceProblem[] {
  if (instances === undefined || scaling === undefined || instances.min >= instances.max) return [];
  if (Object.values(scaling).some((target) => target !== undefined)) return [];
  const expected = `${instances.min}, or a target in scaling`;
  return [deadEnd([...path, 'instances', 'max'], instances.max, 'scaling has no target that starts more instances', expected)];
}

/** A load balancer forwards the ports of its service, an application load balancer those for HTTP. */
function targetProblems(
  components: ValidComponents,
  path: readonly (string | number)[],
  { type, target = '' }: ValidParts<LoadBalancer>,
): ReferenceProblem[] {
  const ports = portsOf(components, target);
  if (ports === undefined || ports.some(({ protocol }) => type === 'network' || protocol === 'http')) return [];
  const port = type === 'network' ? 'port' : 'port with the protocol http';
  const other = type === 'application' && ports.length > 0 ? ', or type: network' : '';
  return [deadEnd([...path, 'target'], target, `the service ${target} has no ${port}`, `a service with a ${port}${other}`)];
}

/** Settings of HTTP connections, which a network load balancer does not see. */
function connectionProblems(
  path: readonly (string | number)[],
  { type, stickySessions, idleTimeoutSeconds }: ValidParts<LoadBalancer>,
): ReferenceProblem[] {
  if (type !== 'network') return [];
  return Object.entries({ stickySessions, idleTimeoutSeconds }).flatMap(([key, value]) =>
    value === undefined ? [] : [deadEnd([...path, key], value, 'only type: application has it', 'no value, or type: application')],
  );
}

function deadEnd(path: (string | number)[], input: unknown, reason: string, message: string): ReferenceProblem {
  return { path, input, message, params: { reason } };
}

/** Ports of a service; undefined for other components, and where they are invalid. */
function portsOf(components: ValidComponents, id: string): Service['ports'] | undefined {
  const component = Object.hasOwn(components, id) ? components[id] : undefined;
  return component?.kind === 'service' ? component.ports : undefined;
}
