import { z } from 'zod';
import { Bucket } from './bucket';
import { Cache } from './cache';
import { Cdn } from './cdn';
import { Database } from './database';
import { DocumentStore } from './document-store';
import { External } from './external';
import { LoadBalancer } from './load-balancer';
import { NodePool } from './node-pool';
import { Queue } from './queue';
import { Service } from './service';
import { VectorStore } from './vector-store';

/** One part of a system. The list is the registry of component kinds: the compiler reports every place that a new kind requires. */
export const Component = z.discriminatedUnion('kind', [
  Service,
  NodePool,
  Database,
  Cache,
  DocumentStore,
  VectorStore,
  LoadBalancer,
  Bucket,
  Queue,
  Cdn,
  External,
]);
export type Component = z.infer<typeof Component>;

/** Kind of a component. */
export type ComponentKind = Component['kind'];
