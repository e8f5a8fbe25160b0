import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readLoadTest, readLoadTests } from '../../lib/loadtest/read-load-test';
import { loadTestsNoteText } from '../../lib/output/load-test-notes';
import { file, fixture, problemsOf, textOfFixture } from './support';

const KNOWN = /^a k6 summary or JSON stream, a Locust stats_history CSV/;

describe('rejected files', () => {
  it.each([[''], [' \n\t\n'], ['\uFEFF']])('empty: %j', async (text) => {
    expect(await problemsOf(text)).toEqual([{ path: 'file', reason: 'empty', expected: expect.stringMatching(KNOWN) }]);
  });

  it.each(['k6-summary-export.json', 'artillery-report.json', 'autocannon/4.json'])('%s, truncated at any position', async (name) => {
    const text = textOfFixture(name);
    for (const share of [0.1, 0.5, 0.9]) {
      const [problem] = await problemsOf(text.slice(0, Math.floor(share * text.length)));
      expect(problem?.reason).toMatch(/^JSON that is cut off or damaged/);
    }
  });

  it('a k6 stream with a truncated last line', async () => {
    const text = textOfFixture('k6-stream.ndjson');
    expect(await problemsOf(text.slice(0, -30))).toEqual([
      {
        path: 'line 121',
        received: expect.any(String),
        expected: expect.stringMatching(/^one JSON object: the file is truncated or damaged/),
      },
    ]);
  });

  it('a k6 stream with impossible samples', async () => {
    const lines = textOfFixture('k6-stream.ndjson').split('\n');
    const edited = (at: number, from: string | RegExp, to: string) => {
      lines[at] = (lines[at] ?? '').replace(from, to);
    };
    edited(4, '"value":1', '"value":-1');
    edited(5, '"value":100', '"value":NaN');
    edited(7, /"time":"[^"]*"/, '"time":"noon"');
    edited(8, /"data":\{.*\},"/, '"data":7,"');
    lines[8] = '{"metric":"http_reqs","type":"Point","data":7}';
    expect((await problemsOf(lines.join('\n'))).map(({ path }) => path)).toEqual([
      'line 5.data.value',
      'line 6',
      'line 8.data.time',
      'line 9.data',
    ]);
  });

  it('a k6 stream without the required metrics', async () => {
    const only = (metric: string) =>
      textOfFixture('k6-stream.ndjson')
        .split('\n')
        .filter((line) => line.includes(`"metric":"${metric}"`))
        .join('\n');
    expect((await problemsOf(only('http_reqs'))).map(({ path }) => path)).toEqual(['vus']);
    expect(
      (await problemsOf(only('http_req_blocked') || '{"metric":"data_sent","type":"Point","data":{}}')).map(({ path }) => path),
    ).toEqual(['vus', 'http_reqs']);
  });

  it.each([
    ['{"hello":1}', 'JSON of an unknown kind, with hello', KNOWN],
    ['{}', 'JSON of an unknown kind, with no keys', KNOWN],
    ['[1,2]', 'a JSON list', /^one JSON object/],
    ['Running 10s test @ http://localhost:8080', 'a file that begins with "Running 10s test @ http://localhost:8080"', KNOWN],
    ['<html><body>Report</body></html>', 'XML or HTML', KNOWN],
    [
      '<?xml version="1.0"?>\n<testResults version="1.2"><httpSample t="12"/></testResults>',
      "JMeter's results in XML",
      /^its results in CSV/,
    ],
    ['metric_name,timestamp,metric_value\nhttp_reqs,1595325560,1', "k6's CSV output", /--out json/],
    ['Method,Name,Error,Occurrences\nGET,/,x,3', "Locust's failures", /_stats_history.csv$/],
    ['constructor,toString\n1,2', 'a file that begins with "constructor,toString\\n1,2"', KNOWN],
  ])('of another tool: %j', async (text, reason, expected) => {
    expect(await problemsOf(text)).toEqual([{ path: 'file', reason, expected: expect.stringMatching(expected) }]);
  });

  it('compressed or binary', async () => {
    const refused = async (bytes: number[]) => (await problemsOf(readLoadTest(file('given', Uint8Array.from(bytes)))))[0]?.reason;
    // The header of gzip alone, and a whole file without its last bytes.
    expect(await refused([0x1f, 0x8b, 8, 0])).toMatch(/^compressed with gzip, and damaged/);
    expect(await refused([...gzipSync('concurrency,requests/s\n1,10\n').subarray(0, -4)])).toMatch(/^compressed with gzip, and damaged/);
    expect(await refused([0xff, 0xfe, 0x7b, 0])).toBe('not UTF-8');
    expect(await refused([0x7b, 0xc3])).toBe('not UTF-8');
  });
});

describe('files of a gigabyte', () => {
  const MIB = 1_024 * 1_024;

  it('are rejected after the first chunks if the format must be read whole', async () => {
    let pieces = 0;
    const row = `${'1,2\n'.repeat(MIB / 4)}`;
    function* gigabyte(): Generator<string> {
      yield 'users,rps\n';
      for (; pieces < 1_024; pieces++) yield row;
    }
    const problems = await problemsOf(readLoadTest({ name: 'big.csv', content: gigabyte() }));
    expect(problems).toEqual([{ path: 'file', reason: 'more than 64 MiB', expected: expect.stringMatching(/only k6's JSON stream/) }]);
    expect(pieces).toBeLessThanOrEqual(64);
  });

  it('of a single line are rejected, regardless of their first characters', async () => {
    const start = '{"type":"Metric","metric":"vus","data":{}}\n';
    function* endless(): Generator<string> {
      yield start;
      for (let piece = 0; piece < 1_024; piece++) yield 'x'.repeat(MIB);
    }
    expect((await problemsOf(readLoadTest({ name: 'line', content: endless() })))[0]?.reason).toMatch(
      /^a line 2 of more than 1048576 characters/,
    );
  });
});

describe('several files', () => {
  it('are merged in the order of concurrency, with the notes of each', async () => {
    const { points, runs, notes } = await readLoadTests([
      fixture('locust_stats_history.csv'),
      fixture('k6-summary-export.json'),
      fixture('autocannon/16.json'),
    ]);
    expect(runs.map(({ format }) => format)).toEqual(['locust-history', 'k6-summary', 'autocannon-result']);
    expect(points.map(({ concurrency }) => concurrency)).toEqual([10, 16, 20, 20]);
    expect(notes.at(0)).toEqual({ kind: 'cumulative-percentiles', file: 'locust_stats_history.csv' });
    expect(notes.at(-1)).toEqual({ kind: 'mixed-concurrency', kinds: ['virtual-users', 'connections'] });
    const texts = notes.map(loadTestsNoteText);
    expect(texts.at(-1)).toMatch(/^Concurrency counts virtual users in one file and connections in another/);
    expect(texts[0]).toMatch(/^locust_stats_history.csv: Without --csv-full-history/);
  });

  it('are rejected with the problems of all of them', async () => {
    const problems = await problemsOf(readLoadTests([file('a.csv', 'users,rps\n8,-1'), fixture('levels.csv'), file('b.json', '')]));
    expect(problems.map(({ path }) => path)).toEqual(['a.csv: line 2, rps', 'b.json: file']);
  });

  it('are rejected if there are none', async () => {
    expect(await problemsOf(readLoadTests([]))).toEqual([{ path: 'files', expected: expect.stringMatching(KNOWN) }]);
  });

  it('pass on errors that are not about the file', async () => {
    const broken = {
      name: 'gone',
      content: (async function* (): AsyncGenerator<string> {
        yield* [];
        throw new Error('disk gone');
      })(),
    };
    await expect(readLoadTests([broken])).rejects.toThrow('disk gone');
  });
});
