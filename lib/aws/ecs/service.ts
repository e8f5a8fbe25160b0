import { Duration, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { environmentPrefix } from '../../conventions/environment';
import type { ServicePort } from '../../model/service';
import { acknowledge } from '../acknowledge';
import type { Client, ComponentKind, ComponentOf, Dependency, EcsContext } from '../build-context';
import { MACHINE_FROM_CONTAINER } from '../data/data-container';
import { Queue } from '../data/queue';
import { output } from '../outputs';
import { imageOf, serviceRepository } from './container-images';
import { containerLogs } from './container-logs';
import { cpuUnitsOf } from './cpu-units';
import { NodePool } from './node-pool';
import { scaleService } from './service-scaling';
import { taskDefinition } from './task-definition';
import { portMappings, portName, reachablePorts, type TaskNetwork, taskNetworkOf } from './task-network';

/** Time that a fresh task has before a failing health check counts: images are large and models load. */
const START_GRACE = Duration.minutes(3);

/** The capacity provider of that name, which every cluster here has. */
const FARGATE = 'FARGATE';

/** Kinds that are found by name. */
const NAMED_KINDS: ReadonlySet<ComponentKind | undefined> = new Set<ComponentKind>(['service', 'vector-store']);

/** A service on ECS: its task, its repository and log, and as many copies as its load needs. */
export class Service extends Construct implements Dependency, Client {
  readonly service: ecs.Ec2Service | ecs.FargateService;
  readonly connections: ec2.Connections;
  readonly role: iam.IRole;
  private readonly container: ecs.ContainerDefinition;
  private readonly network: TaskNetwork;
  private readonly pool?: NodePool;

  constructor(
    scope: Construct,
    readonly component: ComponentOf<'service'>,
    private readonly context: EcsContext,
  ) {
    super(scope, component.id);
    const { blueprint, images, built } = context;
    const machines = component.pool === undefined ? undefined : blueprint.components[component.pool];
    this.network = taskNetworkOf(component, machines?.kind === 'node-pool' ? machines : undefined);
    if (component.pool !== undefined) this.pool = built(component.pool, NodePool);
    const task = taskDefinition(this, component, this.network, blueprint);
    const repository = serviceRepository(this);
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
    this.service = this.pool === undefined ? this.onFargate(task) : this.onMachines(task, this.pool);
    // ECS refuses a service whose capacity provider is not yet joined to the cluster; the template does not say so.
    this.service.node.addDependency(context.cluster.cluster);
    this.moveInPlace();
    // Without it CDK would not know which group protects tasks that share their machine's.
    if (this.network !== 'own-address') this.service.connections.addSecurityGroup(...this.connections.securityGroups);
    this.describeItself();
    scaleService(this, component, context);
    acknowledge(this, {
      ECS2: 'What stands in the environment is no secret: sizes and addresses. Passwords come from Secrets Manager.',
      'IAM5[Resource::*]': 'Logging in at the image registry knows no resource.',
    });
    output(this, 'RepositoryUri', repository.repositoryUri, `Repository for images of ${component.id}`);
  }

  /** Connects the service with what it uses, once all of that exists. */
  connect(): void {
    const { uses, worksOn } = this.component;
    for (const id of uses) {
      // A worker that also leaves work in its queue is served as both.
      this.context.dependency(id)?.serve(this);
    }
    if (worksOn !== undefined) this.context.built(worksOn, Queue).serveWorker(this);
    this.joinServices();
  }

  setEnvironment(name: string, value: string): void {
    this.container.addEnvironment(name, value);
  }

  setSecret(name: string, secret: ecs.Secret): void {
    this.container.addSecret(name, secret);
  }

  /** For other services: the first HTTP port, by the component's name. */
  serve(client: Client): void {
    const port = this.httpPort();
    if (port === undefined) return;
    const onOneMachine = this.pool?.address !== undefined;
    const host = onOneMachine ? MACHINE_FROM_CONTAINER : this.component.id;
    client.setEnvironment(`${environmentPrefix(this.component.id)}_URL`, `http://${host}:${port.port}`);
    // Containers of one machine talk without leaving it: there is no path to open.
    if (onOneMachine) return;
    for (const reachable of this.reachable(port)) this.connections.allowFrom(client.connections, reachable, 'calls the service');
  }

  /** The target that a load balancer sends one port's traffic to. */
  target({ port, protocol }: ServicePort) {
    return this.service.loadBalancerTarget({
      containerName: this.container.containerName,
      containerPort: port,
      protocol: protocol === 'udp' ? ecs.Protocol.UDP : ecs.Protocol.TCP,
    });
  }

  /** What has to be let through for one of its ports. */
  reachable(port: ServicePort): ec2.Port[] {
    return reachablePorts(port, this.network);
  }

  private describeItself(): void {
    const { workers, databasePool } = this.component;
    const port = this.httpPort();
    this.setEnvironment('AWS_REGION', Stack.of(this).region);
    this.setEnvironment('WORKERS', String(workers));
    if (port !== undefined) this.setEnvironment('PORT', String(port.port));
    if (databasePool > 0) this.setEnvironment('DATABASE_POOL_MAX', String(databasePool));
    this.openSingleHost();
  }

  /** The single host is its own way in: the service's ports, and an address to find them at. */
  private openSingleHost(): void {
    if (this.pool?.address === undefined) return;
    for (const port of this.component.ports) {
      for (const reachable of this.reachable(port)) this.connections.allowFromAnyIpv4(reachable, `${this.component.id} for everybody`);
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
    const { network } = this.context;
    return new ecs.FargateService(this, 'Service', {
      ...this.rollout(),
      ...this.interface(),
      taskDefinition,
      assignPublicIp: network.publicHosts,
      capacityProviderStrategies: [{ capacityProvider: FARGATE, weight: 1 }],
    });
  }

  private onMachines(taskDefinition: ecs.TaskDefinition, pool: NodePool): ecs.Ec2Service {
    return new ecs.Ec2Service(this, 'Service', {
      ...this.rollout(),
      ...(this.network === 'own-address' ? this.interface() : {}),
      taskDefinition,
      capacityProviderStrategies: [{ capacityProvider: pool.capacityProvider.capacityProviderName, weight: 1 }],
      placementStrategies: [ecs.PlacementStrategy.spreadAcross('attribute:ecs.availability-zone'), ecs.PlacementStrategy.packedByMemory()],
    });
  }

  private interface() {
    return { vpcSubnets: this.context.network.hosts, securityGroups: this.connections.securityGroups };
  }

  private rollout() {
    const { instances } = this.component;
    return {
      cluster: this.context.cluster.cluster,
      ...this.replacement(),
      // Left open where autoscaling sets it: a number here would undo its work at every deployment.
      ...(instances.min === instances.max ? { desiredCount: instances.min } : {}),
      circuitBreaker: { enable: true, rollback: true },
      ...(this.isBalanced() ? { healthCheckGracePeriod: START_GRACE } : {}),
    };
  }

  /**
   * New tasks start beside the old ones, except where there is no second place: a fixed port is taken, a GPU too dear
   * to keep one spare. There half of the tasks stop first, or the only one.
   */
  private replacement() {
    const crowded = this.network === 'fixed-ports' || this.component.gpus > 0;
    if (!crowded) return { minHealthyPercent: 100, maxHealthyPercent: 200 };
    return { minHealthyPercent: this.component.instances.min > 1 ? 50 : 0, maxHealthyPercent: 100 };
  }

  /**
   * Another tier or other options may give the service other capacity, with the same service updated in place:
   * - ECS refuses another capacity provider unless a deployment is forced, which is said by the changed nonce.
   * - CDK leaves the strategy of scheduling to its default on Fargate alone; one that comes or goes replaces the service.
   * - ECS keeps a list that a template stops naming; only an empty one takes it away.
   */
  private moveInPlace(): void {
    const resource = this.service.node.defaultChild;
    if (!(resource instanceof ecs.CfnService)) throw new Error(`${this.service.node.path} is no service of ECS`);
    this.service.forceNewDeployment(this.component.pool ?? FARGATE);
    resource.schedulingStrategy = 'REPLICA';
    if (this.pool === undefined) resource.addPropertyOverride('PlacementStrategies', []);
    if (!this.isBalanced()) resource.addPropertyOverride('LoadBalancers', []);
  }

  private isBalanced(): boolean {
    const others = Object.values(this.context.blueprint.components);
    return others.some((other) => other.kind === 'load-balancer' && other.target === this.component.id);
  }

  /** Names of other services resolve in its containers, and its own name in theirs, when any of them calls another. */
  private joinServices(): void {
    if (this.pool?.address !== undefined) return;
    const { blueprint, cluster } = this.context;
    const others = Object.values(blueprint.components);
    const port = this.httpPort();
    const called = port !== undefined && others.some((other) => other.kind === 'service' && other.uses.includes(this.component.id));
    const calls = this.component.uses.some((id) => NAMED_KINDS.has(blueprint.components[id]?.kind));
    if (!called && !calls) return;
    this.service.enableServiceConnect({
      namespace: cluster.namespace,
      ...(called ? { services: [{ portMappingName: portName(port.port), dnsName: this.component.id, port: port.port }] } : {}),
    });
  }

  private httpPort(): ServicePort | undefined {
    return this.component.ports.find(({ protocol }) => protocol === 'http');
  }
}
