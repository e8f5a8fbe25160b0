import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Interval } from '../../lib/core/interval';
import { parseCalibration } from '../../lib/loadtest/calibration';
import { SYSTEMS } from '../../tiers';
import { representsSystems } from '../support/forms';
import { fixture, sizing } from '../support/run';
import { inScope } from '../support/scope';

const folder = mkdtempSync(join(tmpdir(), 'sizing-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** A sparse file, which uses almost no disk space. */
function gigabyte(name: string): string {
  const path = file(name, 'concurrency,requests/s\n1,10\n');
  truncateSync(path, 2 ** 30);
  return path;
}

function textOfFixture(name: string): string {
  return readFileSync(join(__dirname, '../loadtest/fixtures', name), 'utf8');
}

const json = async (argv: readonly string[]) => JSON.parse((await sizing([...argv, '--json'])).stdout);

describe('the published schemas', () => {
  const tiers = SYSTEMS.flatMap(({ id, tiers }) => tiers.map((tier) => [id, tier.id] as const));

  /** The schema in the published file, which users validate with. */
  function schemaOf(name: string): z.ZodType {
    const text = readFileSync(join(__dirname, '../../schemas', `${name}.schema.json`), 'utf8');
    return z.fromJSONSchema(JSON.parse(text));
  }

  async function answers(argv: readonly string[]): Promise<unknown> {
    return JSON.parse((await sizing([...argv, '--json'])).stdout);
  }

  const workloads: readonly (readonly [string, readonly string[]])[] = [
    ['that fits and grows', ['assistant', '--users', '60', '--growth', '8%/month']],
    ['that no tier handles', ['aiva', '--users', '20000']],
    ['that the budget does not pay', ['aiva', '--users', '80', '--budget', '900', '--no-design']],
    ['without users', ['aiva', '--searches', '2-4', '--region', 'eu-west-1', '--no-design']],
  ];
  test.each(inScope(workloads, (_workload, index) => index === 0))('recommend: a workload %s', async (_what, flags) => {
    const schema = schemaOf('recommend');
    const answer = (await answers(['recommend', ...flags])) as Record<string, unknown>;
    expect(() => schema.parse(answer)).not.toThrow();
    expect(() => schema.parse({ ...answer, confidence: 'high' })).toThrow();
    expect(() => schema.parse({ ...answer, other: 1 })).toThrow();
  });

  test.each(inScope(tiers, ([id]) => representsSystems({ id })))('capacity: %s %s', async (system, tier) => {
    const schema = schemaOf('capacity');
    const answer = (await answers(['capacity', system, tier])) as Record<string, unknown>;
    expect(() => schema.parse(answer)).not.toThrow();
    expect(() => schema.parse({ ...answer, capacity: null })).toThrow();
  });

  test('curve: up to the largest load that a tier handles', async () => {
    const schema = schemaOf('curve');
    const answer = (await answers(['curve', 'assistant', '--min-users', '400', '--max-users', '2000'])) as {
      points: { tier: string | null }[];
    };
    expect(() => schema.parse(answer)).not.toThrow();
    expect(answer.points.at(-1)?.tier).toBeNull();
    expect(() => schema.parse({ ...answer, points: [{}] })).toThrow();
  });

  test('fit', async () => {
    const schema = schemaOf('fit');
    const flags = ['--system', 'aiva', '--tier', 'medium', '--measured-on', '2026-01-31'];
    const answer = (await answers(['fit', fixture('load-test.csv'), ...flags])) as Record<string, unknown>;
    expect(() => schema.parse(answer)).not.toThrow();
    expect(() => schema.parse({ ...answer, version: 1 })).toThrow();
  });
});

describe('recommend', () => {
  const asked = ['recommend', 'aiva', '--users', '60', '--chats', '20', '--calls', '5', '--searches', '100/min'];

  test('states the tier, its limit, its cost and how long it lasts, why the others are not recommended, and the command', async () => {
    const ran = await sizing([...asked, '--growth', '8%/month']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    await expect(ran.stdout).toMatchFileSnapshot('./golden/recommend.txt');
  });

  test('as JSON, the same each time', async () => {
    const [first, second] = [await json([...asked, '--no-design']), await json([...asked, '--no-design'])];
    expect(first).toEqual(second);
    expect(first.recommended).toMatchObject({ tier: 'medium', options: { gpu: 'none' } });
    expect(first.recommended.limits[0].utilization.mid).toBeLessThan(first.recommended.limits[0].threshold);
    expect(first.tiers.map(({ verdict }: { verdict: string }) => verdict)).toContain('too-small');
  });

  test('reads a workload from YAML and from JSON, and flags win', async () => {
    const yaml = file('workload.yaml', 'concurrentUsers: [50, 70]\noperations:\n  searches: 100/min\nconfidence: 95%\n');
    const same = file(
      'workload.json',
      JSON.stringify({ concurrentUsers: [50, 70], operations: { searches: '100/min' }, confidence: 0.95 }),
    );
    expect(await json(['recommend', 'aiva', '--workload', yaml, '--no-design'])).toEqual(
      await json(['recommend', 'aiva', '--workload', same, '--no-design']),
    );
    const answer = await json(['recommend', 'aiva', '--workload', yaml, '--users', '10', '--no-design']);
    expect(answer.targetWorkload.concurrentUsers).toEqual({ low: 10, mid: 10, high: 10 });
    expect(answer.confidence).toBe(0.95);
  });

  test('states the best tier within the budget if none within it handles the load, and fails', async () => {
    const ran = await sizing(['recommend', 'aiva', '--users', '80', '--budget', '900', '--no-design']);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toMatch(/is the best tier within the budget/);
    expect(ran.stderr).toMatch(/no tier handles the load within \$900\/month/);
  });

  test('names the best tier within the budget when no tier handles the load', async () => {
    const asked = [
      'recommend',
      'aiva',
      '--users',
      '1200',
      '--chats',
      '300',
      '--calls',
      '40',
      '--searches',
      '900/min',
      '--growth',
      '8%/month',
    ];
    const { stdout } = await sizing([...asked, '--budget', '5000', '--no-design']);
    expect(stdout).toMatch(/no tier is 90% likely to handle this load; very-large .* handles the most/);
    expect(stdout).toMatch(/[2-9] independent copies of very-large/);
    const [, midUsd = ''] =
      /is the best tier within the budget\n\n handles .*\n exceeded[\s\S]*?\n cost +\$[\d,]+ – \$([\d,]+) –/.exec(stdout) ?? [];
    expect(Number(midUsd.replace(',', ''))).toBeGreaterThan(0);
    expect(Number(midUsd.replace(',', ''))).toBeLessThanOrEqual(5_000);
  });

  test('states that no tier is within the budget', async () => {
    const { stdout } = await sizing(['recommend', 'assistant', '--users', '2000', '--budget', '50', '--no-design']);
    expect(stdout).toMatch(/no\s+tier\s+costs\s+at\s+most\s+\$50\/month/);
  });

  test('plans cells beyond the largest tier, on paper', async () => {
    const ran = await sizing(['recommend', 'aiva', '--users', '20000', '--no-design']);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toMatch(/independent copies of very-large/);
    expect(ran.stdout).toMatch(/shared: model-api api-calls must be 6\.39 times/);
  });

  test('explains every demand', async () => {
    expect((await sizing([...asked, '--explain', '--no-design'])).stdout).toMatch(/per-operation costs: 50–100 MB a chat session/);
  });
});

describe('bad workloads', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['no number', ['--users', 'many'], /--users: invalid value "many"; expected/],
    ['a range the wrong way round', ['--users', '9-3'], /--users/],
    ['a negative number', ['--users=-5'], /--users/],
    ['a rate over a fortnight', ['--searches', '3/fortnight'], /--searches: invalid value "3\/fortnight"; expected .* 600\/min/],
    ['an invalid confidence', ['--confidence', '100%'], /--confidence: invalid value "100%"; expected at least 50% and below 100%/],
    ['a growth without its month', ['--growth', 'fast'], /--growth: invalid value "fast"; expected .*8% or 0\.08/],
    [
      'a growth in percent without its sign',
      ['--growth', '8'],
      /--growth: invalid value 8; expected a share per month such as 8% or 0\.08, at most 100%/,
    ],
    [
      'a growth above 100%',
      ['--growth', '101%/month'],
      /--growth: invalid value "101%\/month"; expected a share per month such as 8% or 0\.08, at most 100%/,
    ],
    ['a negative growth', ['--growth=-1'], /--growth/],
    ['an operation of another system', ['--users', '1', '--reads', '3'], /--reads: unknown flag; expected a flag that/],
    ['one number given twice', ['--rps', '3', '--requests', '4'], /requests: given together with requestsPerSecond/],
  ])('%s', async (_what, flags, message) => {
    const ran = await sizing(['recommend', 'aiva', ...flags]);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toMatch(message);
  });

  test.each<[string, string, RegExp]>([
    ['an unknown key', 'concurentUsers: 3', /concurentUsers: unknown key.*Did you mean "concurrentUsers"/],
    ['an unknown operation', 'operations: { serches: 3 }', /operations\.serches: .*Did you mean "searches"/],
    ['an empty file', '', /file: empty; expected keys/],
    ['a list', '- 1', /file: not an object/],
    ['a damaged file', '{ "concurrentUsers": ', /expected JSON or YAML/],
    ['a value that is not a number', 'concurrentUsers: .nan', /concurrentUsers/],
    ['a file that ends too soon', '{ "concurrentUsers": 3, "operations": { "sear', /expected JSON or YAML/],
    ['a result of k6', textOfFixture('k6-summary-export.json'), /metrics: unknown key/],
    ['a rate over a fortnight', 'operations: { searches: 3/fortnight }', /operations\.searches: invalid value "3\/fortnight".*600\/min/],
    ['a negative number', 'concurrentUsers: -3', /concurrentUsers: invalid value -3; expected at least 0/],
    ['a range the wrong way round', 'concurrentUsers: [9, 3]', /concurrentUsers/],
    ['a megabyte', `# ${'x'.repeat(1_000_000)}`, /at most 1,000,000 bytes/],
  ])('a file with %s', async (_what, text, message) => {
    const ran = await sizing(['recommend', 'aiva', '--workload', file('bad.yaml', text)]);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toMatch(message);
  });

  test('a file of a gigabyte', async () => {
    const ran = await sizing(['recommend', 'aiva', '--workload', gigabyte('workload.yaml')]);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toMatch(/has 1,073,741,824 bytes; expected at most 1,000,000 bytes/);
  });

  test('a file that is not there', async () => {
    expect(await sizing(['recommend', 'aiva', '--workload', join(folder, 'none.yaml')])).toMatchObject({ code: 1 });
  });
});

describe('capacity', () => {
  test('is compared with the published figures', async () => {
    const ran = await sizing(['capacity', 'aiva', 'medium']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    await expect(ran.stdout).toMatchFileSnapshot('./golden/capacity.txt');
  });

  test('of a requested load', async () => {
    const answer = await json(['capacity', 'aiva', 'medium', '--calls', '30']);
    expect(answer.capacity.limit).toMatchObject({ component: 'bridge' });
    expect(answer.comparisons[0].what).toBe('concurrent users');
  });
});

describe('curve', () => {
  test('gives cost and where the recommendation changes', async () => {
    const answer = await json(['curve', 'aiva', '--min-users', '5', '--max-users', '100']);
    expect(answer.points[0]).toMatchObject({ users: 5, tier: 'small' });
    // Small handles 22 users; then medium is recommended.
    expect(answer.breakEvens.map(({ to }: { to: { tier: string; options: { gpu: string } } }) => `${to.tier} ${to.options.gpu}`)).toEqual([
      'medium none',
    ]);
    const dollars = answer.points.map(({ monthlyUsd }: { monthlyUsd: { mid: number } }) => monthlyUsd.mid);
    expect(dollars).toEqual([...dollars].sort((a, b) => a - b));
  });

  test('states where it ends if the request does not', async () => {
    const shop = ['curve', '--config', 'test/bin/fixtures/shop/sizing.yaml'];
    const note = 'The curve ends at 100 users, the largest workload of a tier.';
    expect((await sizing(shop)).stdout).toContain(note);
    expect((await sizing([...shop, '--max-users', '100'])).stdout).not.toContain(note);
  });

  test('refuses invalid bounds', async () => {
    expect((await sizing(['curve', 'aiva', '--min-users', '0', '--max-users', 'x'])).stderr).toMatch(
      /--min-users: invalid value "0".*\n.*--max-users: invalid value "x"/,
    );
    expect((await sizing(['curve', 'aiva', '--min-users', '9', '--max-users', '3'])).stderr).toMatch(
      /--max-users: invalid value 3; expected more than the smallest number of users, which is 9/,
    );
  });
});

describe('fit', () => {
  const results = fixture('load-test.csv');
  const tested = ['--system', 'aiva', '--tier', 'medium', '--measured-on', '2026-01-31'];

  interface Demand {
    operation: string;
    evidence: string;
    mostAlone: Interval;
  }

  test('states the peak of throughput, and writes the calibration for recommend and capacity', async () => {
    const output = join(folder, 'calibration.json');
    const ran = await sizing(['fit', results, ...tested, '--calibration-output', output]);
    expect(ran).toMatchObject({ code: 0, stderr: `calibration written to ${output}\n` });
    await expect(ran.stdout).toMatchFileSnapshot('./golden/fit.txt');
    const calibration = parseCalibration(JSON.parse(readFileSync(output, 'utf8')), output);
    expect(calibration.instances).toEqual({ api: 2, python: 2, bridge: 1 });
    const [withinLimits = 0] = calibration.thresholds.map(({ requestsPerSecond }) => requestsPerSecond.mid ?? 0).sort((a, b) => a - b);

    // The test reached saturation: the resource that limits is full at the largest throughput, and handles 70% or 80% of it.
    const answer = await json(['capacity', 'aiva', 'medium', '--calibration', output]);
    const rows: { component: string; resource: string; threshold: { share: number }; demands: Demand[] }[] = answer.capacity.rows;
    const measured = rows.flatMap(({ component, resource, threshold, demands }) =>
      demands
        .filter(({ operation, evidence }) => operation === 'requests' && evidence === 'measured')
        .map(({ mostAlone }) => ({ component, resource, threshold, mostAlone })),
    );
    const limit = measured.reduce((least, one) => (one.mostAlone.mid < least.mostAlone.mid ? one : least));
    expect(limit).toMatchObject({ component: 'api', resource: 'processor' });
    // Two instances ran; the tier has up to ten.
    const possible = limit.threshold.share * calibration.saturation.requestsPerSecond.mid;
    expect(limit.mostAlone.mid / (5 * Math.min(withinLimits, possible))).toBeCloseTo(1, 2);
    const untested = await json(['capacity', 'aiva', 'large', '--calibration', output]);
    expect(untested).toEqual(await json(['capacity', 'aiva', 'large']));
  });

  test('takes the instances that ran, and suggests the service that a misspelled one means', async () => {
    const output = join(folder, 'instances.json');
    await sizing(['fit', results, ...tested, '--instances', 'api=4,python=3', '--instances', 'bridge=2', '--calibration-output', output]);
    expect(JSON.parse(readFileSync(output, 'utf8')).instances).toEqual({ api: 4, python: 3, bridge: 2 });
    const { code, stderr } = await sizing(['fit', results, ...tested, '--instances', 'appi=2,python=99', '--instances', 'bridge=1']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/--instances: invalid value "appi"; expected one of api, python, bridge\. Did you mean "api"\?/);
    expect(stderr).toMatch(/--instances: invalid value "python=99"; expected 2 to 4 of python\n/);
    expect((await sizing(['fit', results, ...tested, '--instances', 'api'])).stderr).toMatch(
      /--instances: invalid value "api"; expected service=number, such as api=2/,
    );
  });

  test('refuses a system whose operations count no requests, because nothing could be sized by the result', async () => {
    const config = file(
      'jobs.yaml',
      'id: jobs\noperations: { runs: { name: runs, kind: event } }\ntiers: [{ id: small, components: { work: { kind: service, instances: { min: 1, max: 1 }, vcpu: 1, memoryGib: 2 } } }]\n',
    );
    const { code, stderr } = await sizing([
      'fit',
      results,
      '--config',
      config,
      '--system',
      'jobs',
      '--tier',
      'small',
      '--measured-on',
      '2026-01-31',
    ]);
    expect(code, stderr).toBe(1);
    expect(stderr).toContain('--system: no operation of jobs counts HTTP requests; expected `counts: http-requests` on ');
  });

  test('refuses too few levels, missing flags and files, and invalid limits', async () => {
    const two = file('two.csv', 'concurrency,requests/s\n1,10\n2,20\n');
    expect((await sizing(['fit', two, ...tested])).code).toBe(1);
    expect((await sizing(['fit', results])).stderr).toMatch(/--system: missing/);
    expect((await sizing(['fit', join(folder, 'none.csv'), ...tested])).stderr).toMatch(/none\.csv: does not exist/);
    expect((await sizing(['fit', results, ...tested, '--p95', 'fast'])).stderr).toMatch(/--p95: invalid value "fast"/);
  });

  const HEADER = 'concurrency,requests/s,p95 ms\n';

  test.each<[string, string, string, RegExp]>([
    ['empty', 'empty.csv', '', /file: empty; expected a k6 summary/],
    ['cut off', 'cut.json', textOfFixture('k6-summary-export.json').slice(0, 300), /JSON that is cut off or damaged/],
    [
      'of another tool',
      'jmeter.jtl',
      '<?xml version="1.0"?>\n<testResults version="1.2"/>',
      /file: JMeter's results in XML; expected its results in CSV/,
    ],
    ['of no tool', 'package.json', '{ "name": "shop" }', /expected a k6 summary/],
    [
      'with mixed units',
      'units.csv',
      `${HEADER}1,10,5\n2,20 req/min,5\n4,30,5 s\n`,
      /line 3, requests\/s: invalid value "20 req\/min".*\n.*line 4, p95 ms: invalid value "5 s"; expected one unit/,
    ],
    [
      'with negative numbers',
      'negative.csv',
      `${HEADER}1,10,5\n2,-20,5\n`,
      /line 3, requests\/s: invalid value "-20"; expected a number above 0/,
    ],
    [
      'with what is no number',
      'nan.csv',
      `${HEADER}1,10,5\n2,NaN,5\n`,
      /line 3, requests\/s: invalid value "NaN"; expected a number above 0/,
    ],
  ])('refuses a result that is %s', async (_what, name, text, message) => {
    const output = join(folder, 'none.json');
    const ran = await sizing(['fit', file(name, text), ...tested, '--calibration-output', output]);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toMatch(message);
    expect(existsSync(output)).toBe(false);
  });

  test.each(['results.json', 'results.csv'])('refuses a gigabyte: %s', async (name) => {
    const ran = await sizing(['fit', gigabyte(name), ...tested]);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toMatch(/more than 64 MiB; expected a report of up to 64 MiB/);
  });

  test('refuses a calibration of another system', async () => {
    const output = join(folder, 'other.json');
    await sizing(['fit', results, ...tested, '--calibration-output', output]);
    const other = file('other-system.json', readFileSync(output, 'utf8').replace('"system": "aiva"', '"system": "shop"'));
    const { stderr } = await sizing(['capacity', 'aiva', 'medium', '--calibration', other]);
    expect(stderr).toBe(`error: invalid calibration ${other}\n  system: invalid value "shop"; expected aiva\n`);
  });
});
