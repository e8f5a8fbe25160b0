import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fitLoadTests } from '../../lib/answers/fit';
import { fitUsl } from '../../lib/loadtest/fit-usl';

const folder = mkdtempSync(join(tmpdir(), 'fit-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** One more user each second; the system handles 100 requests/s, 4% more or fewer in every other half minute. */
function rampOfLocust(): string {
  let total = 0;
  const rows = Array.from({ length: 200 }, (_, second) => {
    total += Math.round(Math.min(second + 1, 100) * (second % 60 < 30 ? 1.04 : 0.96));
    return `${1_800_000_000 + second},${second + 1},,Aggregated,${total},0`;
  });
  return ['Timestamp,User Count,Type,Name,Total Request Count,Total Failure Count', ...rows].join('\n');
}

test('the fit of a ramp has the intervals of parts that are not independent', async () => {
  const path = join(folder, 'ramp_stats_history.csv');
  writeFileSync(path, rampOfLocust());
  const { test: read, fit } = await fitLoadTests({ files: [path], system: 'aiva', tier: 'small', measuredOn: '2026-01-31' });
  expect(read.runs[0]?.notes).toContainEqual({ kind: 'ramp-windows', leastSeconds: 5, mostSeconds: 60 });
  const { mid, low } = fitUsl(read.points).saturation.requestsPerSecond;
  expect((mid - fit.saturation.requestsPerSecond.low) / (mid - low)).toBeCloseTo(Math.sqrt(Math.PI / 2), 6);
});
