import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { compiledProgram } from '../support/command';
import { folderWithPackage } from '../support/packed-package';
import { ROOT } from '../support/sources';
import { temporaryFolder } from '../support/temporary-folder';

const CACHE = mkdtempSync(join(tmpdir(), 'sizing-warm-'));

afterAll(() => rmSync(CACHE, { recursive: true, force: true }));

/** Runs a compiled command. Returns the packages and the modules of this package that it loaded. */
function run(argv: readonly string[], sizing = compiledProgram('sizing')) {
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
  const own = paths.map((path) => path.replace(/^.*\/dist\//, ''));
  return { stdout, warnings: stderr.slice(0, at), status, packages: new Set(packages), own: new Set(own) };
}

function answerOf({ stdout, warnings, status }: ReturnType<typeof run>) {
  return { stdout, warnings, status };
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
    expect(answerOf(second)).toEqual(answerOf(first));
  });
});

test('a stack on ECS loads neither cdk8s nor the charts', () => {
  const { packages, own, status } = run(['estimate', 'aiva', 'small', '--region', 'us-west-2']);
  expect(status).toBe(0);
  expect(packages.has('aws-cdk-lib')).toBe(true);
  expect(SYNTHESIZERS.filter((name) => packages.has(name) && name.startsWith('cdk8s'))).toEqual([]);
  expect([...own].filter((path) => path.startsWith('lib/kubernetes/'))).toEqual([]);
});

/** Modules that compute answers. */
const COMPUTING = [
  'lib/blueprint/resolve.js',
  'lib/capacity/demand.js',
  'lib/catalog/price-book.js',
  'lib/cloudformation/template-from.js',
  'lib/design/design-tier.js',
  'lib/pricing/estimate-template.js',
];

/** Modules of a command that prints an answer again: commander, zod and the output. Definitions need those of the example systems and of the model. */
const MODULES_AT_MOST = 215;
const OF_DEFINITIONS = /^(?:tiers|lib\/model)\//;

describe('the installed command prints an answer again without computing it', () => {
  let sizing = '';
  beforeAll(() => {
    const folder = temporaryFolder();
    folderWithPackage(folder);
    sizing = join(folder, 'node_modules/sizing-blueprints/dist/bin/sizing.js');
  });

  it.each([
    ['estimate', ['estimate', 'capsules', 'pool-and-cache']],
    ['estimate of a template', ['estimate', 'test/bin/fixtures/shop.template.json']],
    ['recommend', ['recommend', 'capsules', '--users', '300', '--json']],
    ['design', ['design', 'capsules', '--users', '300']],
    ['curve', ['curve', 'capsules', '--min-users', '300', '--max-users', '400']],
  ])('%s', (_what, argv) => {
    const first = run(argv, sizing);
    const second = run(argv, sizing);
    expect(first.status, first.warnings).toBe(0);
    expect(answerOf(second)).toEqual(answerOf(first));
    expect(COMPUTING.filter((name) => first.own.has(name))).not.toEqual([]);
    expect(COMPUTING.filter((name) => second.own.has(name))).toEqual([]);
    expect([...second.own].filter((name) => !OF_DEFINITIONS.test(name)).length).toBeLessThan(MODULES_AT_MOST);
  });
});
