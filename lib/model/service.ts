import { z } from 'zod';
import { Limits } from './resource';
import { Count, CountOrNone, Id, InstanceRange, NotNegative, Positive } from './scalars';

/** A port that a service listens on, and what speaks on it. */
export const ServicePort = z.strictObject({
  port: z.int().min(1).max(65_535),
  protocol: z.enum(['http', 'tcp', 'udp', 'tcp-udp']),
});

export type ServicePort = z.infer<typeof ServicePort>;

/** When a service grows: each target is held by adding or removing instances. */
export const ServiceScaling = z.strictObject({
  cpuPercent: Positive.max(100).optional(),
  memoryPercent: Positive.max(100).optional(),
  /** Waiting messages of the service's queue that one instance may have before another is started. */
  queueDepthPerInstance: Positive.optional(),
});

/** Code that runs in containers: an API, a worker, a bridge. */
export const Service = z.strictObject({
  kind: z.literal('service'),
  instances: InstanceRange,
  /** Processors of one instance. */
  vcpu: Positive,
  /** Memory of one instance. */
  memoryGib: Positive,
  /** Worker processes inside one instance, for services that fork; absent when it is one process. */
  workers: Count.optional(),
  ports: z.array(ServicePort).default([]),
  /** Path that answers 200 when the service is healthy; absent for services without HTTP. */
  healthPath: z.string().startsWith('/').optional(),
  /** Connections that one instance may open to the database. 0: it does not use it. */
  databasePool: CountOrNone.default(0),
  /** Component ids that the service talks to; its network paths and permissions are exactly these. */
  uses: z.array(Id).default([]),
  /** The queue whose messages the service works on, by component id. */
  worksOn: Id.optional(),
  /** Simultaneous calls that one instance carries, where calls are what it is for. */
  callsPerInstance: Count.optional(),
  /** GPUs that one instance reserves. */
  gpus: CountOrNone.default(0),
  scaling: ServiceScaling.default({}),
  /** Disk of one instance that does not outlive it. */
  scratchGib: NotNegative.default(0),
  /** What an instance carries beyond its size. */
  limits: Limits,
});
export type Service = z.infer<typeof Service>;
export type ServiceInput = z.input<typeof Service>;
