import type { Construct } from 'constructs';
import type { BuildContext, ComponentKind, ComponentOf, EcsContext, EksContext } from './build-context';
import { Bucket } from './data/bucket';
import { Cache } from './data/cache';
import { ContainerCache } from './data/container-cache';
import { ContainerDatabase } from './data/container-database';
import { Database } from './data/database';
import { DocumentStore } from './data/document-store';
import { Queue } from './data/queue';
import { VectorStore } from './data/vector-store';
import { NodePool } from './ecs/node-pool';
import { Service } from './ecs/service';
import { InClusterStore } from './eks/in-cluster-store';
import { NodeGroup } from './eks/node-group';
import { Workload } from './eks/workload';
import { Cdn } from './network/cdn';
import { loadBalancer } from './network/load-balancer';

/** Creates the resources of one component; undefined for a component without resources, such as an external service. */
export type Builder<Kind extends ComponentKind, Context extends BuildContext> = (
  scope: Construct,
  component: ComponentOf<Kind>,
  context: Context,
) => Construct | undefined;

/** A builder for each kind of component. */
export type Builders<Context extends BuildContext> = { readonly [Kind in ComponentKind]: Builder<Kind, Context> };

/**
 * Builders of all component kinds on ECS, in build order: a component is built before those that use it. A kind without a
 * builder does not compile.
 */
export const ECS_BUILDERS: Builders<EcsContext> = {
  external: () => undefined,
  bucket: (...args) => new Bucket(...args),
  queue: (scope, component) => new Queue(scope, component),
  'node-pool': (...args) => new NodePool(...args),
  database: (scope, component, context) =>
    component.deployment === 'container' ? new ContainerDatabase(scope, component, context) : new Database(scope, component, context),
  cache: (scope, component, context) =>
    component.deployment === 'container' ? new ContainerCache(scope, component, context) : new Cache(scope, component, context),
  'document-store': (...args) => new DocumentStore(...args),
  'vector-store': (...args) => new VectorStore(...args),
  service: (...args) => new Service(...args),
  'load-balancer': loadBalancer,
  cdn: (...args) => new Cdn(...args),
};

/** Builders of all component kinds on EKS. Containers and load balancers are objects of the cluster, not resources. */
export const EKS_BUILDERS: Builders<EksContext> = {
  external: () => undefined,
  bucket: (...args) => new Bucket(...args),
  queue: (scope, component, context) =>
    component.deployment === 'container' ? new InClusterStore(scope, component.id, context) : new Queue(scope, component),
  'node-pool': (...args) => new NodeGroup(...args),
  database: (scope, component, context) =>
    component.deployment === 'container' ? new InClusterStore(scope, component.id, context) : new Database(scope, component, context),
  cache: (scope, component, context) =>
    component.deployment === 'container' ? new InClusterStore(scope, component.id, context) : new Cache(scope, component, context),
  'document-store': (scope, component, context) =>
    component.deployment === 'container' ? new InClusterStore(scope, component.id, context) : new DocumentStore(scope, component, context),
  'vector-store': (scope, { id }, context) => new InClusterStore(scope, id, context),
  service: (...args) => new Workload(...args),
  'load-balancer': () => undefined,
  cdn: (...args) => new Cdn(...args),
};

/** Kinds of components in the order in which they are built. */
export const BUILD_ORDER = Object.keys(ECS_BUILDERS) as readonly ComponentKind[];
