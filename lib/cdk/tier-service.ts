import { Annotations, Stack } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import { loadSystem } from '../answers/system-reference';
import type { Dependency, ServiceContext } from '../aws/build-context';
import { declareComponent } from '../aws/declare-component';
import { Service } from '../aws/ecs/service';
import type { TaskPool } from '../aws/ecs/task-pool';
import { placeInVpc, vpcRegionProblems } from '../aws/network/network-place';
import { serviceTargets } from '../aws/network/service-targets';
import type { Blueprint } from '../blueprint/blueprint';
import { InputError, type Problem } from '../core/problems';
import { servicesWithTierGpu } from '../model/gpu-services';
import type { OptionsInput } from '../model/inputs';
import type { ServicePort } from '../model/service';
import type { SystemDefinition } from '../model/tier-extension';
import { missingImageText } from '../output/missing-images';
import type { TierCache } from './tier-cache';
import { type ComponentRequest, componentRequest, type TierComponentProps } from './tier-component';
import type { TierDatabase } from './tier-database';
import type { TierQueue } from './tier-queue';

/** Options of a tier that apply to a service. */
const OPTIONS = ['architecture', 'ecsExec'] as const satisfies readonly (keyof OptionsInput)[];

/** Properties of TierService that are no options. */
const KEYS = [
  'cluster',
  'compute',
  'capacityProvider',
  'image',
  'imageTag',
  'uses',
  'worksOn',
  'listener',
  'rule',
] as const satisfies readonly (keyof TierServiceProps)[];

/** Properties of TierService. */
export interface TierServiceProps<Definition extends SystemDefinition = SystemDefinition>
  extends TierComponentProps<Definition, 'service'>,
    Pick<OptionsInput, (typeof OPTIONS)[number]> {
  /**
   * ECS cluster of the app or the account. Tasks on Fargate run in the private subnets of its VPC, or in the public ones if it has
   * none.
   */
  readonly cluster: ecs.ICluster;
  /** `ec2`: tasks run on the instances of `capacityProvider`. Default: `fargate`. */
  readonly compute?: 'ec2' | 'fargate';
  /**
   * Capacity provider of the cluster whose instances run the tasks; required with `compute: 'ec2'`. One of the app, or the name of
   * one in the account, whose instances have the security groups of `cluster`. Instances must have room for a task, and the
   * architecture of its image. They are not part of the service. Default: none.
   */
  readonly capacityProvider?: ecs.AsgCapacityProvider | string;
  /** Image from any registry; it takes precedence over `imageTag`. Default: `imageTag`. */
  readonly image?: string;
  /**
   * Tag of the image in the ECR repository of the service, or `placeholder` for an image that only answers health checks. Default:
   * an error of the CDK, with which `cdk synth` and `cdk deploy` fail, unless there is an `image`.
   */
  readonly imageTag?: string;
  /**
   * Data stores and queues that the service uses. It gets the network paths, the permissions, and environment variables that begin
   * with their construct ids, such as `ORDERS_HOST`. Default: none.
   */
  readonly uses?: readonly (TierDatabase | TierCache | TierQueue)[];
  /** Queue whose messages a worker processes; required if its component works on a queue. Default: none. */
  readonly worksOn?: TierQueue;
  /** Listener of an application load balancer that forwards to the first HTTP port. Default: no load balancer. */
  readonly listener?: elb.IApplicationListener;
  /** Requests of the listener that go to the service. Default: all that no rule takes, for which the listener must be one of the app. */
  readonly rule?: ListenerRule;
}

/** A rule of a listener. */
export interface ListenerRule {
  /** Place of the rule among those of the listener; 1 is evaluated first. */
  readonly priority: number;
  /** Conditions that requests must meet. */
  readonly conditions: readonly elb.ListenerCondition[];
}

/**
 * A service of a tier on ECS, as a construct in a stack of your own, in a cluster and behind a listener that you have:
 * `new TierService(this, 'Api', { system: shop, tier: 'small', component: 'api', cluster, imageTag: '1.4.2', uses: [orders] })`. It has
 * the task definition, repository, log group and scaling that it has in a TierStack with `compute: 'fargate'`, or with `ec2`, and
 * `estimate(stack)` has its line items. It does not join Service Connect, so it knows no names of other services. Its parts are
 * CDK resources: `service`, `taskDefinition`, `container`, `repository`, `role`, `connections`, `targetGroup`. Throws an InputError
 * with the problems of the system, the tier and the properties.
 */
export class TierService<const Definition extends SystemDefinition = SystemDefinition> extends Service {
  /** Target group behind the listener; undefined for a service without one. */
  readonly targetGroup: elb.ApplicationTargetGroup | undefined;

  constructor(scope: Construct, id: string, props: TierServiceProps<Definition>) {
    const { blueprint, component } = serviceRequest(scope, id, props);
    super(scope, component, contextOf(id, blueprint, props));
    this.connect();
    this.targetGroup = props.listener === undefined ? undefined : this.behind(props.listener, props.rule);
    declareComponent(this, blueprint, props.component);
    if (props.image === undefined && props.imageTag === undefined) {
      Annotations.of(this).addError(missingImageText(id));
    }
  }

  private behind(listener: elb.IApplicationListener, rule: ListenerRule | undefined): elb.ApplicationTargetGroup {
    const port = httpPortOf(this.component);
    if (port === undefined) throw new Error(`${this.node.path} has no HTTP port`);
    const targets = serviceTargets(this, this, port, { vpc: this.service.cluster.vpc });
    if (rule === undefined) listener.addTargetGroups(this.node.id, { targetGroups: [targets] });
    else {
      const { priority, conditions } = rule;
      new elb.ApplicationListenerRule(this, 'Rule', { listener, priority, conditions: [...conditions], targetGroups: [targets] });
    }
    return targets;
  }
}

/** The component as a service that uses the given constructs instead of components of its tier. */
function serviceRequest<Definition extends SystemDefinition>(
  scope: Construct,
  id: string,
  { uses = [], ...props }: TierServiceProps<Definition>,
): ComponentRequest<'service'> {
  const { cluster, compute = 'fargate', worksOn, listener, rule } = props;
  // The instances have room for tasks, and not for network interfaces of tasks.
  const tier = loadSystem(props.system).tiers.find((each) => each.id === props.tier);
  const hasGpus = tier !== undefined && servicesWithTierGpu(tier).length > 0;
  const fixed = { compute, ...(!hasGpus && { gpu: 'none' as const }), ...(compute === 'ec2' && { taskNetwork: 'bridge' as const }) };
  const { blueprint, component } = componentRequest(
    scope,
    id,
    'service',
    { ...props, vpc: cluster.vpc },
    { options: OPTIONS, keys: KEYS, fixed },
  );
  const problems: Problem[] = [...vpcRegionProblems(cluster.vpc, Stack.of(scope).region), ...capacityProblems(props)];
  if (compute === 'fargate' && component.pool !== undefined) {
    problems.push({
      path: 'component',
      reason: 'needs a node pool',
      expected: "a service that runs on Fargate, compute: 'ec2', or TierStack",
    });
  }
  if (component.worksOn !== undefined && worksOn === undefined) {
    problems.push({ path: 'worksOn', expected: `the TierQueue of ${component.worksOn}: the service processes its messages` });
  }
  if (component.worksOn === undefined && worksOn !== undefined) {
    problems.push({
      path: 'worksOn',
      reason: 'the component works on no queue',
      expected: 'no worksOn; a service that sends messages has the queue in uses',
    });
  }
  if (listener !== undefined && httpPortOf(component) === undefined) {
    problems.push({ path: 'listener', reason: 'the component has no HTTP port', expected: 'no listener' });
  }
  if (listener === undefined && rule !== undefined)
    problems.push({ path: 'rule', reason: 'there is no listener', expected: 'a listener that has the rule' });
  if (problems.length > 0) throw new InputError(id, problems);
  const { proxy: _serviceConnect, worksOn: _queue, ...own } = component;
  const connected = { ...own, uses: uses.map(({ node }) => node.path), ...(worksOn !== undefined && { worksOn: worksOn.node.path }) };
  return { blueprint, component: connected };
}

/** Problems of the instances that the service runs on. */
function capacityProblems({ cluster, compute = 'fargate', capacityProvider }: CapacityProps): Problem[] {
  if (compute === 'fargate') {
    if (capacityProvider === undefined) return [];
    return [{ path: 'capacityProvider', reason: 'the service runs on Fargate', expected: "no capacityProvider, or compute: 'ec2'" }];
  }
  const problems: Problem[] = [];
  if (!cluster.hasEc2Capacity) {
    const expected = "a cluster with addAsgCapacityProvider, or imported with hasEc2Capacity, or compute: 'fargate'";
    problems.push({ path: 'cluster', reason: 'has no EC2 instances', expected });
  }
  if (capacityProvider === undefined) {
    problems.push({ path: 'capacityProvider', expected: "a capacity provider of the cluster, which compute: 'ec2' requires" });
  }
  if (typeof capacityProvider === 'string' && cluster.connections.securityGroups.length === 0) {
    const reason = 'has no security groups';
    problems.push({ path: 'cluster', reason, expected: 'securityGroups of the instances, which allow the traffic of the service' });
  }
  return problems;
}

type CapacityProps = Pick<TierServiceProps, 'cluster' | 'compute' | 'capacityProvider'>;

/** The instances of a capacity provider. */
function poolOf({ cluster, capacityProvider }: CapacityProps): TaskPool {
  if (capacityProvider === undefined) throw new Error('the service has no capacity provider');
  return typeof capacityProvider === 'string'
    ? { capacityProvider: { capacityProviderName: capacityProvider }, connections: cluster.connections }
    : { capacityProvider, connections: capacityProvider.autoScalingGroup.connections };
}

function contextOf(
  id: string,
  blueprint: Blueprint,
  {
    cluster,
    capacityProvider,
    image,
    imageTag,
    uses = [],
    worksOn,
    listener,
  }: Pick<TierServiceProps, 'cluster' | 'capacityProvider' | 'image' | 'imageTag' | 'uses' | 'worksOn' | 'listener'>,
): ServiceContext {
  const used = new Map<string, Dependency>(uses.map((dependency) => [dependency.node.path, dependency]));
  return {
    blueprint,
    network: placeInVpc(cluster.vpc),
    images: { ...(image !== undefined && { images: { [id]: image } }), ...(imageTag !== undefined && { imageTag }) },
    cluster: { cluster, hasFargateProviders: false },
    pool: () => poolOf({ cluster, ...(capacityProvider !== undefined && { capacityProvider }) }),
    isBalanced: () => listener !== undefined,
    built: (path, type) => (worksOn instanceof type && worksOn.node.path === path ? worksOn : missing(path)),
    dependency: (path) => used.get(path),
  };
}

function missing(path: string): never {
  throw new Error(`${path} is not a component of the construct`);
}

function httpPortOf({ ports }: { readonly ports: readonly ServicePort[] }): ServicePort | undefined {
  return ports.find(({ protocol }) => protocol === 'http');
}
