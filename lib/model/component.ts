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

/** The registry of component kinds. A new kind is one file and one line here; the compiler lists what it then misses. */
export const COMPONENT_KINDS = {
  service: Service,
  'node-pool': NodePool,
  database: Database,
  cache: Cache,
  'document-store': DocumentStore,
  'vector-store': VectorStore,
  'load-balancer': LoadBalancer,
  bucket: Bucket,
  queue: Queue,
  cdn: Cdn,
  external: External,
} as const;

/** Kind of a component. */
export type ComponentKind = keyof typeof COMPONENT_KINDS;

/** One part of a system. */
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
