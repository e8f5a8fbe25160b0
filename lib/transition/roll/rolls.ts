import { referenceOf } from '../property-value';
import { changesProperty, type TransitionContext } from '../transition-context';
import { servicesOf } from './ecs-service';
import { isKnown, type Pool, poolsOf } from './pool';
import { type RollingService, type RollOutcome, simulateRolls } from './simulate-rolls';

/** Load while an update runs. `least`: every service has its smallest number of tasks. `peak`: the largest that both templates allow. */
export const ROLL_LOADS = ['least', 'peak'] as const;
/** Load while an update runs. */
export type RollLoad = (typeof ROLL_LOADS)[number];

/** The deployment of one service at one load. */
export interface ServiceRoll extends RollOutcome {
  /** Logical id of the service. */
  readonly service: string;
  /** Load. */
  readonly load: RollLoad;
  /** Logical id of the capacity provider that a task does not fit on, or starts on, or the name of one of AWS; absent with a launch type. */
  readonly pool?: string;
  /** Largest number of instances of the pool. Absent: unknown, or the service has no pool of instances. */
  readonly mostInstances?: number;
  /** Whether the instances before and after have a known size and number. If not, tasks do not fit. */
  readonly arePoolsKnown: boolean;
}

/** Properties of which a change starts a deployment. */
const DEPLOYING = [
  'TaskDefinition',
  'ForceNewDeployment',
  'CapacityProviderStrategy',
  'NetworkConfiguration',
  'LoadBalancers',
  'PlatformVersion',
  'ServiceConnectConfiguration',
  'VolumeConfigurations',
];

/**
 * The deployments that an update starts, at each load, and services whose pool loses the room for their tasks; services that it
 * creates or replaces are not among them.
 */
export function rollsOf(
  context: TransitionContext,
  replaced: ReadonlySet<string>,
  pools: ReadonlyMap<string, Pool> = poolsDuring(context),
): readonly ServiceRoll[] {
  const services = pairsOf(context, replaced);
  return ROLL_LOADS.flatMap((load) => {
    const running = services.map((service) => ({ ...service, running: tasksAt(load, service) }));
    return [...simulateRolls(running, pools)].map(([service, outcome]) => rollOf(service, load, outcome, running, pools));
  });
}

type Pair = Omit<RollingService, 'running'>;

function pairsOf(context: TransitionContext, replaced: ReadonlySet<string>): readonly Pair[] {
  const [old, next] = [servicesOf(context.before), servicesOf(context.after)];
  const changes = new Map(context.updated('AWS::ECS::Service').map((change) => [change.id, change]));
  return next.flatMap((after) => {
    const [before, change] = [old.find(({ id }) => id === after.id), changes.get(after.id)];
    if (before === undefined || change === undefined || replaced.has(after.id)) return [];
    const definition = referenceOf(change.after.properties.TaskDefinition);
    const isDeployed = DEPLOYING.some((name) => changesProperty(change, name)) || (definition !== undefined && replaced.has(definition));
    return [{ before, after, isDeployed }];
  });
}

function tasksAt(load: RollLoad, { before, after }: Pair): number {
  return load === 'least' ? before.min : Math.max(before.min, Math.min(before.max, after.max));
}

/**
 * The pools while services roll: the group and its launch template are updated before the services, which depend on them. A pool
 * that the second template empties keeps its instances until its services have left.
 */
export function poolsDuring({ before, after, facts }: TransitionContext): ReadonlyMap<string, Pool> {
  const [old, next] = [poolsOf(before, facts), poolsOf(after, facts)];
  const emptied = [...old].filter(([id, { max }]) => max !== 0 && (!next.has(id) || next.get(id)?.max === 0));
  return new Map([...next, ...emptied]);
}

function rollOf(
  service: string,
  load: RollLoad,
  outcome: RollOutcome,
  services: readonly RollingService[],
  pools: ReadonlyMap<string, Pool>,
): ServiceRoll {
  const rolling = services.find(({ after }) => after.id === service);
  const provider = outcome.isMisplaced ? rolling?.before.provider : rolling?.after.provider;
  const most = pools.get(provider ?? '')?.max;
  const used = [rolling?.before.provider, rolling?.after.provider].flatMap((id) => pools.get(id ?? '') ?? []);
  return {
    service,
    load,
    ...outcome,
    ...(provider !== undefined && { pool: provider }),
    ...(most !== undefined && { mostInstances: most }),
    arePoolsKnown: used.every(isKnown),
  };
}
