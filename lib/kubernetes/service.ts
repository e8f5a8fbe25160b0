import { Lazy } from 'cdk8s';
import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import { Construct } from 'constructs';
import { environmentPrefix, type ServicePort } from '../model';
import { type BuildContext, type Client, type ComponentOf, type Dependency, isWorkSource, type SecretKey } from './build-context';
import { imageOf } from './container-images';
import { labelsOf, selectorOf } from './labels';
import { type Endpoint, tcp } from './network-paths';
import { placementIn } from './placement';
import { mib, milliCpuOfUnits } from './quantities';
import { restrictedContainer, restrictedPod } from './security';

/** A service: its Deployment, Service and account, and as many copies as its load needs. */
export class Service extends Construct implements Dependency, Client {
  readonly endpoint: Endpoint;
  private readonly environment = new Map<string, k8s.EnvVar>();
  private readonly environmentFrom = new Set<string>();

  constructor(
    scope: Construct,
    readonly component: ComponentOf<'service'>,
    private readonly context: BuildContext,
  ) {
    super(scope, component.id);
    const { blueprint, paths } = context;
    const { id, ports } = component;
    const selector = selectorOf(blueprint, id);
    this.endpoint = { name: id, labels: selector };
    paths.add(this.endpoint);
    this.describeItself();
    new k8s.KubeServiceAccount(this, 'Account', { metadata: { name: id }, automountServiceAccountToken: false });
    if (ports.length > 0) {
      new k8s.KubeService(this, 'Service', {
        metadata: { name: id },
        spec: { selector: { ...selector }, ports: ports.flatMap(servicePorts) },
      });
    }
    new k8s.KubeDeployment(this, 'Deployment', {
      metadata: { name: id },
      spec: {
        replicas: component.instances.min,
        selector: { matchLabels: { ...selector } },
        template: { metadata: { labels: { ...labelsOf(blueprint, id) } }, spec: this.pod() },
      },
    });
  }

  /** Connects the service with what it uses, once all of that exists. */
  connect(): void {
    const { uses, worksOn } = this.component;
    for (const id of uses) this.context.dependency(id)?.serve(this);
    const work = worksOn === undefined ? undefined : this.context.dependency(worksOn);
    if (isWorkSource(work)) work.serveWorker(this);
  }

  setEnvironment(name: string, value: string): void {
    this.environment.set(name, { name, value });
  }

  setEnvironmentFrom(configMap: string): void {
    this.environmentFrom.add(configMap);
  }

  setSecret(name: string, { secret, key }: SecretKey): void {
    this.environment.set(name, { name, valueFrom: { secretKeyRef: { name: secret, key } } });
  }

  /** For other services: the first HTTP port, by the component's name. */
  serve(client: Client): void {
    const port = this.component.ports.find(({ protocol }) => protocol === 'http');
    if (port === undefined) return;
    client.setEnvironment(`${environmentPrefix(this.component.id)}_URL`, `http://${this.component.id}:${port.port}`);
    this.context.paths.allow(client.endpoint, this.endpoint, [tcp(port.port)]);
  }

  private describeItself(): void {
    const { workers, databasePool, ports } = this.component;
    this.setEnvironment('AWS_REGION', this.context.blueprint.network.region);
    this.setEnvironment('WORKERS', String(workers));
    const port = ports.find(({ protocol }) => protocol === 'http');
    if (port !== undefined) this.setEnvironment('PORT', String(port.port));
    if (databasePool > 0) this.setEnvironment('DATABASE_POOL_MAX', String(databasePool));
  }

  private pod(): k8s.PodSpec {
    const { id, cpuUnits, memoryMib, ports, pool } = this.component;
    const memory = k8s.Quantity.fromString(mib(memoryMib));
    return {
      serviceAccountName: id,
      automountServiceAccountToken: false,
      securityContext: restrictedPod(),
      ...placementIn(this.context.blueprint, pool),
      containers: [
        {
          name: id,
          ...imageOf(this.component, this.context.images),
          ports: ports.flatMap(containerPorts),
          // Dependencies add theirs until the chart is rendered.
          env: Lazy.any({ produce: () => [...this.environment.values()] }),
          envFrom: Lazy.any({ produce: () => [...this.environmentFrom].map((name) => ({ configMapRef: { name } })) }),
          resources: { requests: { cpu: k8s.Quantity.fromString(milliCpuOfUnits(cpuUnits)), memory }, limits: { memory } },
          securityContext: restrictedContainer(),
          volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
        },
      ],
      volumes: [{ name: 'tmp', emptyDir: {} }],
    };
  }
}

export function transportsOf({ protocol }: ServicePort): ('TCP' | 'UDP')[] {
  if (protocol === 'tcp-udp') return ['TCP', 'UDP'];
  return protocol === 'udp' ? ['UDP'] : ['TCP'];
}

/** `http-3000`, `udp-10000`; both halves of one port have a name. */
function portNames(port: ServicePort): { readonly name: string; readonly transport: 'TCP' | 'UDP' }[] {
  return transportsOf(port).map((transport) => ({
    name: `${port.protocol === 'http' ? 'http' : transport.toLowerCase()}-${port.port}`,
    transport,
  }));
}

function containerPorts(port: ServicePort): k8s.ContainerPort[] {
  return portNames(port).map(({ name, transport }) => ({ name, containerPort: port.port, protocol: transport }));
}

function servicePorts(port: ServicePort): k8s.ServicePort[] {
  return portNames(port).map(({ name, transport }) => ({
    name,
    port: port.port,
    targetPort: k8s.IntOrString.fromString(name),
    protocol: transport,
  }));
}
