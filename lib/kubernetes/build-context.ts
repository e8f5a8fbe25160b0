import type { Construct } from 'constructs';
import type { Blueprint } from '../blueprint/blueprint';
import type { ResolvedComponent } from '../blueprint/resolved-component';
import type { ContainerImages } from './container-images';
import type { Endpoint, NetworkPaths } from './entry/network-paths';

/** One key of a Secret. */
export interface SecretKey {
  /** Name of the Secret. */
  readonly secret: string;
  /** Key in the Secret. */
  readonly key: string;
}

/**
 * A service as the client of its dependencies. Each dependency opens the network path and sets the variables and secrets
 * that its clients need. Clients get them in no other way.
 */
export interface Client {
  /** The pods of the client, for network policies. */
  readonly endpoint: Endpoint;
  /** Sets an environment variable of the client. */
  setEnvironment(name: string, value: string): void;
  /** Sets all keys of a ConfigMap as environment variables of the client. */
  setEnvironmentFrom(configMap: string): void;
  /** Sets an environment variable of the client from a Secret. */
  setSecret(name: string, secret: SecretKey): void;
}

/** A component that services depend on. Component kinds without clients do not implement it. */
export interface Dependency extends Construct {
  /** Opens exactly the paths, variables and secrets that the client needs. */
  serve(client: Client): void;
}

/** A KEDA trigger that scales a worker with the number of waiting messages. */
export interface ScalingTrigger {
  /** Type of the KEDA trigger. */
  readonly type: string;
  /** Metadata of the KEDA trigger. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Name of the TriggerAuthentication, which the queue creates. Absent: no authentication. */
  readonly authentication?: string;
}

/** A queue: serves the services that send messages and the workers that process them. */
export interface QueueDependency extends Dependency {
  /** Gives a worker access to the queue. */
  serveWorker(client: Client): void;
  /** The trigger that keeps this number of waiting messages per instance. Undefined if the queue length cannot be measured. */
  trigger(depthPerInstance: number): ScalingTrigger | undefined;
}

/**
 * Input for the construct of one component.
 *
 * These names are a contract with the CDK stack and the secret store, which provide what the manifests do not create:
 * - ConfigMap `<id>-connection`: its keys are environment variables (`DATABASE_HOST`, `FILES_BUCKET`, `JOBS_QUEUE_URL`).
 *   For a managed data store, a queue or a bucket on EKS, the stack creates it, with the variables of ECS tasks.
 * - Secret `<id>-credentials` has `username` and `password` (a cache: only `password`). An ExternalSecret of the chart
 *   creates it from the properties of the secret `<stack name>/<id>` in the secret store.
 */
export interface BuildContext {
  /** The blueprint. */
  readonly blueprint: Blueprint;
  /** Container images of the services. */
  readonly images: ContainerImages;
  /** Network paths of the chart. Components add theirs. */
  readonly paths: NetworkPaths;
  /** The construct of a component. Throws if it is not built yet or is of another class. */
  built<T extends Construct>(id: string, type: new (...args: never[]) => T): T;
  /** The construct of a component that services can depend on. Undefined for other components, such as node pools. */
  dependency(id: string): Dependency | undefined;
}

/** Whether services can depend on a construct. */
export function isDependency(construct: Construct): construct is Dependency {
  return 'serve' in construct;
}

/** Whether workers can process messages of a construct. */
export function isQueueDependency(construct: Construct | undefined): construct is QueueDependency {
  return construct !== undefined && 'serveWorker' in construct;
}

/** Kind of a component, such as `service`. */
export type ComponentKind = ResolvedComponent['kind'];
/** The type of the components of a kind. */
export type ComponentOf<Kind extends ComponentKind> = Extract<ResolvedComponent, { readonly kind: Kind }>;
