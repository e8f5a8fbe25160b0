import { z } from 'zod';
import type { ReplicationLag } from '../../capacity/latency/replication-lag';
import { SecondsJson, secondsJson } from './latency';

/** Replication lag of a component. */
export const ReplicationLagJson = z.strictObject({
  component: z.string().describe('id of the component'),
  readers: z.array(z.string()).describe('ids of the operations that read from the replicas'),
  p95Seconds: SecondsJson.optional().describe(
    'seconds after which 95% of the changes are visible on a replica; absent where it is unknown how many processes apply changes, as for document stores',
  ),
  longest: z
    .strictObject({
      operation: z.string().describe('id of the operation'),
      seconds: SecondsJson.describe('seconds to apply the changes of one event'),
    })
    .optional()
    .describe('operation whose changes take a replica the longest; later changes wait meanwhile. Absent where no operation writes'),
});

/** The JSON form of a replication lag. */
export function replicationLagJson({ component, readers, p95Seconds, longest }: ReplicationLag): z.infer<typeof ReplicationLagJson> {
  const change = longest && { operation: longest.operation, seconds: secondsJson(longest.seconds) };
  return { component, readers: [...readers], p95Seconds: secondsJson(p95Seconds), longest: change };
}
