import { BACKUP_STORAGE } from './backup-storage';
import { GPU_POOLS, gainedService, gpuPoolsOf } from './gpu-services';
import type { Tier } from './tier';

/** A component id that cannot be used, as a zod issue. */
export interface ComponentIdProblem {
  /** Path in the system. */
  readonly path: (string | number)[];
  /** The id. */
  readonly input: string;
  /** The expected value. */
  readonly message: string;
  /** Why the id cannot be used: the part of the stack that has this name. */
  readonly params: { readonly reason: string };
}

/** The parts of a system that the ids of its components depend on. */
export interface ComponentIdParts {
  /** Tiers. */
  readonly tiers: readonly Pick<Tier, 'id' | 'components' | 'gpu' | 'singleHost'>[];
}

/** Id of the node pool that the option `topology=single-host` adds. */
export const SINGLE_HOST_POOL = 'host';
/** Id of the node pool that the option `dataStores` adds. */
export const DATA_POOL = 'data-nodes';

/** Names that every stack gives to its own parts, next to the components, with the part. */
const RESERVED: Readonly<Record<string, string>> = {
  network: 'the VPC of the stack',
  cluster: 'the ECS or EKS cluster of the stack',
  observability: 'the bucket for access logs of the stack',
  // The CDK keeps the constructs of a stack in an object, by their ids: `There is already a Construct with name 'constructor'`.
  constructor: 'a property of every JavaScript object',
  [BACKUP_STORAGE]: 'the bucket for dumps of the stack',
  [DATA_POOL]: 'the node pool of the option dataStores',
};

/** Names of the files of objects that every chart has. An external service has at most a network policy. */
const RESERVED_IN_CHARTS: Readonly<Record<string, string>> = {
  namespace: 'the file with the namespace in Kubernetes manifests',
  shared: 'the file with the shared objects in Kubernetes manifests',
  monitoring: 'the file with the alerts in Kubernetes manifests',
};

/** Ids that no component can have in any system, also with options. */
export const RESERVED_IDS: readonly string[] = [
  ...Object.keys(RESERVED),
  ...Object.keys(RESERVED_IN_CHARTS),
  ...GPU_POOLS,
  SINGLE_HOST_POOL,
];

/**
 * Component ids that are names of other parts of a stack: constructs, stack outputs and charts are named by component id, and two
 * of one name cannot be created.
 */
export function componentIdProblems(system: ComponentIdParts): ComponentIdProblem[] {
  const reserved = new Map([...Object.entries(RESERVED), ...addedPools(system)]);
  return system.tiers.flatMap((tier, index) => {
    const ids = Object.keys(tier.components);
    return ids.flatMap((id, position) => {
      const reason =
        reservedReason(id, reserved) ??
        chartReason(id, tier) ??
        gpuReason(id, tier) ??
        poolReason(id, tier, system) ??
        outputReason(id, ids.slice(0, position));
      return reason === undefined
        ? []
        : [{ path: ['tiers', index, 'components', id], input: id, message: 'another id of the component', params: { reason } }];
    });
  });
}

/** Node pools that options add to a tier of the system. */
function addedPools({ tiers }: ComponentIdParts): [string, string][] {
  return [
    ...tiers.flatMap((tier) => [...gpuPoolsOf(tier).keys()].map((id): [string, string] => [id, 'the node pool of services with GPUs'])),
    ...(tiers.some(({ singleHost }) => singleHost)
      ? [[SINGLE_HOST_POOL, 'the node pool of the option topology=single-host'] as [string, string]]
      : []),
  ];
}

function reservedReason(id: string, reserved: ReadonlyMap<string, string>): string | undefined {
  const part = reserved.get(id);
  return part === undefined ? undefined : `${id} is the name of ${part}`;
}

function chartReason(id: string, { components }: Pick<Tier, 'components'>): string | undefined {
  return components[id]?.kind === 'external' ? undefined : reservedReason(id, new Map(Object.entries(RESERVED_IN_CHARTS)));
}

function gpuReason(id: string, tier: Pick<Tier, 'gpu'>): string | undefined {
  return gainedService(tier)?.id === id ? `${id} is the service of the option gpu (gpu.id)` : undefined;
}

/** The stack of a tier has the node pools of the other tiers too, without instances. */
function poolReason(id: string, tier: ComponentIdParts['tiers'][number], { tiers }: ComponentIdParts): string | undefined {
  if (tier.components[id]?.kind === 'node-pool') return undefined;
  const other = tiers.find(({ components }) => components[id]?.kind === 'node-pool');
  return other === undefined ? undefined : `${id} is a node pool in tier ${other.id}, and the stack of every tier has that pool`;
}

/** `api-1` and `api1` would both have the stack output `Api1Endpoint`. */
function outputReason(id: string, others: readonly string[]): string | undefined {
  const same = others.find((other) => withoutNumberHyphens(other) === withoutNumberHyphens(id));
  return same === undefined ? undefined : `stack outputs of ${id} have the same names as those of ${same}`;
}

/** Part of the names of the stack outputs of a component: the same for `api-1` and `api1`. */
export function withoutNumberHyphens(id: string): string {
  return id.replace(/-(?=\d)/g, '');
}
