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
 * A service as what it uses sees it. Being served is the only way to a network path, an environment variable or a
 * secret: a service asks each dependency to serve it, and the dependency adds exactly what that takes.
 */
export interface Client {
  /** Its pods, as network policies name them. */
  readonly endpoint: Endpoint;
  /** Sets an environment variable of the client. */
  setEnvironment(name: string, value: string): void;
  /** Every key of a ConfigMap as a variable. */
  setEnvironmentFrom(configMap: string): void;
  /** Sets an environment variable of the client from a Secret. */
  setSecret(name: string, secret: SecretKey): void;
}

/** What a component of a chart can do for a service. A kind that serves nobody has no such constructs. */
export interface Dependency extends Construct {
  /** Opens exactly the paths, variables and secrets that the client needs. */
  serve(client: Client): void;
}

/** What makes a worker grow with the work that waits, as a trigger of KEDA. */
export interface ScalingTrigger {
  /** Type of the KEDA trigger. */
  readonly type: string;
  /** Metadata of the KEDA trigger. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Name of a TriggerAuthentication that the queue makes. */
  readonly authentication?: string;
}

/** A queue: it serves who leaves work and who does it. */
export interface QueueDependency extends Dependency {
  /** Gives a worker access to the queue. */
  serveWorker(client: Client): void;
  /** Holds as many waiting messages for each instance; undefined where nothing can be measured. */
  trigger(depthPerInstance: number): ScalingTrigger | undefined;
}

/**
 * What building one component may look at.
 *
 * Names are part of the contract with who makes what these manifests do not:
 * - ConfigMap `<id>-connection` has whole variables as keys (`DATABASE_HOST`, `FILES_BUCKET`, `JOBS_QUEUE_URL`); for a
 *   managed data store, a queue or a bucket on EKS the stack makes it, with the variables that lib/aws gives to tasks.
 * - Secret `<id>-credentials` has `username` and `password` (a cache: `password`). An ExternalSecret of the chart makes it
 *   from the secret `<stack name>/<id>` of the store, with the same properties.
 */
export interface BuildContext {
  /** The blueprint. */
  readonly blueprint: Blueprint;
  /** Container images of the services. */
  readonly images: ContainerImages;
  /** Network paths that components open. */
  readonly paths: NetworkPaths;
  /** The construct of a component. Throws when there is none of this class yet: blueprints are checked before. */
  built<T extends Construct>(id: string, type: new (...args: never[]) => T): T;
  /** The construct of a component that serves others, or undefined: external services have no construct. */
  dependency(id: string): Dependency | undefined;
}

/** Whether services can use a construct. */
export function isDependency(construct: Construct): construct is Dependency {
  return 'serve' in construct;
}

/** Whether workers can scale with a construct. */
export function isQueueDependency(construct: Construct | undefined): construct is QueueDependency {
  return construct !== undefined && 'serveWorker' in construct;
}

/** Kind of a component. */
export type ComponentKind = ResolvedComponent['kind'];
/** The component of a kind. */
export type ComponentOf<Kind extends ComponentKind> = Extract<ResolvedComponent, { readonly kind: Kind }>;
