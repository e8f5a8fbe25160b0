import { Duration, Lazy, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import { environmentPrefix } from '../../conventions/environment';
import { stopsFirst } from '../../conventions/task-replacement';
import type { ServicePort } from '../../model/service';
import { acknowledge } from '../acknowledge';
import type { Client, ComponentOf, Dependency, ServiceContext } from '../build-context';
import { ComponentConstruct } from '../component-construct';
import { HOST_FROM_CONTAINER } from '../data/data-container';
import { Queue } from '../data/queue';
import { clientsOf } from '../network/clients';
import { routesOfHosts } from '../network/network-place';
import { output } from '../outputs';
import { imageOf, serviceRepository } from './container-images';
import { containerLogs } from './container-logs';
import { cpuUnitsOf } from './cpu-units';
import { connectName, namedPort } from './named-port';
import { scaleService } from './service-scaling';
import { startAfterPermissions } from './start-after-permissions';
import { taskDefinition } from './task-definition';
import { portMappings, reachablePorts, type TaskNetwork, taskNetworkOf } from './task-network';
import type { TaskPool } from './task-pool';

/** Grace period of health checks for a new task: images are large and models take time to load. */
const START_GRACE = Duration.minutes(3);

/** Name of the Fargate capacity provider, which every ECS cluster here has. */
const FARGATE = 'FARGATE';

/** A service on ECS with its task definition, ECR repository, log group and scaling. */
export class Service extends ComponentConstruct implements Dependency, Client {
  /** The ECS service. */
  readonly service: ecs.Ec2Service | ecs.FargateService;
  /** Security groups of the tasks, or of the instances of its node pool. */
  readonly connections: ec2.Connections;
  /** Task role. */
  readonly role: iam.IRole;
  /** The container of the service. */
  readonly container: ecs.ContainerDefinition;
  /** The task definition. */
  readonly taskDefinition: ecs.TaskDefinition;
  /** The ECR repository of the service. */
  readonly repository: ecr.Repository;
  private readonly network: TaskNetwork;
  private readonly pool?: TaskPool;

  constructor(
    scope: Construct,
    /** The component of the service. */
    readonly component: ComponentOf<'service'>,
    private readonly context: ServiceContext,
  ) {
    super(scope, component.id);
    const { blueprint, images } = context;
    const nodePool = component.pool === undefined ? undefined : blueprint.components[component.pool];
    this.network = taskNetworkOf(component, nodePool?.kind === 'node-pool' ? nodePool : undefined, blueprint.network);
    if (component.pool !== undefined) this.pool = context.pool(component.pool);
    const task = taskDefinition(this, component, this.network, blueprint);
    const repository = serviceRepository(this);
    this.taskDefinition = task;
    this.repository = repository;
    this.container = task.addContainer(component.id, {
      ...imageOf(component, repository, images),
      cpu: cpuUnitsOf(component.vcpu),
      memoryLimitMiB: component.memoryMib,
      ...(component.gpus > 0 ? { gpuCount: component.gpus } : {}),
      portMappings: portMappings(component, this.network),
      logging: containerLogs(this, component.id),
    });
    this.role = task.taskRole;
    this.connections = this.ownConnections();
    this.service = this.pool === undefined ? this.onFargate(task) : this.onNodePool(task, this.pool);
    // ECS rejects a service whose capacity provider is not yet associated with the cluster; the template has no such reference.
    this.service.node.addDependency(context.cluster.cluster);
    startAfterPermissions(this.service);
    // At launch, tasks with a network interface pull their image through the routes of their subnets.
    if (this.network === 'own-address') this.service.node.addDependency(routesOfHosts(context.network));
    this.moveInPlace();
    // The CDK does not know the security group of tasks that use the network of their instance.
    if (this.network !== 'own-address') this.service.connections.addSecurityGroup(...this.connections.securityGroups);
    this.setOwnEnvironment();
    scaleService(this, component, context);
    acknowledge(this, {
      ECS2: 'Environment variables contain sizes and addresses only. Passwords come from Secrets Manager.',
      'IAM5[Resource::*]': 'ecr:GetAuthorizationToken has no resource-level permissions.',
    });
    output(this, 'RepositoryUri', repository.repositoryUri, `Repository for images of ${component.id}`);
  }

  /** Connects the service to the components that it uses, after all of them have been created. */
  connect(): void {
    const { uses, worksOn } = this.component;
    for (const id of uses) {
      // A worker that also sends messages to its queue gets both kinds of permissions.
      const dependency = this.context.dependency(id);
      dependency?.serve(this);
      if (dependency?.named !== undefined && !isReachable(this.component.id, id, this.context.blueprint)) {
        // A task that starts before the name exists cannot resolve it until it is deployed again.
        this.service.node.addDependency(dependency.named);
      }
    }
    if (worksOn !== undefined) this.context.built(worksOn, Queue).serveWorker(this);
    this.joinServices();
  }

  /** See Dependency. */
  get named(): Construct | undefined {
    return this.component.proxy === undefined ? undefined : this.service;
  }

  /** Sets an environment variable of the container. */
  setEnvironment(name: string, value: string): void {
    this.container.addEnvironment(name, value);
  }

  /** Sets an environment variable of the container from a secret. */
  setSecret(name: string, secret: ecs.Secret): void {
    this.container.addSecret(name, secret);
  }

  /** Gives other services the URL of the first HTTP port. */
  serve(client: Client): void {
    const port = this.httpPort();
    if (port === undefined) return;
    const onSingleHost = this.pool?.address !== undefined;
    const host = onSingleHost ? HOST_FROM_CONTAINER : connectName(this.component.id, this.network);
    client.setEnvironment(`${environmentPrefix(this.component.id)}_URL`, `http://${host}:${port.port}`);
    // Containers of the single host reach each other on the host: no security group rule is needed.
    if (onSingleHost) return;
    for (const reachable of this.reachable(port)) this.connections.allowFrom(client.connections, reachable, 'calls the service');
  }

  /** Load balancer target for one port. */
  target({ port, protocol }: ServicePort) {
    return this.service.loadBalancerTarget({
      containerName: this.container.containerName,
      containerPort: port,
      protocol: protocol === 'udp' ? ecs.Protocol.UDP : ecs.Protocol.TCP,
    });
  }

  /** Ports that security groups must allow for one port of the service. */
  reachable(port: ServicePort): ec2.Port[] {
    return reachablePorts(port, this.network);
  }

  private setOwnEnvironment(): void {
    const { workers, databasePool } = this.component;
    const port = this.httpPort();
    this.setEnvironment('AWS_REGION', Stack.of(this).region);
    this.setEnvironment('WORKERS', String(workers));
    if (port !== undefined) this.setEnvironment('PORT', String(port.port));
    if (databasePool > 0) this.setEnvironment('DATABASE_POOL_MAX', String(databasePool));
    this.openSingleHost();
  }

  /** On the single host: opens the ports of a service that clients call to the internet, and adds an output with its address. */
  private openSingleHost(): void {
    const { id, pool } = this.component;
    const host = pool === undefined ? undefined : this.context.blueprint.components[pool];
    if (this.pool?.address === undefined || host?.kind !== 'node-pool' || host.singleHost?.entries.includes(id) !== true) return;
    for (const port of this.component.ports) {
      const clients = port.protocol === 'http' ? [ec2.Peer.anyIpv4()] : clientsOf(this.context.blueprint.options);
      for (const reachable of this.reachable(port)) {
        for (const client of clients) this.connections.allowFrom(client, reachable, `${this.component.id} from the internet`);
      }
    }
    const port = this.httpPort();
    if (port !== undefined) output(this, 'Endpoint', `http://${this.pool.address}:${port.port}`, `Address of ${this.component.id}`);
  }

  private ownConnections(): ec2.Connections {
    if (this.network !== 'own-address') return this.pool?.connections ?? new ec2.Connections();
    const { vpc } = this.context.network;
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', { vpc, description: `tasks of ${this.component.id}` });
    return new ec2.Connections({ securityGroups: [securityGroup] });
  }

  private onFargate(taskDefinition: ecs.TaskDefinition): ecs.FargateService {
    const { network, cluster } = this.context;
    return new ecs.FargateService(this, this.serviceId(), {
      ...this.rollout(),
      ...this.interface(),
      taskDefinition,
      assignPublicIp: network.publicHosts,
      ...(cluster.hasFargateProviders && { capacityProviderStrategies: [{ capacityProvider: FARGATE, weight: 1 }] }),
    });
  }

  private onNodePool(taskDefinition: ecs.TaskDefinition, pool: TaskPool): ecs.Ec2Service {
    return new ecs.Ec2Service(this, this.serviceId(), {
      ...this.rollout(),
      ...(this.network === 'own-address' ? this.interface() : {}),
      taskDefinition,
      capacityProviderStrategies: [{ capacityProvider: pool.capacityProvider.capacityProviderName, weight: 1 }],
      placementStrategies: [ecs.PlacementStrategy.spreadAcross('attribute:ecs.availability-zone'), ecs.PlacementStrategy.packedByMemory()],
    });
  }

  /**
   * A service with a network interface for each task is another resource than one without: ECS rejects a network configuration
   * with other task definitions, and no update removes it. Sources: Amazon ECS API reference, UpdateService, and
   * aws-actions/amazon-ecs-deploy-task-definition#616.
   */
  private serviceId(): string {
    return this.network === 'own-address' ? 'AwsvpcService' : 'Service';
  }

  private isCalled(): boolean {
    if (this.component.proxy === undefined || this.httpPort() === undefined) return false;
    const others = Object.values(this.context.blueprint.components);
    return others.some((other) => other.kind === 'service' && other.uses.includes(this.component.id));
  }

  private interface() {
    return { vpcSubnets: this.context.network.hosts, securityGroups: this.connections.securityGroups };
  }

  private rollout() {
    const { instances } = this.component;
    const replacement = this.replacement();
    return {
      cluster: this.context.cluster.cluster,
      ...replacement,
      availabilityZoneRebalancing: rebalancing(replacement.maxHealthyPercent),
      // Omitted with autoscaling: a fixed number would reset the count at every deployment.
      ...(instances.min === instances.max ? { desiredCount: instances.min } : {}),
      circuitBreaker: { enable: true, rollback: true },
      enableExecuteCommand: this.context.blueprint.options.ecsExec === true,
      ...(this.context.isBalanced(this.component.id) ? { healthCheckGracePeriod: START_GRACE } : {}),
    };
  }

  /**
   * New tasks start before old ones stop, unless `stopsFirst` returns true. Then half of the tasks stop first, or the only
   * one.
   */
  private replacement() {
    if (!stopsFirst(this.component.gpus, this.network === 'fixed-ports')) return { minHealthyPercent: 100, maxHealthyPercent: 200 };
    return { minHealthyPercent: this.component.instances.min > 1 ? 50 : 0, maxHealthyPercent: 100 };
  }

  /**
   * Lets another tier or other options change the capacity provider by updating the service in place:
   * - ECS rejects another capacity provider unless a new deployment is forced, which the changed nonce does.
   * - The CDK omits the scheduling strategy on Fargate, and adding or removing that property replaces the service.
   * - ECS retains a list that a template omits; only an empty list clears it.
   */
  private moveInPlace(): void {
    const resource = this.service.node.defaultChild;
    if (!(resource instanceof ecs.CfnService)) throw new Error(`${this.service.node.path} is not an ECS service`);
    this.service.forceNewDeployment(this.component.pool ?? FARGATE);
    resource.schedulingStrategy = 'REPLICA';
    if (this.pool === undefined) resource.addPropertyOverride('PlacementStrategies', []);
    const { loadBalancers } = resource;
    // Resolved late, because a user may add a target group of another load balancer.
    resource.loadBalancers = Lazy.uncachedAny({ produce: (context) => context.resolve(loadBalancers) ?? [] });
  }

  /** Joins Service Connect when the blueprint gives the tasks a proxy. */
  private joinServices(): void {
    const namespace = this.component.proxy === undefined ? undefined : this.context.cluster.namespace;
    if (namespace === undefined) {
      this.leaveServices();
      return;
    }
    const port = this.httpPort();
    this.service.enableServiceConnect({
      namespace,
      ...(port !== undefined && this.isCalled() ? { services: [namedPort(connectName(this.component.id, this.network), port.port)] } : {}),
    });
  }

  /**
   * Disables Service Connect explicitly, because ECS retains the configuration that a template omits, and another tier or
   * another option may have enabled it.
   */
  private leaveServices(): void {
    const resource = this.service.node.defaultChild;
    if (!(resource instanceof ecs.CfnService)) throw new Error(`${this.service.node.path} is not an ECS service`);
    const { serviceConnectConfiguration } = resource;
    // Resolved late, because a user may enable it for another namespace.
    resource.serviceConnectConfiguration = Lazy.uncachedAny({
      produce: (context) => context.resolve(serviceConnectConfiguration) ?? { enabled: false },
    });
  }

  private httpPort(): ServicePort | undefined {
    return this.component.ports.find(({ protocol }) => protocol === 'http');
  }
}

/**
 * Whether ECS moves tasks back when zones are out of balance. Set in every form, because ECS enables it for new services and
 * then refuses a maximum of 100%. Source: Amazon ECS developer guide, "Availability Zone rebalancing", considerations.
 */
function rebalancing(maxHealthyPercent: number): ecs.AvailabilityZoneRebalancing {
  return maxHealthyPercent > 100 ? ecs.AvailabilityZoneRebalancing.ENABLED : ecs.AvailabilityZoneRebalancing.DISABLED;
}

/** Whether a service calls another one, directly or through others: CloudFormation rejects circular dependencies. */
function isReachable(
  target: string,
  from: string,
  { components }: Pick<Blueprint, 'components'>,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  const component = components[from];
  if (component?.kind !== 'service' || seen.has(from)) return false;
  return component.uses.some((id) => id === target || isReachable(target, id, { components }, new Set([...seen, from])));
}
