import type { OperationLatency, UnknownLatency } from '../capacity/latency/latency';
import type { Interval } from '../core/interval';
import { MS_PER_SECOND } from '../core/time';
import { figure, shares } from './capacity-amounts';
import type { Grid } from './report';

/** Response times and errors of the events of a system. */
export function latencyGrid(latencies: readonly OperationLatency[]): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['response time'], align: 'left' },
      { heading: ['p50'], align: 'right' },
      { heading: ['p95'], align: 'right' },
      { heading: ['errors'], align: 'right' },
      { heading: ['longest wait for'], align: 'left', wraps: true },
    ],
    rows: latencies.map((latency) => ({ cells: latencyCells(latency) })),
  };
}

function latencyCells({ operation, p50Seconds, p95Seconds, unknown, errorShare, longestWait }: OperationLatency): string[] {
  const wait = longestWait === undefined ? 'no wait' : `${longestWait.resource} at ${shares(longestWait.utilization)}`;
  return [
    operation,
    durations(p50Seconds),
    durations(p95Seconds),
    shares(errorShare),
    unknown === undefined ? wait : unknownLatencyText(unknown),
  ];
}

/** Why a response time is unknown. */
export function unknownLatencyText(unknown: UnknownLatency): string {
  return unknown.kind === 'no-seconds'
    ? `unknown, because ${unknown.operation} has no \`seconds\``
    : `unknown, because the limit of ${unknown.resource} is unknown`;
}

/** `12 – 30 – 140 ms`, or in seconds from one second; `unlimited` where a queue grows without limit. */
export function durations(seconds: Interval | undefined): string {
  if (seconds === undefined) return 'unknown';
  const { low, mid, high } = seconds;
  const [factor, unit] = (Number.isFinite(mid) ? mid : low) < 1 ? [MS_PER_SECOND, 'ms'] : [1, 's'];
  const texts = [low, mid, high].map((value) => (value === Number.POSITIVE_INFINITY ? 'unlimited' : figure(value * factor)));
  const distinct = new Set(texts).size === 1 ? texts.slice(0, 1) : texts;
  const last = distinct.findLastIndex((text) => text !== 'unlimited');
  return distinct.map((text, index) => (index === last ? `${text} ${unit}` : text)).join(' – ');
}
