import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestFromContext } from '../../bin/context-request';
import { errorText } from '../../bin/errors';
import { fitLoadTests } from '../../lib/answers/fit';
import { printable } from '../../lib/core/printable';
import { InputError } from '../../lib/core/problems';
import { type Calibration, parseCalibration } from '../../lib/loadtest/calibration';
import { Deployment } from '../../lib/model/environment-file';
import { Options } from '../../lib/model/options';
import { NO_NAMES } from '../support/hostile-names';
import { fixture, sizing } from '../support/run';

const TEST = { system: 'aiva', tier: 'medium', measuredOn: '2026-01-31' };

let folder = '';
let calibration: Calibration;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sizing-values-'));
  ({ calibration } = await fitLoadTests({ files: [fixture('load-test.csv')], ...TEST }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file of the test with this content. */
function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** An object with one key, which may be `__proto__`. */
function keyed(key: string, value: unknown): Record<string, unknown> {
  return Object.fromEntries([[key, value]]);
}

/** The text of the InputError that a call throws; fails when it throws none. */
function refusalOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof InputError) return errorText(error, false);
    throw error;
  }
  throw new Error('accepted');
}

/** One short line for each problem, with nothing invisible. */
function expectReadable(text: string): void {
  expect(text.split('\n').map(printable).join('\n')).toBe(text);
  for (const line of text.split('\n')) {
    expect(line.length).toBeLessThan(600);
    expect(line).not.toMatch(/^\s*:/);
  }
}

/** The options that take any word, or any tag. */
const FREE = ['environment', 'imageTag'];
const CONTEXT_KEYS = ['system', 'tier', ...Object.keys(Options.shape), ...Object.keys(Deployment.shape)];

describe('the context of the CDK', () => {
  it.each(NO_NAMES)('rejects the key %j', (name) => {
    const text = refusalOf(() => requestFromContext(keyed(name, '1')));
    expect(text).toMatch(/^error: invalid context\n {2}-c .*: unknown key; expected one of system, tier, region, /);
    expectReadable(text);
  });

  it.each(CONTEXT_KEYS)('rejects hostile values of %s', (key) => {
    for (const name of NO_NAMES) {
      if (FREE.includes(key) && /^\w{1,40}$/.test(name)) continue;
      const text = refusalOf(() => requestFromContext(keyed(key, name)));
      expect(text).toContain(`  -c ${key}: invalid value "`);
      expectReadable(text);
    }
  });

  it.each([
    ['readReplicas', ['', ' ', null, true, [], [3], {}, '0x3', '1e1', 'Infinity', '-1', -1, 1e308, Number.NaN]],
    ['databaseStorageGib', ['', ' ', null, true, [100], '0x64', '1e3', '-100', 1e308, Number.POSITIVE_INFINITY]],
    ['dataVolumeGib', ['', ' ', null, true, [100], '0x64', '1e3', '-100', '0', 1e308, Number.POSITIVE_INFINITY]],
    ['budget', ['', ' ', null, true, [5], '0x5', '-5', '0', 1e308, '9'.repeat(400), Number.NaN, Number.POSITIVE_INFINITY]],
  ])('accepts no amount of %s but a number', (key, values) => {
    for (const value of values) expectReadable(refusalOf(() => requestFromContext(keyed(key, value))));
  });

  it('accepts numbers and strings with a number', () => {
    for (const readReplicas of [2, '2', ' 2 ']) {
      expect(requestFromContext({ tier: 'large', readReplicas }).blueprint.options.readReplicas).toBe(2);
    }
  });
});

describe('a workload file', () => {
  const refusal = async (content: unknown) => {
    const path = file('workload.json', typeof content === 'string' ? content : JSON.stringify(content));
    const { code, stdout, stderr } = await sizing(['recommend', 'aiva', '--workload', path]);
    expect({ code, stdout }, JSON.stringify(content).slice(0, 200)).toEqual({ code: 1, stdout: '' });
    expectReadable(stderr);
    return stderr;
  };

  it.each(NO_NAMES)('has no %j', async (name) => {
    const users = { concurrentUsers: 10 };
    expect(await refusal({ ...users, ...keyed(name, 5) })).toContain(': unknown key; expected one of concurrentUsers, ');
    expect(await refusal({ ...users, operations: keyed(name, 5) })).toMatch(
      /operations\..*; expected (?:lower-case|one of|no key|at most 40)/,
    );
    expect(await refusal({ concurrentUsers: keyed(name, 1) })).toMatch(/concurrentUsers.*(?:low, mid, high|no key __proto__)/);
    for (const field of ['concurrentUsers', 'operations', 'growth', 'confidence', 'budget']) {
      expect(await refusal({ ...users, [field]: name })).toContain(`  ${field}: invalid value "`);
    }
    await refusal({ ...users, operations: { chats: { amount: 1, every: name } } });
    await refusal({ ...users, operations: { chats: name } });
  });

  it.each(['1e308', '1e16', '.inf', '-.inf', '.nan', '-5', '0x', '[5, 1e308]', '{ low: 1, mid: 2, high: .inf }'])(
    'has no amount %s',
    async (amount) => {
      for (const key of ['concurrentUsers', 'requestsPerSecond']) await refusal(`${key}: ${amount}\n`);
      await refusal(`operations: { chats: ${amount} }\n`);
      await refusal(`concurrentUsers: 10\ngrowth: ${amount}\nbudget: ${amount}\nconfidence: ${amount}\n`);
    },
  );
});

describe('a calibration', () => {
  const refused = (changed: unknown) => {
    const text = refusalOf(() => parseCalibration(changed, 'calibration'));
    expectReadable(text);
    return text;
  };

  it.each(NO_NAMES)('has no %j', (name) => {
    const { curve, sources, thresholds, peak } = calibration;
    expect(refused({ ...calibration, ...keyed(name, 5) })).toContain(': unknown key; expected one of kind, version, ');
    expect(refused({ ...calibration, curve: { ...curve, ...keyed(name, 5) } })).toMatch(/curve\..*: unknown key; expected one of request/);
    expect(refused({ ...calibration, measuredOn: name })).toMatch(/measuredOn: .*; expected a date such as 2026-01-31/);
    for (const key of ['kind', 'version', 'evidence']) refused({ ...calibration, [key]: name });
    refused({ ...calibration, sources: [{ ...sources[0], format: name }] });
    refused({ ...calibration, sources: [{ ...sources[0], sha256: name }] });
    refused({ ...calibration, peak: { ...peak, bottleneck: name } });
    refused({ ...calibration, thresholds: [{ ...thresholds[0], outcome: name }] });
    refused({ ...calibration, warnings: [{ kind: name, text: name }] });
  });

  it.each(['constructor', ...NO_NAMES])('is of no system and no tier %j', async (name) => {
    for (const key of ['system', 'tier']) {
      const path = file('calibration.json', JSON.stringify({ ...calibration, [key]: name }));
      const { code, stdout, stderr } = await sizing(['capacity', 'aiva', 'medium', '--calibration', path]);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain(`  ${key}: invalid value "`);
      expectReadable(stderr);
    }
  });

  it.each(['1e308', '1e16', 'null', '-5', '-1e-300', '"5"'])('has no amount %s', (written) => {
    const amount: unknown = JSON.parse(written);
    const { curve, thresholds, peak } = calibration;
    const interval = { low: amount, mid: amount, high: amount };
    refused({ ...calibration, curve: { ...curve, requestsPerSecondAtOne: interval } });
    refused({ ...calibration, curve: { ...curve, contention: interval } });
    refused({ ...calibration, curve: { ...curve, crosstalk: interval } });
    refused({ ...calibration, curve: { ...curve, testedConcurrency: { from: amount, to: amount } } });
    refused({ ...calibration, curve: { ...curve, resamples: amount } });
    refused({ ...calibration, peak: { ...peak, concurrency: { ...interval, high: -1 } } });
    refused({ ...calibration, thresholds: [{ ...thresholds[0], limit: amount }] });
  });
});

describe('a load test', () => {
  it.each(['__proto__', 'constructor', ' ', '\u001b[31mred', 'user\u202egpj.exe'])('may be in a file named %j', async (name) => {
    copyFileSync(fixture('load-test.csv'), join(folder, name));
    const before = process.cwd();
    process.chdir(folder);
    try {
      const fitted = await fitLoadTests({ files: [name], ...TEST });
      expect(fitted.calibration.sources).toEqual([{ ...calibration.sources[0], file: name }]);
    } finally {
      process.chdir(before);
    }
  });

  it.each(NO_NAMES)('is of no system, tier or day %j', async (name) => {
    for (const [key, flag] of Object.entries({ system: '--system', tier: '--tier', measuredOn: '--measured-on' })) {
      const { system, tier, measuredOn }: typeof TEST = { ...TEST, ...keyed(key, name) };
      const argv = ['fit', fixture('load-test.csv'), '--system', system, '--tier', tier, '--measured-on', measuredOn];
      const { code, stderr } = await sizing(argv);
      expect(code).toBe(1);
      expect(stderr).toContain(`  ${flag}: invalid value "`);
      expectReadable(stderr);
    }
  });

  it.each(['1e308', '1e16', 'Infinity', 'NaN', '-5', '', ' ', '__proto__', '0x10'])('has no amount %j', async (amount) => {
    const [head = '', ...rows] = readFileSync(fixture('load-test.csv'), 'utf8').trimEnd().split('\n');
    for (const [column] of head.split(',').entries()) {
      if (column > 1) break;
      const edited = rows.map((row, index) => (index === 0 ? row.split(',').with(column, amount).join(',') : row));
      const path = file('amounts.csv', `${[head, ...edited].join('\n')}\n`);
      const { code, stderr } = await sizing(['fit', path, '--system', 'aiva', '--tier', 'medium', '--measured-on', '2026-01-31']);
      expect(code, stderr).toBe(1);
      expect(stderr).toContain('line 2');
      expectReadable(stderr);
    }
  });
});
