import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWithPackage } from './support/packed-package';
import { textOf } from './support/sources';
import { temporaryFolder } from './support/temporary-folder';

/** The TypeScript of a document, in order. */
function modules(document = 'README.md'): string[] {
  return [...textOf(document).matchAll(/```ts\n([\s\S]*?)```/g)].map(([, module]) => module ?? '');
}

/** A folder in which the package is installed. */
let projects = '';

beforeAll(() => {
  projects = temporaryFolder();
  folderWithPackage(projects);
});

/** Runs a program on the given modules in a new project, which has the installed package and its dependencies. */
function runOn(texts: readonly string[], program: (folder: string) => readonly [command: string, ...args: string[]]) {
  const folder = mkdtempSync(join(projects, 'project-'));
  for (const [index, text] of texts.entries()) writeFileSync(join(folder, `module-${index}.ts`), text);
  const shop = textOf('test/cdk/fixtures/shop.ts').replace('../../../lib/model/define-system', 'sizing-blueprints/config');
  writeFileSync(join(folder, 'sizing.config.ts'), shop);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: resolve('tsconfig.json'), include: ['*.ts'] }));
  const [command, ...args] = program(folder);
  // With CDK_OUTDIR an app synthesizes when it ends, as under the CDK's command.
  const env = { ...process.env, CDK_OUTDIR: join(folder, 'cdk.out'), CDK_VALIDATION: 'true' };
  return spawnSync(command, args, { cwd: folder, encoding: 'utf8', env });
}

function typeErrors(texts: readonly string[]): string {
  return runOn(texts, (folder) => [resolve('node_modules/.bin/tsc'), '-p', folder]).stdout;
}

/** Runs an app of the CDK, which synthesizes when it ends. */
function synthesized(text: string) {
  return runOn([text], () => [process.execPath, '-r', require.resolve('tsx/cjs'), 'module-0.ts']);
}

describe('the TypeScript in documents', () => {
  const guide = modules('docs/your-own-system.md');
  const apps = modules('docs/existing-cdk-app.md');

  it('has the types that it needs', () => {
    expect(modules().length).toBeGreaterThanOrEqual(2);
    expect(guide.length).toBeGreaterThanOrEqual(2);
    expect(typeErrors([...modules(), ...guide, ...apps, ...modules('docs/other-stores.md')])).toBe('');
  });

  it('with other types is found', () => {
    const ofWrongTier = apps.map((text) => text.replace("tier: 'small'", "tier: 'smal'"));
    const errors = typeErrors(["import 'sizing-blueprints';\nexport const count: number = 'many';", ...ofWrongTier]);
    expect(errors).toMatch(/^module-0\.ts.* error TS2322: /m);
    expect(errors).toMatch(/^module-[12]\.ts.* error TS\d+: .*"smal"/m);
  });
});

describe('the apps in the guide to existing apps', () => {
  const apps = modules('docs/existing-cdk-app.md');

  it('are two', () => {
    expect(apps).toHaveLength(2);
  });

  it.each(apps)('are synthesized', (text) => {
    expect(synthesized(text)).toMatchObject({ status: 0 });
    expect(synthesized(text.replace("region: 'eu-west-1'", "region: 'eu-wst-1'")).status).not.toBe(0);
  });
});

it('the app with a store of AWS is synthesized', () => {
  const [app = '', ...others] = modules('docs/other-stores.md');
  expect(others).toEqual([]);
  expect(synthesized(app)).toMatchObject({ status: 0 });
});

it('the app in the README keeps within its budget', () => {
  const [app = ''] = modules();
  expect(synthesized(app)).toMatchObject({ status: 0 });
  expect(synthesized(app.replace(/budget: \d+/, 'budget: 300')).status).not.toBe(0);
});

it('the test in the README passes', () => {
  const [, sample = ''] = modules();
  const tested = (text: string) =>
    runOn([text], (folder) => {
      const test = { include: ['module-0.ts'], update: 'all', testTimeout: 120_000 };
      writeFileSync(join(folder, 'vitest.config.mjs'), `export default ${JSON.stringify({ test })};`);
      return [resolve('node_modules/.bin/vitest'), 'run', '--root', folder, '--config', join(folder, 'vitest.config.mjs')];
    });
  const { status, stdout } = tested(sample);
  expect(stdout).toContain('1 passed');
  expect(status).toBe(0);
  expect(tested(sample.replace('toCostAtMost(3000)', 'toCostAtMost(300)')).stdout).toContain('1 failed');
});
