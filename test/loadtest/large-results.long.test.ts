import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readLoadTest } from '../../lib/loadtest/read-load-test';
import { file, problemsOf } from './support';

const MIB = 1_024 * 1_024;
const STREAM_MIB = 256;
/** A process that needs more ends with an error. Reading the stream succeeds with 40 MiB too. */
const HEAP_MIB = 128;

it('a k6 stream that is longer than the memory is read', async () => {
  const reader = fork(join(__dirname, 'read-long-stream.ts'), [String(STREAM_MIB * MIB)], {
    execArgv: ['-r', 'tsx/cjs', `--max-old-space-size=${HEAP_MIB}`],
  });
  const [read] = await Promise.race([once(reader, 'message'), once(reader, 'exit')]);
  expect(read.points).toMatchObject([{ concurrency: 50, requestsPerSecond: read.requestsPerSecond }]);
});

it('compressed files are rejected by their unpacked size', async () => {
  const packed = gzipSync(Buffer.alloc(65 * MIB, '1,2\n'));
  expect(packed.length).toBeLessThan(MIB);
  const problems = await problemsOf(readLoadTest(file('bomb.csv.gz', packed)));
  expect(problems).toEqual([{ path: 'file', reason: 'more than 64 MiB', expected: expect.stringMatching(/only k6's JSON stream/) }]);
});
