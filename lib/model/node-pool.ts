import { z } from 'zod';
import { CountOrNone, UniqueIds } from './scalars';

/** Nodes that services run on. Their instance type and number are derived from the components that run on them. */
export const NodePool = z.strictObject({
  kind: z.literal('node-pool').describe('Nodes that services run on.'),
  runs: UniqueIds.min(1).describe(
    'Component ids of the services that run on the nodes. A data store among them runs in a container with a volume, not as a managed service.',
  ),
  minNodes: CountOrNone.default(1).describe('Minimum number of nodes. Default: 1; 2 or more survive the loss of one.'),
  burstable: z
    .boolean()
    .default(false)
    .describe('Whether burstable types (t3, t4g) are allowed. Default: false, because they throttle the CPU without credits.'),
  instanceType: z.string().optional().describe('Instance type to use, such as `m6i.large`. Default: the cheapest that fits.'),
  rootDiskGib: z
    .int()
    .min(30)
    .default(30)
    .describe(
      'Root disk of one node in GiB, for the operating system and container images. Default: 30, the size of the ECS-optimized AMI.',
    ),
});
export type NodePool = z.infer<typeof NodePool>;
