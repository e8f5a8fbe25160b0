import type { Construct } from 'constructs';
import { Bucket } from './bucket';
import type { BuildContext, ComponentKind, ComponentOf } from './build-context';
import { Cache } from './cache';
import { Cdn } from './cdn';
import { ContainerCache } from './container-cache';
import { ContainerDatabase } from './container-database';
import { Database } from './database';
import { DocumentStore } from './document-store';
import { loadBalancer } from './load-balancer';
import { NodePool } from './node-pool';
import { Queue } from './queue';
import { Service } from './service';
import { VectorStore } from './vector-store';

/** Makes the resources of one component; undefined for a component that is a bill and no resource. */
export type Builder<Kind extends ComponentKind> = (
  scope: Construct,
  component: ComponentOf<Kind>,
  context: BuildContext,
) => Construct | undefined;

/**
 * The registry of component kinds, in the order in which they are built: what others ask for comes before them. A
 * kind without a line here does not compile.
 */
export const BUILDERS: { readonly [Kind in ComponentKind]: Builder<Kind> } = {
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

export const BUILD_ORDER = Object.keys(BUILDERS) as readonly ComponentKind[];
