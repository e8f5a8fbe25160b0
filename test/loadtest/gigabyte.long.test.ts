import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readLoadTest } from '../../lib/loadtest/read-load-test';
import { file, problemsOf } from './support';

const MIB = 1_024 * 1_024;

it('a k6 stream of a gigabyte is read without holding it in memory', async () => {
  const SECONDS = 12;
  const REQUESTS_A_SECOND = 100;
  const sample = (metric: string, second: number, value: number) => {
    const time = new Date(Date.UTC(2026, 2, 1) + second * 1_000).toISOString();
    return JSON.stringify({ metric, type: 'Point', data: { time, value, tags: { url: 'http://localhost:8080/', status: '200' } } });
  };
  const others = ['http_req_blocked', 'http_req_connecting', 'http_req_sending', 'http_req_waiting', 'http_req_receiving', 'data_sent'];
  const lines = Array.from({ length: SECONDS }, (_, second) => {
    const request = ['http_reqs', 'http_req_duration', ...others].map((metric) => sample(metric, second, 1));
    return [sample('vus', second, 50), ...Array<string[]>(REQUESTS_A_SECOND).fill(request).flat()];
  });
  const piece = Buffer.from(`${lines.flat().join('\n')}\n`);
  const pieces = Math.ceil((1_024 * MIB) / piece.length);
  function* gigabyte(): Generator<Buffer> {
    for (let count = 0; count < pieces; count++) yield piece;
  }
  const before = process.memoryUsage().rss;
  const { points } = await readLoadTest({ name: 'big.ndjson', content: gigabyte() });
  expect(points).toMatchObject([{ concurrency: 50, requestsPerSecond: pieces * REQUESTS_A_SECOND }]);
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * MIB);
});

it('compressed files are rejected by their unpacked size', async () => {
  const packed = gzipSync(Buffer.alloc(65 * MIB, '1,2\n'));
  expect(packed.length).toBeLessThan(MIB);
  const problems = await problemsOf(readLoadTest(file('bomb.csv.gz', packed)));
  expect(problems).toEqual([{ path: 'file', reason: 'more than 64 MiB', expected: expect.stringMatching(/only k6's JSON stream/) }]);
});
