import { referencesIn } from '../../cloudformation/references';
import type { Template, TemplateResource } from '../../cloudformation/template-resource';
import { asNumber, numberOf, referenceOf, valueAt } from '../property-value';
import { listOf, type TaskDemand, taskDemand } from './task-demand';

/** An ECS service, as far as its deployments are concerned. */
export interface EcsService {
  /** Logical id. */
  readonly id: string;
  /** Logical id of its capacity provider, or the name of one of AWS; absent with a launch type. */
  readonly provider?: string;
  /** Whether its tasks run on Fargate, which has room for each. */
  readonly isFargate: boolean;
  /** Demand of one task. Absent: unknown. */
  readonly demand?: TaskDemand;
  /** Number of tasks that the template states. Absent: autoscaling decides. */
  readonly desired?: number;
  /** Logical id of the scalable target that changes its number of tasks. Absent: nothing does. */
  readonly scalableTarget?: string;
  /** Smallest number of tasks. */
  readonly min: number;
  /** Largest number of tasks. */
  readonly max: number;
  /** Percentage of the tasks that must run during a deployment. */
  readonly minimumHealthyPercent: number;
  /** Percentage of the tasks that may run during a deployment. */
  readonly maximumPercent: number;
}

/** Capacity providers of AWS, which every cluster may have. */
const FARGATE_PROVIDERS: ReadonlySet<string> = new Set(['FARGATE', 'FARGATE_SPOT']);

/** The services of a template that keep a number of tasks; daemons run once on each instance and do not compete for capacity. */
export function servicesOf({ resources }: Template): readonly EcsService[] {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const targets = resources.filter(({ type }) => type === 'AWS::ApplicationAutoScaling::ScalableTarget');
  return resources
    .filter(({ type, properties }) => type === 'AWS::ECS::Service' && properties.SchedulingStrategy !== 'DAEMON')
    .map((service) => serviceOf(service, byId, targets));
}

function serviceOf(
  service: TemplateResource,
  byId: ReadonlyMap<string, TemplateResource>,
  targets: readonly TemplateResource[],
): EcsService {
  const { id, properties } = service;
  const [strategy] = listOf(properties.CapacityProviderStrategy);
  const named = valueAt(strategy, 'CapacityProvider');
  const provider = referenceOf(named) ?? (typeof named === 'string' ? named : undefined);
  const definition = byId.get(referenceOf(properties.TaskDefinition) ?? '');
  const demand = definition === undefined ? undefined : taskDemand(definition);
  const target = targets.find((each) => referencesIn(each.properties.ResourceId).includes(id));
  const desired = numberOf(service, 'DesiredCount');
  const rollout = properties.DeploymentConfiguration;
  return {
    id,
    ...(provider !== undefined && { provider }),
    // Without a launch type and a strategy, the strategy of the cluster applies, or else EC2.
    isFargate: provider === undefined ? properties.LaunchType === 'FARGATE' : FARGATE_PROVIDERS.has(provider),
    ...(demand !== undefined && { demand }),
    ...(desired !== undefined && { desired }),
    ...(target !== undefined && { scalableTarget: target.id }),
    min: numberOf(target, 'MinCapacity') ?? desired ?? 1,
    max: numberOf(target, 'MaxCapacity') ?? desired ?? 1,
    minimumHealthyPercent: asNumber(valueAt(rollout, 'MinimumHealthyPercent')) ?? 100,
    maximumPercent: asNumber(valueAt(rollout, 'MaximumPercent')) ?? 200,
  };
}
