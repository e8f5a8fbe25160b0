import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Io } from '../../bin/io';
import { printAnswer } from '../../bin/printed-answers';
import type { StringCache } from '../../lib/io/cached-files';
import { COMMAND_LOADERS, LOADED_COMMANDS, sizing } from '../support/run';
import { temporaryFolder } from '../support/temporary-folder';

const DEFINITION = `id: shop
name: Shop
tiers:
  - id: small
    components:
      api: { kind: service, vcpu: 0.5, memoryGib: 1, instances: { min: 2, max: 2 }, ports: [{ port: 8080, protocol: http }] }
      entry: { kind: load-balancer, type: application, target: api }
`;

const HOME = process.cwd();
let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(join(folder, 'sizing.yaml'), DEFINITION);
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(HOME);
  rmSync(folder, { recursive: true });
});

/** Runs a command with a cache, and counts how often its answer is computed. */
function withCache(strings = new Map<string, string>()) {
  const cache: StringCache = {
    get: (key) => strings.get(key),
    put: (key, content) => void strings.set(key, content),
    drop: (key) => void strings.delete(key),
  };
  const computed = { times: 0 };
  const { estimate } = LOADED_COMMANDS;
  const counted: typeof estimate = {
    ...estimate,
    run: (request) => {
      computed.times += 1;
      return estimate.run(request);
    },
  };
  const commands = { ...COMMAND_LOADERS, estimate: () => counted };
  const answers = () => ({ answerCache: () => cache, printAnswer });
  const run = (argv: readonly string[], io: Partial<Io> = {}) => sizing(argv, io, { commands, answers });
  return { run, computed, strings };
}

const ESTIMATE = ['estimate', 'shop', 'small', '--compute', 'fargate'];

describe('an answer that was printed before', () => {
  it('is printed again for a template in a git repository, whose folder .git is looked for', async () => {
    const { run, computed } = withCache();
    mkdirSync('.git');
    writeFileSync('template.json', '{"Resources": {"Volume": {"Type": "AWS::EC2::Volume", "Properties": {"Size": 10}}}}');
    await vi.waitUntil(() => Date.now() > statSync('template.json').ctimeMs);
    const argv = ['estimate', 'template.json', '--region', 'us-east-1'];
    expect(await run(argv)).toMatchObject({ code: 0 });
    writeFileSync('.git/index', '');
    await run(argv);
    expect(computed.times).toBe(1);
    rmSync('.git', { recursive: true });
    await run(argv);
    expect(computed.times).toBe(2);
  });

  it.each([
    [1_000_000, 1],
    [1_000_001, 2],
  ])('is computed again above 1,000,000 characters: with %d, %d times in all', async (length, expected) => {
    const strings = new Map<string, string>();
    const cache: StringCache = { get: (key) => strings.get(key), put: (key, content) => void strings.set(key, content), drop: () => {} };
    const texts: string[] = [];
    const io: Io = {
      stdout: (text) => texts.push(text),
      stderr: (text) => texts.push(text),
      env: {},
      stdoutIsTty: false,
      stderrIsTty: false,
      nowMs: () => 0,
      columns: undefined,
      stderrColumns: undefined,
      today: new Date('2026-11-30'),
    };
    let times = 0;
    const answer = () =>
      printAnswer(cache, {}, io, async ({ stdout, stderr }) => {
        times += 1;
        stdout('a'.repeat(length - 1));
        stderr('b');
        return 0;
      });
    expect([await answer(), await answer()]).toEqual([0, 0]);
    expect(times).toBe(expected);
    expect(texts.map((text) => text.length)).toEqual([length - 1, 1, length - 1, 1]);
  });

  it('is computed again where the command writes a file', async () => {
    const { run, computed } = withCache();
    writeFileSync('template.json', '{"Resources": {"Queue": {"Type": "AWS::SQS::Queue"}}}');
    const argv = ['estimate', 'template.json', '--region', 'us-east-1', '--write-usage', 'usage.yml'];
    expect(await run(argv)).toMatchObject({ code: 0, stderr: expect.stringContaining('Wrote usage.yml') });
    rmSync('usage.yml');
    expect(await run(argv)).toMatchObject({ code: 0 });
    expect(existsSync('usage.yml')).toBe(true);
    expect(computed.times).toBe(2);
  });

  it('is printed again, warnings and exit code too, without computing it', async () => {
    const { run, computed } = withCache();
    const first = await run([...ESTIMATE, '--budget', '1']);
    const second = await run([...ESTIMATE, '--budget', '1']);
    expect(first).toMatchObject({ code: 2, stdout: expect.stringContaining('Shop small'), stderr: expect.stringContaining('warning: ') });
    expect(second).toEqual(first);
    expect(computed.times).toBe(1);
  });

  it.each<[string, readonly string[], Partial<Io>]>([
    ['another flag', ['--region', 'eu-west-1'], {}],
    ['another format', ['--json'], {}],
    ['no warnings', ['--quiet'], {}],
    ['no colors', ['--no-color'], {}],
    ['a narrower terminal', [], { columns: 60 }],
    ['another width of warnings', [], { stderrColumns: 60 }],
    ['another day, when prices are older', [], { today: new Date('2030-01-01') }],
    ['a terminal with colors', [], { stdoutIsTty: true }],
    ['an environment variable of the CDK', [], { env: { CDK_DEFAULT_REGION: 'eu-west-1' } }],
  ])('is computed again for %s', async (_what, flags, io) => {
    const { run, computed } = withCache();
    await run(ESTIMATE);
    const cached = await run([...ESTIMATE, ...flags], io);
    expect(computed.times).toBe(2);
    expect(cached).toEqual(await sizing([...ESTIMATE, ...flags], io));
  });

  it('is computed again after a change of the definition, of a tier file, or of the file of the environment, which may not exist before', async () => {
    const { run, computed } = withCache();
    const outputs = new Set<string>();
    const record = async () => outputs.add((await run(ESTIMATE)).stdout);
    await record();
    writeFileSync('sizing.yaml', DEFINITION.replace('min: 2, max: 2', 'min: 9, max: 9'));
    await record();
    mkdirSync('environments');
    writeFileSync('environments/dev.json', '{ "region": "eu-west-1" }');
    await record();
    writeFileSync('environments/dev.json', '{ "region": "ap-southeast-1" }');
    await record();
    expect([computed.times, outputs.size]).toEqual([4, 4]);
    rmSync('environments', { recursive: true });
    await record();
    expect(outputs.size).toBe(4);
  });

  it.each([
    ['no JSON', 'x'],
    ['no object', '[]'],
    ['a stream that does not exist', '{"code":0,"paths":[],"printed":[["other","x"]]}'],
    ['a number instead of a text', '{"code":0,"paths":[],"printed":[["stdout",1]]}'],
    ['no exit code', '{"code":"0","paths":[],"printed":[]}'],
    ['no paths', '{"code":0,"printed":[]}'],
    ['a path without a state', '{"code":0,"paths":[{"path":"sizing.yaml","aspect":"kind"}],"printed":[]}'],
    ['a path with an unknown aspect', '{"code":0,"paths":[{"path":"sizing.yaml","aspect":"age","state":"file"}],"printed":[]}'],
  ])('is computed again when the cached entry is %s', async (_what, content) => {
    const { run, computed, strings } = withCache();
    const first = await run(ESTIMATE);
    for (const key of strings.keys()) strings.set(key, content);
    expect(await run(ESTIMATE)).toEqual(first);
    expect(computed.times).toBe(2);
  });
});

describe('an answer is not cached', () => {
  it('when it ends in an error', async () => {
    const { run, strings } = withCache();
    expect((await run([...ESTIMATE, '--region', 'mars'])).code).toBe(1);
    expect(strings.size).toBe(0);
  });

  it('when it is written to a file', async () => {
    const { run, strings } = withCache();
    for (const name of ['one.txt', 'two.txt']) expect((await run([...ESTIMATE, '--output', name])).code).toBe(0);
    expect(strings.size).toBe(0);
  });

  it('when a folder was read, in which files may appear', async () => {
    const { run, strings } = withCache();
    mkdirSync('manifests');
    writeFileSync('manifests/job.yaml', JOB);
    expect((await run(['estimate', 'manifests'])).code).toBe(0);
    expect(strings.size).toBe(0);
  });

  it('when the command writes a tier', async () => {
    const { run, strings } = withCache();
    await run(['design', 'aiva', '--users', '30', '--write']);
    expect(strings.size).toBe(0);
  });
});

const JOB = `apiVersion: batch/v1
kind: Job
metadata: { name: report }
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: report:1
          resources: { requests: { cpu: 100m, memory: 128Mi } }
`;
