import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import nodeModule from 'node:module';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { compiledProgram } from '../support/command';
import { fixture } from '../support/run';
import { ROOT } from '../support/sources';
import { temporaryFolder } from '../support/temporary-folder';

function command(...argv: readonly string[]) {
  return spawnSync(process.execPath, [compiledProgram('sizing'), ...argv], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
}

test('the real command prints data on stdout and ends in 0', () => {
  const { stdout, stderr, status } = command('list', '--json');
  expect(JSON.parse(stdout).systems[0].id).toBe('aiva');
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
});

test('loads modules on demand: the estimate of a template and of a tier', () => {
  expect(JSON.parse(command('estimate', fixture('shop.template.json'), '--json').stdout).currency).toBe('USD');
  expect(JSON.parse(command('estimate', 'aiva', '--tier', 'small', '--json').stdout).resources.unpriced).toBe(0);
});

test('invalid input ends in 1, without a stack trace', () => {
  const { stdout, stderr, status } = command('compare', 'avia');
  expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
  expect(stderr).toContain('Did you mean "aiva"?');
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('a reader that closes the pipe early is no error', async () => {
  const child = spawn(process.execPath, [compiledProgram('sizing'), 'list', '--json'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('the help loads these modules and no others, so that it starts quickly', () => {
  const sizing = compiledProgram('sizing');
  const script = `process.argv.splice(1, 0, ''); process.on('exit', () => console.error(JSON.stringify(Object.keys(require.cache)))); require('${sizing}')`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script, '--', '--help'], { cwd: ROOT, encoding: 'utf8' });
  expect(stdout).toContain('Usage: sizing');
  const paths = JSON.parse(stderr) as string[];
  const names = paths.map((path) => /node_modules\/([^/]+)/.exec(path)?.[1] ?? path.replace(/^.*\/dist\//, ''));
  expect([...new Set(names)].sort()).toEqual([
    'bin/cache-folder.js',
    'bin/command-line.js',
    'bin/command.js',
    'bin/commands/index.js',
    'bin/compile-cache.js',
    'bin/completed-commands.js',
    'bin/errors.js',
    'bin/io.js',
    'bin/loaded-modules.js',
    'bin/program.js',
    'bin/progress.js',
    'bin/sizing.js',
    'bin/system-files.js',
    'commander',
    'fastest-levenshtein',
    'lib/core/all-parts.js',
    'lib/core/printable.js',
    'lib/core/problems.js',
    'lib/io/output-error.js',
    'lib/io/package-data.js',
    'lib/io/trusted-folder.js',
    'lib/output/format.js',
    'lib/pricing/unpriced-error.js',
  ]);
});

test('a definition that imports `sizing-blueprints/config` loads no schemas', () => {
  const config = join(dirname(dirname(compiledProgram('sizing'))), 'lib/definition/config.js');
  const script = `require('${config}'); console.log(JSON.stringify(Object.keys(require.cache)))`;
  const paths = JSON.parse(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout) as string[];
  expect(paths.map((path) => basename(path)).sort()).toEqual(['config.js', 'define-system.js', 'define-tier.js']);
});

test('Node caches compiled code in a cache folder that an earlier run created and that no other user may write to', () => {
  const cache = join(temporaryFolder(), 'cache');
  const isCached = () => {
    spawnSync(process.execPath, [compiledProgram('sizing'), '--help'], { cwd: ROOT, env: { PATH: process.env.PATH, SIZING_CACHE: cache } });
    return existsSync(join(cache, 'code'));
  };
  expect(isCached()).toBe(false);
  mkdirSync(cache);
  chmodSync(cache, 0o777);
  expect(isCached()).toBe(false);
  chmodSync(cache, 0o700);
  // Node 22.8 and newer: https://nodejs.org/api/module.html#moduleenablecompilecachecachedir
  expect(isCached()).toBe('enableCompileCache' in nodeModule);
});
