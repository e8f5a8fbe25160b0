import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compiledProgram } from '../support/command';
import { ROOT } from '../support/sources';

const CACHE = mkdtempSync(join(tmpdir(), 'sizing-warm-'));

afterAll(() => rmSync(CACHE, { recursive: true, force: true }));

/** Runs the installed command; with the packages of which it loaded a module. */
function run(argv: readonly string[]) {
  const sizing = compiledProgram('sizing');
  const marker = 'modules: ';
  const script = `process.argv.splice(1, 0, ''); process.on('exit', () => console.error('${marker}' + JSON.stringify(Object.keys(require.cache)))); require('${sizing}')`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', script, '--', ...argv], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, SIZING_CACHE: CACHE },
    maxBuffer: 50_000_000,
  });
  const at = stderr.lastIndexOf(marker);
  const paths = JSON.parse(stderr.slice(at + marker.length)) as string[];
  const packages = paths.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/.+\.js$/.exec(path)?.[1] ?? []);
  return { stdout, warnings: stderr.slice(0, at), status, packages: new Set(packages) };
}

const SYNTHESIZERS = ['aws-cdk-lib', 'cdk8s', 'cdk8s-plus-34', 'constructs'];

describe('a command whose tiers are cached loads no code that synthesizes, and gives the same answer', () => {
  it.each([
    ['ECS', ['estimate', 'capsules', 'pool-and-cache']],
    ['EKS', ['estimate', 'assistant', 'pooled', '--platform', 'eks']],
    ['Kubernetes', ['estimate', 'ux-flow', 'growth', '--platform', 'kubernetes']],
    ['every tier', ['compare', 'capsules']],
    ['a recommendation', ['recommend', 'capsules', '--users', '300']],
    ['a curve', ['curve', 'capsules', '--region', 'eu-west-1', '--min-users', '300', '--max-users', '400']],
  ])('%s', (_what, argv) => {
    const first = run(argv);
    const second = run(argv);
    expect(SYNTHESIZERS.filter((name) => first.packages.has(name))).not.toEqual([]);
    expect(SYNTHESIZERS.filter((name) => second.packages.has(name))).toEqual([]);
    expect(first.status).toBe(0);
    expect({ ...second, packages: undefined }).toEqual({ ...first, packages: undefined });
  });
});
