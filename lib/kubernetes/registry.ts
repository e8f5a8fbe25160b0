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

/** Makes the objects of one component. */
export interface Builder<Kind extends ComponentKind> {
  /** Where its file stands in the order in which files are applied: what it needs is in files before it. */
  readonly order: number;
  /** Whether its objects belong to the cluster and have no namespace. Default: they are in the chart's. */
  readonly clusterWide?: true;
  /** Adds the objects of a component to the chart. */
  build(scope: Construct, component: ComponentOf<Kind>, context: BuildContext): Construct;
}

/**
 * The registry of component kinds, in the order in which they are built: what others ask for comes before them. A
 * kind without a line here does not compile. 00 is the namespace, 10 what the chart's components share, 70 monitoring.
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

/** Kinds in the order in which they are built: dependencies first. */
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
