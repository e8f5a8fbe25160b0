import { didYouMean, type Problem, shown } from '../core/problems';
import type { Component, ComponentKind } from '../model/component';
import { gainedService } from '../model/gpu-services';
import type { Service } from '../model/service';
import type { Tier } from '../model/tier';
import { gpuProblems } from './gpu-problems';

/** Problems of references of components: every id that a component names must exist and be of a suitable kind. */
export function referenceProblems(tier: Pick<Tier, 'components' | 'gpu'>): Problem[] {
  const { components } = tier;
  const gained = gainedService(tier)?.id;
  return Object.entries(components).flatMap(([id, component]) => [
    ...referencesOf(component).flatMap(({ field, target, kinds }) =>
      target === gained
        ? [gainedTargetProblem(`components.${id}.${field}`, target)]
        : problemWith(components, `components.${id}.${field}`, target, kinds),
    ),
    ...(component.kind === 'service' ? placementProblems(components, `components.${id}`, id) : []),
    ...deadEndProblems(components, `components.${id}`, component),
  ]);
}

/** Components that exist with every option cannot refer to one that exists only with a GPU. */
function gainedTargetProblem(path: string, target: string): Problem {
  return {
    path,
    reason: `${target} is gpu.service, which the tier has only with a GPU`,
    expected: `its callers in gpu.usedBy, or ${target} in components with gpus`,
  };
}

/** Problems of the tier itself: replicated components, and its services with GPUs. */
export function tierReferenceProblems(tier: Tier): Problem[] {
  const replicated = (tier.regions?.replicates ?? []).flatMap((target, index) =>
    problemWith(tier.components, `regions.replicates.${index}`, target, REPLICABLE),
  );
  return [...replicated, ...gainedReferenceProblems(tier), ...gpuProblems(tier)];
}

/** References of the service that the tier has only with a GPU, and its callers. */
function gainedReferenceProblems(tier: Tier): Problem[] {
  const gained = gainedService(tier);
  if (gained === undefined) return [];
  const { components } = tier;
  return [
    ...gained.usedBy.flatMap((target, index) => problemWith(components, `gpu.usedBy.${index}`, target, ['service'])),
    ...referencesOf(gained.service).flatMap(({ field, target, kinds }) => problemWith(components, `gpu.service.${field}`, target, kinds)),
    ...deadEndProblems(components, 'gpu.service', gained.service),
  ];
}

interface Reference {
  readonly field: string;
  readonly target: string;
  readonly kinds: readonly ComponentKind[];
}

const USABLE: readonly ComponentKind[] = ['service', 'database', 'cache', 'document-store', 'vector-store', 'bucket', 'queue', 'external'];
const REPLICABLE: readonly ComponentKind[] = ['database', 'cache', 'document-store', 'bucket'];
const RUNNABLE: readonly ComponentKind[] = ['service', 'database', 'cache', 'document-store', 'vector-store'];

function referencesOf(component: Component): Reference[] {
  switch (component.kind) {
    case 'service': {
      const uses = component.uses.map((target, index) => ({ field: `uses.${index}`, target, kinds: USABLE }));
      return component.worksOn === undefined ? uses : [...uses, { field: 'worksOn', target: component.worksOn, kinds: ['queue'] }];
    }
    case 'node-pool':
      return component.runs.map((target, index) => ({ field: `runs.${index}`, target, kinds: RUNNABLE }));
    case 'load-balancer':
      return [{ field: 'target', target: component.target, kinds: ['service'] }];
    case 'cdn':
      return [{ field: 'origin', target: component.origin, kinds: ['bucket'] }];
    case 'database':
    case 'cache':
    case 'document-store':
    case 'vector-store':
    case 'bucket':
    case 'queue':
    case 'external':
      return [];
  }
}

function problemWith(
  components: Readonly<Record<string, Component>>,
  path: string,
  target: string,
  kinds: readonly ComponentKind[],
): Problem[] {
  const component = Object.hasOwn(components, target) ? components[target] : undefined;
  if (component !== undefined && kinds.includes(component.kind)) return [];
  const expected = Object.keys(components).filter((id) => kinds.includes(components[id]?.kind ?? 'external'));
  const suggestion = didYouMean(target, expected);
  return [
    {
      path,
      ...(component === undefined ? { received: shown(target) } : { reason: `${shown(target)} is a ${component.kind}` }),
      expected: expected.length === 0 ? `the id of a ${kinds.join(' or ')}` : `one of ${expected.join(', ')}`,
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ];
}

/** A service runs in at most one pool. Whether it needs one depends on the options and is checked elsewhere. */
function placementProblems(components: Readonly<Record<string, Component>>, path: string, id: string): Problem[] {
  const pools = Object.keys(components).filter((poolId) => {
    const pool = components[poolId];
    return pool?.kind === 'node-pool' && pool.runs.includes(id);
  });
  return pools.length < 2 ? [] : [{ path, reason: `is in the pools ${pools.join(' and ')}`, expected: 'at most one pool' }];
}

/** References that exist and lead nowhere: the stack would have resources that do nothing. */
function deadEndProblems(components: Readonly<Record<string, Component>>, path: string, component: Component): Problem[] {
  if (component.kind === 'load-balancer') return targetProblems(components, path, component);
  if (component.kind !== 'service') return [];
  const unreachable = component.uses.flatMap((target, index) =>
    portsOf(components, target)?.length === 0
      ? [{ path: `${path}.uses.${index}`, reason: `the service ${target} has no ports`, expected: 'a service with a port, or no entry' }]
      : [],
  );
  if (component.scaling.queueDepthPerInstance === undefined || component.worksOn !== undefined) return unreachable;
  const reason = 'the service works on no queue';
  return [...unreachable, { path: `${path}.scaling.queueDepthPerInstance`, reason, expected: 'no value, or the queue in worksOn' }];
}

/** A load balancer forwards the ports of its service, an application load balancer those for HTTP. */
function targetProblems(
  components: Readonly<Record<string, Component>>,
  path: string,
  { type, target }: Extract<Component, { kind: 'load-balancer' }>,
): Problem[] {
  const ports = portsOf(components, target);
  if (ports === undefined || ports.some(({ protocol }) => type === 'network' || protocol === 'http')) return [];
  const port = type === 'network' ? 'port' : 'port with the protocol http';
  const other = type === 'application' && ports.length > 0 ? ', or type: network' : '';
  return [{ path: `${path}.target`, reason: `the service ${target} has no ${port}`, expected: `a service with a ${port}${other}` }];
}

/** Ports of a service; undefined for other components. */
function portsOf(components: Readonly<Record<string, Component>>, id: string): Service['ports'] | undefined {
  const component = Object.hasOwn(components, id) ? components[id] : undefined;
  return component?.kind === 'service' ? component.ports : undefined;
}
