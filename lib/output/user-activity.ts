import type { UserActivity } from '../capacity/users';
import { mapInterval } from '../core/interval';
import { figures } from './capacity-amounts';
import type { Block } from './report';

/** Concurrent users by activity, in a sentence; no block for a workload without users. */
export function userActivityBlocks({ withOpenSession, active, inFlight, withoutSeconds }: UserActivity): Block[] {
  if (withOpenSession.high === 0) return [];
  const operations =
    inFlight === undefined
      ? `The number of operations in flight is unknown, because these operations have no \`seconds\`: ${withoutSeconds.join(', ')}.`
      : `Operations in flight: ${figures(inFlight)}.`;
  return [
    {
      kind: 'paragraph',
      text: `Concurrent users have an open session: ${figures(withOpenSession)}. Of them ${figures(mapInterval(active, Math.ceil))} are active within 60 seconds. ${operations}`,
    },
  ];
}
