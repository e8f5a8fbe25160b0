import type { FitAnswer } from '../answers/fit';
import type { TestedInstances } from '../answers/tested-instances';
import { exactPercent, percent } from '../core/number-format';
import type { UslFit } from '../loadtest/fit-usl';
import type { LoadTest } from '../loadtest/read-load-test';
import type { ThresholdCapacity } from '../loadtest/threshold-capacity';
import { figure } from './capacity-amounts';
import { changedDemandBlocks } from './changed-demands';
import { fitWarningText } from './fit-warnings';
import { loadTestsNoteText } from './load-test-notes';
import type { Block, Grid, View } from './report';
import { uslText } from './usl-text';

/** The peak of the fitted curve, its coefficients and the load at each threshold. */
export function fitView(answer: FitAnswer): View {
  const { test, fit, thresholds, instances, calibration, changes } = answer;
  return {
    blocks: [
      { kind: 'title', text: `${calibration.system} ${calibration.tier} · load test of ${calibration.measuredOn} · measured` },
      { kind: 'paragraph', text: uslText(fit) },
      curveGrid(fit),
      ...thresholdBlocks(thresholds),
      ...changedDemandBlocks(changes, calibration.tier),
      ...notesBlocks(test, fit, instances),
    ],
    records: {
      columns: ['concurrency', 'requestsPerSecond', 'p95LatencyMs', 'errorShare'],
      rows: test.points.map((point) => [
        String(point.concurrency),
        String(point.requestsPerSecond),
        String(point.p95LatencyMs ?? ''),
        String(point.errorShare ?? ''),
      ]),
    },
  };
}

function curveGrid({ intervals, confidence }: UslFit): Grid {
  const row = (name: string, interval: { readonly low: number; readonly mid: number; readonly high: number }) => ({
    cells: [name, figure(interval.mid), `${figure(interval.low)} – ${figure(interval.high)}`],
  });
  return {
    kind: 'grid',
    columns: [
      { heading: ['Universal Scalability Law'], align: 'left' },
      { heading: ['fitted'], align: 'right' },
      { heading: [`${percent(confidence)} interval`], align: 'right' },
    ],
    rows: [
      row('γ, requests/s at a concurrency of 1', intervals.requestsPerSecondAtOne),
      row('σ, contention', intervals.contention),
      row('κ, crosstalk', intervals.crosstalk),
    ],
  };
}

const THRESHOLD_NAMES = { p95LatencyMs: 'p95 of', errorShare: 'errors of' } as const;

function thresholdBlocks(thresholds: readonly ThresholdCapacity[]): Block[] {
  if (thresholds.length === 0) return [];
  return [
    {
      kind: 'grid',
      columns: [
        { heading: ['threshold'], align: 'left' },
        { heading: ['outcome'], align: 'left' },
        { heading: ['concurrency'], align: 'right' },
        { heading: ['requests/s'], align: 'right' },
      ],
      rows: thresholds.map(({ threshold, limit, outcome, concurrency, requestsPerSecond }) => ({
        cells: [
          `${THRESHOLD_NAMES[threshold]} ${threshold === 'p95LatencyMs' ? `${figure(limit)} ms` : exactPercent(limit)}`,
          outcome.replaceAll('-', ' '),
          openIntervalText(concurrency),
          openIntervalText(requestsPerSecond),
        ],
      })),
    },
  ];
}

/** `40 – 55 – 80`; `at least 40, probably 55` where no load exceeded the limit. */
export function openIntervalText({ low, mid, high }: ThresholdCapacity['concurrency']): string {
  if (mid === null) return `at least ${figure(low)}`;
  if (high !== null) return `${figure(low)} – ${figure(mid)} – ${figure(high)}`;
  return low === mid ? `at least ${figure(low)}` : `at least ${figure(low)}, probably ${figure(mid)}`;
}

function notesBlocks(test: LoadTest, { warnings }: UslFit, instances: TestedInstances): Block[] {
  const texts = [...assumedInstancesText(instances), ...test.notes.map(loadTestsNoteText), ...warnings.map(fitWarningText)];
  const items = texts.map((text) => ({ mark: '·', text }));
  return items.length === 0 ? [] : [{ kind: 'notes', items }];
}

/** The services whose number of instances was not given. */
function assumedInstancesText({ counts, assumed }: TestedInstances): string[] {
  if (assumed.length === 0) return [];
  const numbers = assumed.map((service) => `${counts[service]} of ${service}`).join(', ');
  return [`The numbers of instances are the minimum of the tier: ${numbers}. Use --instances if others ran during the test.`];
}
