/** Reads a k6 stream of a number of bytes, and sends its points and its requests to the parent process. */
import { readLoadTest } from '../../lib/loadtest/read-load-test';

const SECONDS = 12;
const REQUESTS_A_SECOND = 100;
const METRICS = ['http_reqs', 'http_req_duration', 'http_req_blocked', 'http_req_connecting', 'http_req_sending', 'http_req_waiting'];

function sample(metric: string, second: number, value: number): string {
  const time = new Date(Date.UTC(2026, 2, 1) + second * 1_000).toISOString();
  return JSON.stringify({ metric, type: 'Point', data: { time, value, tags: { url: 'http://localhost:8080/', status: '200' } } });
}

const lines = Array.from({ length: SECONDS }, (_, second) => {
  const request = METRICS.map((metric) => sample(metric, second, 1));
  return [sample('vus', second, 50), ...Array<string[]>(REQUESTS_A_SECOND).fill(request).flat()];
});
const piece = Buffer.from(`${lines.flat().join('\n')}\n`);
const pieces = Math.ceil(Number(process.argv[2]) / piece.length);

function* stream(): Generator<Buffer> {
  for (let count = 0; count < pieces; count++) yield piece;
}

void readLoadTest({ name: 'long.ndjson', content: stream() }).then(({ points }) =>
  process.send?.({ points, requestsPerSecond: pieces * REQUESTS_A_SECOND }),
);
