import { z } from 'zod';
import { GPU_MODELS } from './options';
import { Limits } from './resource';
import { Count, CountOrNone, Id, InstanceRange, NotNegative, Positive, UniqueIds } from './scalars';

/** A port of a service with its protocol. */
export const ServicePort = z.strictObject({
  port: z.int().min(1).max(65_535).describe('Port number.'),
  protocol: z.enum(['http', 'tcp', 'udp', 'tcp-udp']).describe('Protocol; `http` includes WebSocket.'),
});
export type ServicePort = z.infer<typeof ServicePort>;

/** Ports of a service. A port number is listened on once for each transport protocol. */
const ServicePorts = z.array(ServicePort).superRefine((ports, context) => {
  for (const [index, { port, protocol }] of ports.entries()) {
    const other = ports.slice(0, index).find((each) => each.port === port && isSameTransport(each.protocol, protocol));
    if (other !== undefined) {
      context.addIssue({ code: 'custom', path: [index, 'port'], message: `a port other than the ${other.protocol} port ${port}` });
    }
  }
});

function isSameTransport(one: ServicePort['protocol'], other: ServicePort['protocol']): boolean {
  return one === 'tcp-udp' || other === 'tcp-udp' || (one === 'udp') === (other === 'udp');
}

/** A target in percent. Below 1, it is a share by mistake: 0.6 for 60%. */
const Percent = z.number().min(1).max(100);

/** Targets of autoscaling: instances are added or removed to keep each of them. */
export const ServiceScaling = z.strictObject({
  cpuPercent: Percent.optional().describe('Average CPU utilization in percent. Default: CPU does not scale the service.'),
  memoryPercent: Percent.optional().describe('Average memory utilization in percent. Default: memory does not scale the service.'),
  queueDepthPerInstance: Positive.optional().describe(
    'Waiting messages per instance in the queue that the service works on. Default: the queue does not scale the service.',
  ),
});
export type ServiceScaling = z.infer<typeof ServiceScaling>;

/** Below the default threshold of processors, 70%: new instances start before it is reached. */
const DEFAULT_SCALING: ServiceScaling = { cpuPercent: 60 };

/** Code that runs in containers: an API, a worker, a bridge. */
export const Service = z.strictObject({
  kind: z.literal('service').describe('Code that runs in containers.'),
  instances: InstanceRange.describe('Number of instances: minimum, expected and maximum.'),
  vcpu: Positive.describe('Number of vCPUs of one instance.'),
  memoryGib: Positive.describe('Memory of one instance in GiB.'),
  workers: Count.optional().describe('Worker processes in one instance, for services that fork. Default: one process.'),
  ports: ServicePorts.default([]).describe('Ports that the service listens on. Default: none.'),
  healthPath: z
    .string()
    .startsWith('/', 'a path that starts with /')
    .optional()
    .describe('HTTP path that returns 200 while the service is healthy. Default: no HTTP health check.'),
  databasePool: CountOrNone.default(0).describe('Maximum number of database connections of one instance. Default: 0, no database.'),
  uses: UniqueIds.default([]).describe(
    'Component ids that the service connects to. It has network access and permissions for these alone; with its own id, its instances connect to each other. Default: none.',
  ),
  worksOn: Id.optional().describe('Component id of the queue whose messages the service processes. Default: none.'),
  callsPerInstance: Count.optional().describe(
    'Maximum number of simultaneous voice calls of one instance. Default: calls do not limit it.',
  ),
  gpus: CountOrNone.default(0).describe(
    'GPUs that one instance reserves. Above 0, the service needs `gpu`, or the tier needs `gpu.default`. Default: 0.',
  ),
  gpu: z
    .enum(GPU_MODELS)
    .optional()
    .describe(
      'GPU model of the service, which the option `gpu` does not override, for a tier with several models. Services with the same model of their own share a node pool. Default: `gpu.default` of the tier.',
    ),
  scaling: ServiceScaling.default(DEFAULT_SCALING).describe(
    'Targets of autoscaling between the minimum and the maximum number of instances. Default: `cpuPercent: 60`, so that new instances start below the threshold of processors, 70%.',
  ),
  scratchGib: NotNegative.default(0).describe(
    'Ephemeral disk of one instance in GiB. Default: 0, so that the task has the disk that the node or Fargate provides.',
  ),
  limits: Limits,
});
export type Service = z.infer<typeof Service>;
