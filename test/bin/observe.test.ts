import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadSystem } from '../../lib/answers/system-reference';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { parseMeasurement } from '../../lib/observation/measurement';
import { measuresOf } from '../../lib/observation/series-names';
import { filesOf } from '../support/documents';
import { formOfTier } from '../support/load-test-of-tier';
import { PERIOD_SECONDS, productionOf, prometheusAnswer } from '../support/production-of-tier';
import { seededUniform } from '../support/queue-simulation';
import { sizing } from '../support/run';

const folder = mkdtempSync(join(tmpdir(), 'sizing-observe-'));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Half of the demands that the definition of aiva expects of a request: 0.0041 and 0.0017 core seconds. */
const USES = [
  { component: 'api', resource: 'processor', perRequest: 0.002, base: 0.05, instances: 2, supplied: 2 },
  { component: 'database', resource: 'processor', perRequest: 0.001, base: 0, instances: 1, supplied: 2 },
] as const;

const SHAPE = { windows: 288, windowsOfDay: 288, most: 150, noise: 0.05, autocorrelation: 0.6 };

const production = productionOf(USES, SHAPE, seededUniform(1));
const metrics = file('metrics.json', prometheusAnswer(production));
const observed = ['--system', 'aiva', '--tier', 'medium'];

const json = async (argv: readonly string[]) => JSON.parse((await sizing([...argv, '--json'])).stdout);

describe('observe', () => {
  test('states the use of resources by requests and the unknown demands, and writes the calibration for capacity', async () => {
    const output = join(folder, 'calibration.json');
    const ran = await sizing(['observe', metrics, ...observed, '--instances', 'api=2', '--calibration-output', output]);
    expect(ran).toMatchObject({ code: 0, stderr: `calibration written to ${output}\n` });
    await expect(ran.stdout).toMatchFileSnapshot('./golden/observe.txt');
    const observation = parseMeasurement(JSON.parse(readFileSync(output, 'utf8')), output);
    expect(observation).toMatchObject({ kind: 'sizing-blueprints/observation', from: '2026-02-01T00:00:00Z', to: '2026-02-01T23:55:00Z' });
    const answer = await json(['capacity', 'aiva', 'medium', '--calibration', output]);
    const rows: { component: string; resource: string; evidence: string }[] = answer.capacity.rows;
    const measured = rows.filter(({ evidence }) => evidence === 'measured').map(({ component, resource }) => `${component} ${resource}`);
    expect(measured.sort()).toEqual(['api processor', 'database processor']);
    const other = await json(['capacity', 'aiva', 'large', '--calibration', output]);
    expect(other).toEqual(await json(['capacity', 'aiva', 'large']));
  });

  test('measures the IOPS of a database, on which the definition has no demand', async () => {
    const iops = { component: 'database', resource: 'iops', perRequest: 3, base: 20, instances: 1, supplied: 3_000 } as const;
    const metricsOfStorage = file('iops.json', prometheusAnswer(productionOf([iops], SHAPE, seededUniform(1))));
    const output = join(folder, 'iops-calibration.json');
    expect((await sizing(['observe', metricsOfStorage, ...observed, '--calibration-output', output])).code).toBe(0);
    const { capacity } = await json(['capacity', 'aiva', 'medium', '--calibration', output]);
    const row = capacity.rows.find(({ resource }: { resource: string }) => resource === 'iops');
    expect(row).toMatchObject({ component: 'database', evidence: 'measured' });
    // The workload of the tier has 150 requests/s, and gp3 storage of less than 400 GiB has 3,000 IOPS.
    expect(row.utilization.mid).toBeCloseTo((3 * 150 + 20) / 3_000, 2);
  });

  test('warns of a series of percent that is a share from 0 to 1', async () => {
    const shares = (production.api_processor as [number, number][]).map(([time, cores]): [number, number] => [time, cores / 2]);
    const series = { requests: production.requests as [number, number][], api_processor_percent: shares };
    const { stdout } = await sizing(['observe', file('shares.json', prometheusAnswer(series)), ...observed]);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('api processor: utilization was at most 0.');
    const right = await sizing(['observe', metrics, ...observed]);
    expect(right.stdout).not.toContain('utilization was at most');
  });

  test('answers by the published schema', async () => {
    const schema = z.fromJSONSchema(JSON.parse(readFileSync(join(__dirname, '../../schemas/observe.schema.json'), 'utf8')));
    const answer = await json(['observe', metrics, ...observed]);
    expect(() => schema.parse(answer)).not.toThrow();
    expect(() => schema.parse({ ...answer, version: 2 })).toThrow();
    expect(answer.assumedInstances).toEqual(['api']);
  });

  test('counts percent of the instances that run at a time', async () => {
    const cores = production.api_processor as [number, number][];
    // Four instances of 1 vCPU in the second half of the day, two in the first.
    const running = cores.map(([time], index): [number, number] => [time, index < 144 ? 2 : 4]);
    const percent = cores.map(([time, value], index): [number, number] => {
      const [, instances] = running[index] as [number, number];
      // An idle instance uses 0.05 cores, and the series is that of two.
      return [time, (100 * (value + 0.05 * (instances - 2))) / instances];
    });
    const series = { requests: production.requests as [number, number][], api_processor_percent: percent, api_instances: running };
    const answer = await json(['observe', file('percent.json', prometheusAnswer(series)), ...observed]);
    expect(answer.demands[0].perRequest.low).toBeLessThan(0.002);
    expect(answer.demands[0].perRequest.high).toBeGreaterThan(0.002);
    expect(answer.instances.api).toBeUndefined();
    expect(answer.assumedInstances).toEqual([]);
  });

  test('refuses metrics without variation, with too few windows, and names that measure nothing, each with the reason', async () => {
    const flat = file('flat.json', prometheusAnswer(productionOf(USES, { ...SHAPE, windowsOfDay: 1e9 }, seededUniform(2))));
    expect((await sizing(['observe', flat, ...observed])).stderr).toMatch(
      /requests: between [\d.]+ and [\d.]+\/s in 90% of the windows; expected 100 windows/,
    );
    const short = file('short.json', prometheusAnswer(productionOf(USES, { ...SHAPE, windows: 99 }, seededUniform(2))));
    expect((await sizing(['observe', short, ...observed])).stderr).toMatch(/requests: 99 windows; expected 100 windows or more/);
    const other = Object.fromEntries(
      Object.entries(production).map(([name, values]) => [name.replace('api_processor', 'api_procesor'), values]),
    );
    const misspelt = file('misspelt.json', prometheusAnswer(other));
    const ran = await sizing(['observe', misspelt, ...observed]);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toMatch(
      /invalid value "api_procesor"; expected one of api_processor, api_processor_percent, .*Did you mean "api_processor"\?/,
    );
  });

  test('refuses values below 0, a time twice, a resource twice, and metrics without requests, all at once', async () => {
    const [[time = 0] = []] = production.requests ?? [];
    const broken = {
      requests: [[time, -1]] as [number, number][],
      api_processor: [[time, 1]] as [number, number][],
      api_processor_percent: [[time, 50]] as [number, number][],
    };
    const first = file('first.json', prometheusAnswer(broken));
    const second = file(
      'second.json',
      prometheusAnswer({
        requests: [
          [time, 1],
          [time + PERIOD_SECONDS, 1],
        ],
      }),
    );
    const { stderr } = await sizing(['observe', first, second, ...observed]);
    expect(stderr).toMatch(/first\.json: requests: invalid value -1; expected values of at least 0/);
    expect(stderr).toMatch(/second\.json: requests: two values at 2026-02-01T00:00:00Z/);
    expect(stderr).toMatch(/api_processor_percent: the same resource as api_processor; expected one of them/);
    const without = await sizing(['observe', file('none.json', prometheusAnswer({ api_processor: [[time, 1]] })), ...observed]);
    expect(without.stderr).toMatch(/requests: no series; expected requests\/s of the system/);
    expect((await sizing(['observe', metrics])).stderr).toMatch(/--system: missing.*\n.*--tier: missing/);
  });

  test('keeps the demand of a resource that does not follow the requests, and refuses metrics of none that does', async () => {
    const constant = (production.requests as [number, number][]).map(([time], index): [number, number] => [time, 1 + (index % 7) / 10]);
    const idle = { requests: production.requests as [number, number][], api_processor: constant };
    const { code, stderr } = await sizing(['observe', file('idle.json', prometheusAnswer(idle)), ...observed]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/series: no demand follows from them: api processor \(no-growth\), .*bridge memory \(no-series\)/);
    const both = { ...idle, database_processor: production.database_processor as [number, number][] };
    const answer = await json(['observe', file('both.json', prometheusAnswer(both)), ...observed]);
    expect(answer.unknown[0]).toMatchObject({ component: 'api', resource: 'processor', reason: 'no-growth' });
  });
});

test('the guide names series that its definition has', () => {
  const files = filesOf('docs/production-metrics.md');
  const system = loadSystem(parse(files.get('sizing.yaml') ?? '') as SystemDefinition);
  const names = [...measuresOf(formOfTier(system, 'small')).keys()];
  const queries = ['queries.json', 'iops.json'].flatMap(
    (file) => JSON.parse(files.get(file) ?? '[]') as { Id: string; ReturnData?: boolean }[],
  );
  const inQueries = queries.filter(({ ReturnData = true }) => ReturnData).map(({ Id }) => Id);
  const inPromql = [...(files.get('metrics.promql') ?? '').matchAll(/"series", "(\w+)"/g)].map(([, name]) => name);
  expect(inQueries).toHaveLength(4);
  expect(inPromql).toHaveLength(4);
  expect(names).toEqual(expect.arrayContaining([...inQueries, ...inPromql]));
});
