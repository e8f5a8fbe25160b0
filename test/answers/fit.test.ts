import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fitLoadTests } from '../../lib/answers/fit';
import { fitUsl } from '../../lib/loadtest/fit-usl';
import { defineSystem } from '../../lib/model/define-system';

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

/** A closed test of a tier whose API of two cores takes `seconds` of a core for each request, without waits. */
function saturated(seconds: number): string {
  const rows = [1, 2, 4, 8, 16, 32, 64, 128].map((users) => `${users},${Math.min(users * 10, 2 / seconds)},100,0`);
  return ['concurrency,requests/s,p95_ms,errors_%', ...rows].join('\n');
}

test('the fit names the demands that its calibration changes, with those of the definition', async () => {
  const path = join(folder, 'saturated.csv');
  writeFileSync(path, saturated(0.01));
  const request = { files: [path], system: 'aiva', tier: 'medium', measuredOn: '2026-01-31', instances: { api: 2 } };
  const { changes } = await fitLoadTests(request);
  if ('problems' in changes) throw changes;
  const [change, ...others] = changes.filter(({ component, resource }) => component === 'api' && resource === 'processor');
  expect(others).toEqual([]);
  // Two instances of one core without their idle load make 200 requests/s; the definition expects 4.1 ms of a core for each.
  expect(change).toMatchObject({ operation: 'requests', isOfSession: false });
  expect(change?.from?.mid).toBeCloseTo(0.0041, 3);
  expect(change?.to.mid).toBeGreaterThan(0.008);
  expect(change?.to.mid).toBeLessThan(0.0101);
});

test('the fit states why no command can size the tier by its calibration', async () => {
  const path = join(folder, 'slow.csv');
  writeFileSync(path, saturated(0.01));
  const request = { files: [path], system: 'aiva', tier: 'medium', measuredOn: '2026-01-31', thresholds: { p95LatencyMs: 50 } };
  const { changes } = await fitLoadTests(request);
  if (!('problems' in changes)) throw new Error('each level is above the limit of 50 ms');
  expect(changes.problems.map(({ path: at }) => at)).toContain('thresholds.0.outcome');
});

test('a load test of a system whose requests no operation counts is refused with the field to set', async () => {
  const mailer = defineSystem({
    id: 'mailer',
    operations: {
      mails: {
        name: 'mail',
        kind: 'event',
        usual: { amount: 0.02 },
        demands: [{ component: 'api', resource: 'processor', amount: 1, seconds: 0.05, source: 'measured' }],
      },
    },
    tiers: [
      {
        id: 'small',
        components: {
          api: { kind: 'service', vcpu: 1, memoryGib: 1, instances: { min: 1, max: 2 } },
          nodes: { kind: 'node-pool', runs: ['api'] },
        },
      },
    ],
  });
  const request = { files: ['test/loadtest/fixtures/levels.csv'], system: mailer, tier: 'small', measuredOn: '2026-01-31' };
  await expect(fitLoadTests(request)).rejects.toThrow(
    'system: no operation of mailer counts HTTP requests; expected `counts: http-requests` on operations.mails',
  );
});
