import type { ReplicationLag } from '../capacity/latency/replication-lag';
import { durations } from './latency';
import type { Grid } from './report';

/** Replication lag of the components whose replicas serve reads. */
export function replicationLagGrid(lags: readonly ReplicationLag[]): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['replication lag'], align: 'left' },
      { heading: ['p95'], align: 'right' },
      { heading: ['longest change'], align: 'right' },
      { heading: ['of'], align: 'left' },
      { heading: ['seen by'], align: 'left', wraps: true },
    ],
    rows: lags.map(({ component, p95Seconds, longest, readers }) => ({
      cells: [
        component,
        durations(p95Seconds),
        longest === undefined ? '–' : durations(longest.seconds),
        longest?.operation ?? '–',
        readers.join(', '),
      ],
      ...(p95Seconds === undefined ? { details: ['unknown, because the number of processes that apply changes is unknown'] } : {}),
    })),
  };
}
