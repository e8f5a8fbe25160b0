import { Lazy } from 'cdk8s';
import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import { Construct } from 'constructs';
import { environmentPrefix } from '../../conventions/environment';
import {
  type BuildContext,
  type Client,
  type ComponentOf,
  type Dependency,
  isQueueDependency,
  type ScalingTrigger,
  type SecretKey,
} from '../build-context';
import { type Endpoint, tcp } from '../entry/network-paths';
import { labelsOf, selectorOf } from '../labels';
import { servicePod } from './service-pod';
import { httpPortOf, servicePorts } from './service-ports';
import { isScaled, scaleService } from './service-scaling';

/** A service: Deployment, Service, ServiceAccount, autoscaler and PodDisruptionBudget. */
export class Service extends Construct implements Dependency, Client {
  /** The pods of the service, for network policies. */
  readonly endpoint: Endpoint;
  private readonly environment = new Map<string, k8s.EnvVar>();
  private readonly environmentFrom = new Set<string>();

  constructor(
    scope: Construct,
    /** The component. */
    readonly component: ComponentOf<'service'>,
    private readonly context: BuildContext,
  ) {
    super(scope, component.id);
    const { blueprint, paths } = context;
    const { id, ports, instances } = component;
    this.endpoint = { name: id, labels: selectorOf(blueprint, id) };
    paths.add(this.endpoint);
    this.addOwnVariables();
    new k8s.KubeServiceAccount(this, 'Account', { metadata: { name: id }, automountServiceAccountToken: false });
    if (ports.length > 0) {
      new k8s.KubeService(this, 'Service', {
        metadata: { name: id },
        spec: { selector: { ...this.endpoint.labels }, ports: servicePorts(ports) },
      });
    }
    const trigger = this.trigger();
    this.deployment(trigger);
    scaleService(this, component, trigger);
    if (instances.min > 1) this.disruptionBudget();
  }

  /** Connects the service to its dependencies. Call it when all components are built. */
  connect(): void {
    const { uses, worksOn } = this.component;
    for (const id of uses) this.context.dependency(id)?.serve(this);
    const queue = worksOn === undefined ? undefined : this.context.dependency(worksOn);
    if (isQueueDependency(queue)) queue.serveWorker(this);
  }

  /** Sets an environment variable. */
  setEnvironment(name: string, value: string): void {
    this.environment.set(name, { name, value });
  }

  /** Sets all variables of a ConfigMap. */
  setEnvironmentFrom(configMap: string): void {
    this.environmentFrom.add(configMap);
  }

  /** Sets an environment variable from a Secret. */
  setSecret(name: string, { secret, key }: SecretKey): void {
    this.environment.set(name, { name, valueFrom: { secretKeyRef: { name: secret, key } } });
  }

  /** Gives another service access to the first HTTP port: URL variable and network path. */
  serve(client: Client): void {
    const { id, ports } = this.component;
    const port = httpPortOf(ports);
    if (port === undefined) return;
    client.setEnvironment(`${environmentPrefix(id)}_URL`, `http://${id}:${port.port}`);
    this.context.paths.allow(client.endpoint, this.endpoint, [tcp(port.port)]);
  }

  private addOwnVariables(): void {
    const { workers, databasePool, ports } = this.component;
    const port = httpPortOf(ports);
    this.setEnvironment('AWS_REGION', this.context.blueprint.network.region);
    this.setEnvironment('WORKERS', String(workers));
    if (port !== undefined) this.setEnvironment('PORT', String(port.port));
    if (databasePool > 0) this.setEnvironment('DATABASE_POOL_MAX', String(databasePool));
  }

  private deployment(trigger: ScalingTrigger | undefined): void {
    const { blueprint } = this.context;
    const { id, instances } = this.component;
    new k8s.KubeDeployment(this, 'Deployment', {
      metadata: { name: id },
      spec: {
        // Not set when an autoscaler sets it: each deployment would reset the number of replicas.
        ...(isScaled(this.component, trigger) ? {} : { replicas: instances.min }),
        selector: { matchLabels: { ...this.endpoint.labels } },
        strategy: { type: 'RollingUpdate', rollingUpdate: this.replacement() },
        template: {
          metadata: { labels: { ...labelsOf(blueprint, id) } },
          spec: servicePod(this.component, this.context, {
            env: Lazy.any({ produce: () => [...this.environment.values()] }),
            envFrom: Lazy.any({ produce: () => [...this.environmentFrom].map((name) => ({ configMapRef: { name } })) }),
          }),
        },
      },
    });
  }

  /** Surges by 25%. With GPUs, an old pod stops first, because a spare GPU node is too expensive. */
  private replacement(): k8s.RollingUpdateDeployment {
    const number = k8s.IntOrString.fromNumber;
    if (this.component.gpus > 0) return { maxSurge: number(0), maxUnavailable: number(1) };
    return { maxSurge: k8s.IntOrString.fromString('25%'), maxUnavailable: number(0) };
  }

  /** Permits one eviction at a time. Unhealthy pods can always be evicted, so that they do not block the drain of a node. */
  private disruptionBudget(): void {
    new k8s.KubePodDisruptionBudget(this, 'DisruptionBudget', {
      metadata: { name: this.component.id },
      spec: {
        maxUnavailable: k8s.IntOrString.fromNumber(1),
        selector: { matchLabels: { ...this.endpoint.labels } },
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
      },
    });
  }

  private trigger(): ScalingTrigger | undefined {
    const { worksOn, scaling, instances } = this.component;
    const { queueDepthPerInstance } = scaling;
    if (worksOn === undefined || queueDepthPerInstance === undefined || instances.min === instances.max) return undefined;
    const queue = this.context.dependency(worksOn);
    return isQueueDependency(queue) ? queue.trigger(queueDepthPerInstance) : undefined;
  }
}
