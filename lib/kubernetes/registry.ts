import type { Construct } from 'constructs';
import type { BuildContext, ComponentKind, ComponentOf } from './build-context';
import { Cache } from './cache/cache';
import { ManagedQueue } from './cache/managed-queue';
import { Queue } from './cache/queue';
import { Bucket } from './data/bucket';
import { ManagedConnection } from './data/managed-connection';
import { VectorStore } from './data/vector-store';
import { Database } from './database/database';
import { DocumentStore } from './document-store/document-store';
import { Cdn } from './entry/cdn';
import { loadBalancer } from './entry/load-balancer';
import { External } from './service/external';
import { NodePool } from './service/node-pool';
import { Service } from './service/service';

/** Builds the objects of one kind of component. */
export interface Builder<Kind extends ComponentKind> {
  /** Prefix of the file name, which is the order in which files are applied: dependencies have lower numbers. */
  readonly order: number;
  /** Whether its objects are cluster-scoped. Default: they are in the namespace of the chart. */
  readonly clusterWide?: true;
  /** Adds the objects of a component to the chart. */
  build(scope: Construct, component: ComponentOf<Kind>, context: BuildContext): Construct;
}

/**
 * The builders of all component kinds, in build order: dependencies first. A kind without an entry does not compile. Order
 * 00 is the namespace, 10 the objects that components share, 70 monitoring.
 */
export const BUILDERS: { readonly [Kind in ComponentKind]: Builder<Kind> } = {
  external: { order: 30, build: (...args) => new External(...args) },
  bucket: { order: 30, build: (...args) => new Bucket(...args) },
  'node-pool': { order: 20, clusterWide: true, build: (...args) => new NodePool(...args) },
  queue: { order: 40, build: queue },
  database: { order: 40, build: database },
  cache: { order: 40, build: cache },
  'document-store': { order: 40, build: documentStore },
  'vector-store': { order: 40, build: (...args) => new VectorStore(...args) },
  service: { order: 50, build: (...args) => new Service(...args) },
  'load-balancer': { order: 60, build: loadBalancer },
  cdn: { order: 60, build: (scope, component) => new Cdn(scope, component) },
};

/** Component kinds in build order. */
export const BUILD_ORDER = Object.keys(BUILDERS) as readonly ComponentKind[];

const LOGIN = ['username', 'password'] as const;

function database(scope: Construct, component: ComponentOf<'database'>, context: BuildContext): Construct {
  const { id, port, deployment } = component;
  return deployment === 'managed'
    ? new ManagedConnection(scope, { id, port, secrets: LOGIN }, context)
    : new Database(scope, component, context);
}

function cache(scope: Construct, component: ComponentOf<'cache'>, context: BuildContext): Construct {
  const { id, port, deployment } = component;
  return deployment === 'managed'
    ? new ManagedConnection(scope, { id, port, secrets: ['password'] }, context)
    : new Cache(scope, component, context);
}

function documentStore(scope: Construct, component: ComponentOf<'document-store'>, context: BuildContext): Construct {
  const { id, port, deployment } = component;
  return deployment === 'managed'
    ? new ManagedConnection(scope, { id, port, secrets: LOGIN }, context)
    : new DocumentStore(scope, component, context);
}

function queue(scope: Construct, component: ComponentOf<'queue'>, context: BuildContext): Construct {
  return component.deployment === 'managed' ? new ManagedQueue(scope, component, context) : new Queue(scope, component, context);
}
