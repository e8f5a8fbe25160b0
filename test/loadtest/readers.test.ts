import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fitUsl } from '../../lib/loadtest/fit-usl';
import { readLoadTest, readLoadTests } from '../../lib/loadtest/read-load-test';
import { file, fixture, problemsOf, read, textOfFixture } from './support';

describe('k6', () => {
  const point = { concurrency: 20, requestsPerSecond: 59.98, p95LatencyMs: 46.25, errorShare: 0.005 };

  it.each([
    ['k6-summary-export.json', point],
    ['k6-handle-summary.json', point],
    ['k6-machine-readable.json', { ...point, requestsPerSecond: 60 }],
  ])('summary %s is one point', async (name, expected) => {
    expect(await readLoadTest(fixture(name))).toMatchObject({ format: 'k6-summary', concurrencyKind: 'virtual-users', points: [expected] });
  });

  it('summary and stream are unpacked if gzip compressed them (k6 run --out json=results.gz)', async () => {
    for (const name of ['k6-summary-export.json', 'k6-stream.ndjson']) {
      const packed = gzipSync(textOfFixture(name));
      const pieces = [packed.subarray(0, 1), packed.subarray(1, 100), packed.subarray(100)];
      expect(await readLoadTest(file(name, ...pieces)), name).toEqual(await readLoadTest(fixture(name)));
    }
  });

  it('summary of a ramp has a note that it mixes levels; that of a constant level has none', async () => {
    expect((await readLoadTest(fixture('k6-handle-summary.json'))).notes).toEqual([{ kind: 'ramp', from: 1, to: 20 }]);
    expect((await readLoadTest(fixture('k6-summary-export.json'))).notes).toEqual([]);
  });

  it('summary without p95, failures and vus gives the values that it has', async () => {
    const run = await read('summary', JSON.stringify({ metrics: { http_reqs: { count: 10, rate: 2 }, vus_max: { value: 3 } } }));
    expect(run.points).toEqual([{ concurrency: 3, requestsPerSecond: 2 }]);
    expect(run.notes).toEqual([{ kind: 'no-p95' }]);
  });

  it('summary with impossible values is rejected with all of them', async () => {
    const metrics = { http_reqs: { count: 10, rate: -2 }, vus: { max: 0 }, http_req_failed: { rate: 7 } };
    expect((await problemsOf(JSON.stringify({ metrics }))).map(({ path }) => path)).toEqual([
      'http_reqs.rate',
      'vus.max',
      'http_req_failed.rate',
    ]);
  });

  it('summary of a run without requests is rejected', async () => {
    expect(await problemsOf(JSON.stringify({ root_group: {}, metrics: { vus: { max: 3 } } }))).toEqual([
      { path: 'http_reqs', expected: 'an object with count' },
    ]);
  });

  it('summary without level and rate is rejected with both problems', async () => {
    expect(await problemsOf(JSON.stringify({ metrics: { http_reqs: { count: 10 } } }))).toEqual([
      { path: 'vus', expected: expect.any(String) },
      { path: 'http_reqs.rate', expected: expect.any(String) },
    ]);
  });

  it('stream is grouped by level and time, regardless of its chunks', async () => {
    // 9 seconds of 3 requests of 100, 110 and 120 ms; without the first and the last second; one of 21 fails.
    for (const pieceBytes of [7, 1_000, 100_000]) {
      expect(await readLoadTest(fixture('k6-stream.ndjson', pieceBytes))).toMatchObject({
        format: 'k6-stream',
        points: [{ concurrency: 2, requestsPerSecond: 3, p95LatencyMs: expect.closeTo(120, 0), errorShare: 1 / 21 }],
      });
    }
  });
});

/** A k6 stream: each second of a level has its virtual users and as many requests, of as many milliseconds. */
function k6Stream(
  levels: readonly { readonly seconds: number; readonly vus: number; readonly requests: number; readonly ms: number }[],
): string {
  const lines: string[] = [];
  const sample = (metric: string, time: string, value: number) =>
    lines.push(JSON.stringify({ metric, type: 'Point', data: { time, value, tags: {} } }));
  let second = 0;
  for (const { seconds, vus, requests, ms } of levels) {
    for (const end = second + seconds; second < end; second++) {
      const time = new Date(Date.UTC(2026, 2, 1) + second * 1_000 + 500).toISOString();
      sample('vus', time, vus);
      for (let request = 0; request < requests; request++) {
        sample('http_reqs', time, 1);
        sample('http_req_duration', time, ms);
      }
    }
  }
  return lines.join('\n');
}

describe('levels of a k6 stream', () => {
  it('are one point each, and several if they are long', async () => {
    const { points } = await read(
      'steps',
      k6Stream([
        { seconds: 20, vus: 10, requests: 5, ms: 40 },
        { seconds: 75, vus: 20, requests: 8, ms: 80 },
      ]),
    );
    expect(points.map(({ concurrency, requestsPerSecond }) => [concurrency, requestsPerSecond])).toEqual([
      [10, 5],
      [20, 8],
      [20, 8],
      [20, 8],
    ]);
    expect(points[0]?.p95LatencyMs).toBeCloseTo(40, 0);
  });

  it('of a slow ramp are parts of it, because no level is held for 10 seconds', async () => {
    const ramp = Array.from({ length: 120 }, (_, index) => ({ seconds: 3, vus: 20 + index, requests: 20 + index, ms: 10 }));
    const { points, notes } = await read('ramp', k6Stream(ramp));
    // Levels of 20 to 139, each part at most 25% wide: ln(139 ÷ 20) ÷ ln(1.25) = 8.7.
    expect(points).toHaveLength(9);
    expect(notes).toEqual([{ kind: 'ramp-windows', leastSeconds: 5, mostSeconds: 60 }]);
    for (const { concurrency, requestsPerSecond } of points) expect(requestsPerSecond / concurrency).toBeCloseTo(1, 9);
  });

  it('of a plain ramp are parts of it: k6 run --stage 2m:120', async () => {
    // One more user each second; the system handles 60 requests/s.
    const ramp = Array.from({ length: 120 }, (_, index) => ({ seconds: 1, vus: index + 1, requests: Math.min(index + 1, 60), ms: 10 }));
    const run = await read('ramp', k6Stream(ramp));
    expect(run.notes).toContainEqual({ kind: 'ramp-windows', leastSeconds: 5, mostSeconds: 60 });
    // The first parts are 5 seconds long, from the second in which 10 users are there.
    expect(run.points.length).toBeGreaterThanOrEqual(9);
    for (const { concurrency, requestsPerSecond } of run.points) {
      expect(requestsPerSecond / Math.min(concurrency, 60)).toBeGreaterThan(0.96);
      expect(requestsPerSecond / Math.min(concurrency, 60)).toBeLessThan(1.01);
    }
    expect(fitUsl(run.points, { resamples: 20 }).saturation).toMatchObject({
      kind: 'ceiling',
      requestsPerSecond: { mid: expect.closeTo(60, 0) },
    });
  });

  it('of a test with short ramps between its levels are the levels only', async () => {
    const levels = [10, 20, 40].flatMap((vus) => [
      { seconds: 3, vus: vus * 0.7, requests: vus, ms: 10 },
      { seconds: 3, vus: vus * 0.8, requests: vus, ms: 10 },
      { seconds: 30, vus, requests: vus, ms: 10 },
    ]);
    const { notes, points } = await read('steps', k6Stream(levels));
    expect(points.map(({ concurrency }) => concurrency)).toEqual([10, 20, 40]);
    expect(notes.map(({ kind }) => kind)).toEqual(['steady-levels']);
  });

  it('that are too short are excluded', async () => {
    expect(await problemsOf(k6Stream([{ seconds: 4, vus: 3, requests: 2, ms: 10 }]))).toEqual([
      {
        path: 'virtual users',
        reason: 'no steady level in 2 seconds',
        expected: expect.stringMatching(/^at least 5 seconds at one level/),
      },
    ]);
  });

  it('without responses are excluded, with a note', async () => {
    const run = await read(
      'silent',
      k6Stream([
        { seconds: 12, vus: 10, requests: 5, ms: 40 },
        { seconds: 12, vus: 100, requests: 0, ms: 0 },
        { seconds: 12, vus: 10, requests: 5, ms: 40 },
      ]),
    );
    expect(run.points.map(({ concurrency }) => concurrency)).toEqual([10, 10]);
    expect(run.notes).toContainEqual({ kind: 'silent-levels-left-out', count: 1 });
  });
});

describe('Locust', () => {
  it('history is a point for each level, from the growth of the totals', async () => {
    const run = await readLoadTest(fixture('locust_stats_history.csv'));
    expect(run).toMatchObject({ format: 'locust-history', concurrencyKind: 'virtual-users' });
    expect(run.points).toEqual([
      { concurrency: 10, requestsPerSecond: 50, errorShare: 0 },
      { concurrency: 20, requestsPerSecond: 90, errorShare: 1 / 90 },
    ]);
    expect(run.notes).toEqual([{ kind: 'cumulative-percentiles' }]);
  });

  it('full history has current percentiles, which are read', async () => {
    const lines = textOfFixture('locust_stats_history.csv').trimEnd().split('\r\n');
    const full = lines.flatMap((line) => (line.includes(',Aggregated,') ? [line.replace(',,Aggregated,', ',GET,/search,'), line] : [line]));
    const run = await read('full', full.join('\n'));
    expect(run.points.map(({ p95LatencyMs }) => p95LatencyMs)).toEqual([120, 160]);
    expect(run.notes).toEqual([]);
  });

  it('history with cells that are not numbers is rejected, line by line', async () => {
    const broken = textOfFixture('locust_stats_history.csv')
      .replace('1772362805,10', '1772362805,ten')
      .replace('1772362807,10', '1772362807,-1');
    expect(await problemsOf(broken)).toEqual([
      { path: 'line 7, User Count', received: '"ten"', expected: 'a number of 0 to 1000000000000000' },
      { path: 'line 9, User Count', received: '"-1"', expected: 'a number of 0 to 1000000000000000' },
    ]);
  });

  it('history with a truncated line is rejected', async () => {
    const text = textOfFixture('locust_stats_history.csv');
    expect(await problemsOf(text.slice(0, text.lastIndexOf(',Aggregated,') + 30))).toContainEqual(
      expect.objectContaining({ path: 'line 42, Total Request Count' }),
    );
  });

  it('history without users is rejected', async () => {
    const [header] = textOfFixture('locust_stats_history.csv').split('\r\n');
    expect(await problemsOf(header ?? '')).toEqual([{ path: 'rows named Aggregated', reason: 'missing', expected: expect.any(String) }]);
  });

  it('stats of endpoints are rejected: the history is required', async () => {
    expect(await problemsOf('Type,Name,Request Count,Failure Count,Requests/s\nGET,/,5,0,1')).toEqual([
      { path: 'file', reason: "Locust's stats, without users", expected: 'the file whose name ends with _stats_history.csv' },
    ]);
  });
});

/**
 * Results of JMeter, with the columns and their order of jmeter.properties 5.6 (CSVSaveService.printableFieldNamesToString). Each second of
 * a level of 20 seconds has twice as many requests as threads; the first of each second fails.
 */
function jmeterResults(levels: readonly number[]): string[] {
  const header =
    'timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect';
  const rows = levels.flatMap((threads, level) =>
    Array.from({ length: 20 * 2 * threads }, (_, request) => {
      const startMs = 1_772_362_800_000 + 20_000 * level + Math.floor((request * 1_000) / (2 * threads));
      const isFailed = request % (2 * threads) === 0;
      const answer = isFailed ? '500,Server Error' : '200,OK';
      return `${startMs},40,home,${answer},Users 1-${threads},text,${!isFailed},,1024,120,${threads},${threads},http://shop.example/,38,0,2`;
    }),
  );
  return [header, ...rows];
}

describe('JMeter', () => {
  it('results are a point for each level of threads', async () => {
    const run = await read('results.jtl', jmeterResults([5, 10, 20]).join('\n'));
    expect(run).toMatchObject({ format: 'jmeter-results', concurrencyKind: 'virtual-users' });
    for (const [index, threads] of [5, 10, 20].entries()) {
      expect(run.points[index]?.concurrency).toBe(threads);
      expect((run.points[index]?.requestsPerSecond ?? 0) / (2 * threads)).toBeCloseTo(1, 1);
      expect(run.points[index]?.p95LatencyMs).toBeCloseTo(40, 0);
      expect((run.points[index]?.errorShare ?? 0) * 2 * threads).toBeCloseTo(1, 0);
    }
  });

  it('results are the same with other separators and orders of columns, and without transactions, scripts and pauses', async () => {
    const [header = '', ...rows] = jmeterResults([5, 10, 20]);
    const expected = (await read('results.jtl', [header, ...rows].join('\n'))).points;
    const reversed = [header, ...rows].map((line) => line.split(',').reverse().join(';')).join('\r\n');
    expect((await read('reversed', reversed)).points).toEqual(expected);
    // TransactionController.java: the message of a transaction, whose URL is null.
    const transaction =
      '1772362800000,9000,order,200,"Number of samples in transaction : 2, number of failing samples : 0",Users 1-1,,true,,9,9,5,5,null,0,0,0';
    const script = '1772362800000,9000,script,200,OK,Users 1-1,text,true,,9,9,5,5,null,0,0,0';
    expect((await read('others', [header, transaction, script, ...rows].join('\n'))).points).toEqual(expected);
    const withoutUrl = [header, transaction, ...rows].map((line) => line.replace(/,(URL|null|http:[^,]*),/, ',')).join('\n');
    expect((await read('no URL', withoutUrl)).points).toEqual(expected);
  });

  it('results without a required column, with dates and with broken cells are rejected with all problems', async () => {
    expect(
      (await problemsOf('timeStamp,elapsed,label\n1772362800000,40,home')).map(({ path, expected }) => `${path}: ${expected}`),
    ).toEqual([
      'column success: the column of jmeter.save.saveservice.successful=true',
      'column allThreads: the column of jmeter.save.saveservice.thread_counts=true',
    ]);
    const problems = await problemsOf('timeStamp,elapsed,success,allThreads\n2026/03/01 11:00:00,40,yes,\n1772362800000,-1,true,5');
    expect(problems.map(({ path }) => path)).toEqual(['line 2, success', 'line 2, timeStamp', 'line 2, allThreads', 'line 3, elapsed']);
    expect(problems[1]?.expected).toContain('timestamp_format=ms');
    const [header = ''] = jmeterResults([]);
    expect((await problemsOf(header))[0]).toMatchObject({ reason: 'no samples of HTTP requests' });
  });
});

describe('Artillery', () => {
  it("report is a point for each whole period, its concurrency by Little's law", async () => {
    const run = await readLoadTest(fixture('artillery-report.json'));
    expect(run.points).toEqual([
      // 50 sessions in 10 s, of 310.4 ms each.
      { concurrency: expect.closeTo(1.552, 9), requestsPerSecond: 15, p95LatencyMs: 41.7, errorShare: 0 },
      { concurrency: expect.closeTo(4, 9), requestsPerSecond: 30, p95LatencyMs: 48.9, errorShare: 0.01 },
      // 2 timeouts and 10 answers of 503 among 600 requests.
      { concurrency: expect.closeTo(24, 9), requestsPerSecond: 60, p95LatencyMs: 102.5, errorShare: 0.02 },
    ]);
    expect(run.notes).toHaveLength(1);
  });

  /**
   * A report whose whole periods started the given sessions of three requests each. Names and nesting are those of `getMetrics` and
   * `summarizeHistogram` in packages/core/lib/ssms.js of Artillery; the first and the last period are those of the fixture.
   */
  function reportOf(periods: readonly { readonly started: number; readonly completed?: number; readonly sessionMs: number }[]): string {
    const report = JSON.parse(textOfFixture('artillery-report.json'));
    const [first, last] = [report.intermediate.at(0), report.intermediate.at(-1)];
    const whole = periods.map(({ started, completed = started, sessionMs }, index) => ({
      counters: {
        ...(started === 0 ? {} : { 'vusers.created': started }),
        'vusers.completed': completed,
        'http.requests': 3 * completed,
        'http.codes.200': 3 * completed,
      },
      period: `${1_772_362_810_000 + 10_000 * index}`,
      summaries: {
        'http.response_time': { ...last.summaries['http.response_time'], p95: sessionMs / 2 },
        'vusers.session_length': { ...last.summaries['vusers.session_length'], mean: sessionMs },
      },
    }));
    return JSON.stringify({ ...report, intermediate: [first, ...whole, last] });
  }

  it('report of a test in phases has a level for each phase, without the periods between two phases', async () => {
    const run = await read(
      'phases',
      reportOf([
        // Arrival rate 5/s: 50 sessions in 10 s, one more or less at the boundaries. Concurrency: 5/s × 0.3 s, 4.9/s × 0.4 s, 5.1/s × 0.2 s.
        { started: 50, sessionMs: 300 },
        { started: 49, sessionMs: 400 },
        { started: 51, sessionMs: 200 },
        // 4 s at 5/s and 6 s at 10/s.
        { started: 80, sessionMs: 400 },
        // Arrival rate 10/s. Concurrency: 10/s × 0.4 s, 10/s × 0.5 s.
        { started: 100, sessionMs: 400 },
        { started: 100, sessionMs: 500 },
        // The load ends: sessions are completed, none starts.
        { started: 0, completed: 10, sessionMs: 900 },
      ]),
    );
    const low = (1.5 + 1.96 + 1.02) / 3;
    expect(run.points).toMatchObject([
      { concurrency: expect.closeTo(low, 9), requestsPerSecond: 15, p95LatencyMs: 150 },
      { concurrency: expect.closeTo(low, 9), requestsPerSecond: expect.closeTo(14.7, 9), p95LatencyMs: 200 },
      { concurrency: expect.closeTo(low, 9), requestsPerSecond: expect.closeTo(15.3, 9), p95LatencyMs: 100 },
      { concurrency: expect.closeTo(4.5, 9), requestsPerSecond: 30, p95LatencyMs: 200 },
      { concurrency: expect.closeTo(4.5, 9), requestsPerSecond: 30, p95LatencyMs: 250 },
    ]);
    expect(run.notes).toEqual([
      { kind: 'concurrency-from-sessions' },
      { kind: 'arrival-levels', count: 2, periodSeconds: 10 },
      { kind: 'transitions-left-out', count: 2 },
    ]);
  });

  it('phases of 60 s are one sample of the fitted curve each, not one for each period', async () => {
    // Sessions of 250 ms and 325 ms in turn: the lengths differ by 30% within a phase.
    const rates = [2, 4, 8, 16, 32, 64, 128];
    const phases = rates.flatMap((rate) =>
      [0, 1, 2, 3, 4, 5].map((period) => ({ started: 10 * rate, sessionMs: 250 + 75 * (period % 2) })),
    );
    const { points } = await readLoadTests([file('phases', reportOf(phases))]);
    const fit = fitUsl(points, { resamples: 100 });
    expect({ points: fit.points, levels: fit.levels }).toEqual({ points: 42, levels: 7 });
    // Mean length 287.5 ms and no queueing: a user alone has 3 requests in 287.5 ms.
    expect(fit.coefficients.requestsPerSecondAtOne).toBeCloseTo(3 / 0.2875, 6);
    expect(fit.testedConcurrency.from).toBeCloseTo(2 * 0.2875, 9);
    expect(fit.testedConcurrency.to).toBeCloseTo(128 * 0.2875, 9);
  });

  it('phases lose the periods of their warm-up, in which sessions are longer', async () => {
    const phases = [2, 4, 8, 16, 32, 64].flatMap((rate) =>
      [900, 700, 300, 310, 300, 310, 300, 310].map((sessionMs) => ({ started: 10 * rate, sessionMs })),
    );
    const { points, notes } = await read('phases', reportOf(phases));
    expect(points).toHaveLength(6 * 6);
    expect(points[0]?.concurrency).toBeCloseTo(2 * 0.305, 9);
    expect(notes).toContainEqual({ kind: 'warm-up-left-out', mostSeconds: 20 });
    expect(notes.map(({ kind }) => kind)).not.toContain('periods-left-out');
  });

  it('phases that are shorter than twice their warm-up are rejected', async () => {
    const phases = [2, 4, 8, 16, 32, 64].flatMap((rate) =>
      [900, 800, 700, 600, 500, 400].map((sessionMs) => ({ started: 10 * rate, sessionMs })),
    );
    // The second half begins with 600 ms, followed by a mean of 450 ms.
    expect((await problemsOf(reportOf(phases)))[0]).toMatchObject({
      path: 'levels of concurrency',
      reason: expect.stringMatching(/^concurrency falls by 25% on average within the second half of the levels/),
    });
  });

  it('report of a ramp keeps each period, because no arrival rate is held', async () => {
    const ramp = [20, 40, 60, 80, 100, 120].map((started) => ({ started, sessionMs: 500 }));
    const run = await read('ramp', reportOf(ramp));
    expect(run.points.map(({ concurrency }) => concurrency)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(run.notes).toEqual([{ kind: 'concurrency-from-sessions' }]);
  });

  it('report of a short run is one point', async () => {
    const report = JSON.parse(textOfFixture('artillery-report.json'));
    const run = await read('short', JSON.stringify({ ...report, intermediate: report.intermediate.slice(0, 2) }));
    // 440 sessions of 800 ms and 1,320 requests in 42 s.
    expect(run.points).toMatchObject([
      { concurrency: expect.closeTo((440 / 42) * 0.8, 6), requestsPerSecond: expect.closeTo(1_320 / 42, 6) },
    ]);
    expect(run.notes[1]).toEqual({ kind: 'single-period', periodSeconds: 10 });
  });

  it('report of version 1, or without the mean session length, is rejected with a remedy', async () => {
    expect(await problemsOf(JSON.stringify({ aggregate: { requestsCompleted: 5 }, intermediate: [] }))).toEqual([
      { path: 'aggregate', reason: 'is a report of Artillery 1', expected: expect.stringMatching(/^a report of Artillery 2/) },
    ]);
    const old = textOfFixture('artillery-report.json').replaceAll(/"mean": [\d.]+,/g, '');
    expect((await problemsOf(old)).map(({ path }) => path)).toEqual(
      [1, 2, 3].map((index) => `intermediate.${index}.summaries.vusers.session_length.mean`),
    );
  });

  it('report with negative counters, or without requests, is rejected', async () => {
    const negative = textOfFixture('artillery-report.json').replace('"http.requests": 300', '"http.requests": -300');
    expect(await problemsOf(negative)).toEqual([
      { path: 'intermediate.2.counters.http.requests', received: '-300', expected: 'at least 0' },
    ]);
    const silent = { aggregate: { counters: {}, firstMetricAt: 1, lastMetricAt: 2 }, intermediate: [] };
    expect((await problemsOf(JSON.stringify(silent)))[0]?.reason).toBe('no HTTP requests of a completed session');
  });
});

describe('autocannon', () => {
  const files = [1, 2, 4, 8, 16, 32].map((connections) => fixture(`autocannon/${connections}.json`));

  it('results of real runs are one point each, and together a curve', async () => {
    // A server that waits 3 ms and then computes for 1.2 ms on its only thread: at most 833 requests/s, less its own work.
    const { points, runs, notes } = await readLoadTests(files);
    expect(points.map(({ concurrency }) => concurrency)).toEqual([1, 2, 4, 8, 16, 32]);
    expect(runs.every(({ concurrencyKind }) => concurrencyKind === 'connections')).toBe(true);
    expect(notes).toHaveLength(6);
    const fit = fitUsl(points);
    expect(fit.rSquared).toBeGreaterThan(0.98);
    expect(fit.peak.bottleneck).toBe('contention');
    expect(fit.peak.requestsPerSecond.high).toBeLessThan(833);
  });

  it('result counts connection errors, timeouts and responses other than 2xx', async () => {
    const result = {
      connections: 5,
      pipelining: 2,
      duration: 10,
      requests: { total: 90 },
      latency: { p97_5: 250 },
      errors: 10,
      non2xx: 15,
    };
    expect(await read('result', JSON.stringify(result))).toMatchObject({
      points: [{ concurrency: 10, requestsPerSecond: 10, p95LatencyMs: 250, errorShare: 0.25 }],
      notes: [{ kind: 'higher-percentile' }],
    });
  });

  it('result with impossible values is rejected with all of them', async () => {
    const result = { connections: 0.5, duration: -1, requests: {}, latency: { p97_5: 'fast' } };
    expect((await problemsOf(JSON.stringify(result))).map(({ path }) => path)).toEqual([
      'connections',
      'duration',
      'requests.total',
      'latency.p97_5',
    ]);
  });
});

describe('plain CSV', () => {
  it('is read with the units in its header', async () => {
    const run = await readLoadTest(fixture('levels.csv'));
    expect(run.points[3]).toEqual({ concurrency: 72, requestsPerSecond: 1853.2, p95LatencyMs: 60, errorShare: 0.005 });
    expect(run.notes).toEqual([{ kind: 'unread-columns', columns: ['remark'] }]);
  });

  it.each([
    ['concurrency,requests/s,p95_ms,error_share\n8,100,250,0.02'],
    ['concurrency;rps;p95 s;errors %\n8;100;0.25;2'],
    ['VUs\tReq/s\tp95 latency (ms)\tError rate (%)\n8\t100\t250 ms\t2%'],
    ['\uFEFFConcurrent users, Throughput, p95 seconds, errors_percent\r\n8, 1e2, .25, 2\r\n\r\n'],
  ])('%j', async (text) => {
    expect((await read('table', text)).points).toEqual([{ concurrency: 8, requestsPerSecond: 100, p95LatencyMs: 250, errorShare: 0.02 }]);
  });

  it('with a decimal comma is rejected if a point may separate thousands: 2.052 requests/s are 2052 in Germany, Italy and Spain', async () => {
    // Separators of CLDR: https://www.unicode.org/cldr/charts/latest/by_type/numbers.symbols.html.
    expect(await problemsOf('users;rps;p95_ms\n100;2.052;1.200\n200;3.995;900')).toEqual([
      {
        path: 'line 2, rps',
        received: '"2.052"',
        expected: 'numbers whose point is clearly before decimals, such as 2.00, or numbers without a separator of thousands, such as 2000',
      },
      expect.objectContaining({ path: 'line 2, p95_ms', received: '"1.200"' }),
    ]);
    expect((await problemsOf('users\trps\tp95 ms\n1.000\t20\t1.200 ms')).map(({ path }) => path)).toEqual([
      'line 2, users',
      'line 2, p95 ms',
    ]);
    // Decimals where another number of the column shows it, and where commas separate cells.
    expect((await read('decimals', 'users;rps\n8;2.052\n16;2052.5')).points.map(({ requestsPerSecond }) => requestsPerSecond)).toEqual([
      2.052, 2052.5,
    ]);
    expect((await read('commas', 'users,rps\n8,2.052')).points[0]?.requestsPerSecond).toBe(2.052);
  });

  it('may omit p95 and errors, as columns and as cells', async () => {
    expect((await read('two', 'users,rps\n8,100')).points).toEqual([{ concurrency: 8, requestsPerSecond: 100 }]);
    expect((await read('gaps', 'users,rps,p95_ms\n8,100,\n9,110,20')).points[0]).toEqual({ concurrency: 8, requestsPerSecond: 100 });
  });

  it.each([
    ['users,rps,p95\n8,100,250', { received: '"p95"' }, /^p95_ms or p95_s/],
    ['users,rps,errors\n8,100,3', { received: '"errors"' }, /^errors_% or error_share/],
    ['users,rps,Error rate\n8,100,3', { received: '"Error rate"' }, /^errors_% \(0 to 100\) or error_share/],
    ['users,requests/min,rps\n8,100,3', { received: '"requests/min"' }, /^requests\/s: divide by 60/],
    ['users,rps,throughput\n8,100,3', { reason: 'contains rps and throughput' }, /^one column of requests\/s/],
  ])('%j is rejected: its header is ambiguous', async (text, found, expected) => {
    expect(await problemsOf(text)).toEqual([{ path: 'header', ...found, expected: expect.stringMatching(expected) }]);
  });

  it('without a required column is rejected, with a suggestion', async () => {
    expect(await problemsOf('users,reqests/s\n8,100')).toEqual([
      { path: 'column requests/s', expected: expect.stringContaining('"users", "reqests/s"'), suggestion: 'requests/s' },
    ]);
  });

  it.each([
    ['8,-100,250,1', 'line 2, rps', 'a number above 0, with a point before its decimals and none for thousands'],
    ['8,NaN,250,1', 'line 2, rps', 'a number above 0, with a point before its decimals and none for thousands'],
    ['0,100,250,1', 'line 2, users', 'a number above 0, with a point before its decimals and none for thousands'],
    ['8,"1,000",250,1', 'line 2, rps', 'a number above 0, with a point before its decimals and none for thousands'],
    ['8,100,0.25 s,1', 'line 2, p95_ms', 'one unit in the whole column, in ms as the header says'],
    ['8,100,250,101', 'line 2, errors_%', 'at most 100, in % as the header says'],
    [',100,250,1', 'line 2, users', 'a number above 0, with a point before its decimals and none for thousands'],
  ])('row %j is rejected', async (row, path, expected) => {
    expect(await problemsOf(`users,rps,p95_ms,errors_%\n${row}`)).toEqual([{ path, received: expect.any(String), expected }]);
  });

  it('with a row of too many cells is rejected', async () => {
    expect(await problemsOf('users,rps,p95_ms,errors_%\n8,100,250,1,7')).toEqual([
      { path: 'line 2', reason: 'has 5 cells', expected: '4 cells, as in the header' },
    ]);
  });

  it('is rejected with the problems of all rows at once', async () => {
    expect((await problemsOf('users,rps\n8,x\n9,y\n-1,5')).map(({ path }) => path)).toEqual(['line 2 and 1 more, rps', 'line 4, users']);
  });

  it('with decimal commas is rejected with one problem for each column', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `${index + 1};${index + 10},5;250,25`);
    const expected = expect.stringMatching(/^a number above 0.*with a point before its decimals and none for thousands$/);
    expect(await problemsOf(['users;rps;p95_ms', ...rows].join('\n'))).toEqual([
      { path: 'line 2 and 29 more, rps', received: '"10,5"', expected },
      { path: 'line 2 and 29 more, p95_ms', received: '"250,25"', expected },
    ]);
  });

  it('without rows, or with an unclosed quote, is rejected', async () => {
    expect(await problemsOf('users,rps')).toEqual([{ path: 'rows', expected: 'a row for each level of concurrency' }]);
    expect((await problemsOf('users,rps\n8,"100'))[0]?.reason).toMatch(/^damaged: Quote Not Closed/);
  });
});
