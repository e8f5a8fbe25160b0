import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOf } from './support/sources';

/** The TypeScript of a document, in order. */
function modules(document = 'README.md'): string[] {
  return [...textOf(document).matchAll(/```ts\n([\s\S]*?)```/g)].map(([, module]) => module ?? '');
}

/** What the package publishes, by the names that it has for others, as the sources that are built into it. */
function publishedPaths(): Record<string, string[]> {
  type Exports = Readonly<Record<string, string | { readonly default: string }>>;
  const { exports } = JSON.parse(textOf('package.json')) as { readonly exports: Exports };
  return Object.fromEntries(
    Object.entries(exports).flatMap(([name, target]) =>
      typeof target === 'string'
        ? []
        : [[`sizing-blueprints${name.slice(1)}`, [resolve(target.default.replace(/^\.\/dist\/(.*)\.js$/, '$1.ts'))]]],
    ),
  );
}

/** Runs a program on the given modules in a new project, which has this package and its dependencies. */
function runOn(texts: readonly string[], program: (folder: string) => readonly [command: string, ...args: string[]]) {
  const folder = mkdtempSync(join(tmpdir(), 'readme-'));
  try {
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    for (const [index, text] of texts.entries()) writeFileSync(join(folder, `module-${index}.ts`), text);
    writeFileSync(join(folder, 'sizing.config.ts'), `export { shop } from '${resolve('test/cdk/fixtures/shop')}';\n`);
    const config = { extends: resolve('tsconfig.json'), compilerOptions: { paths: publishedPaths() }, include: ['*.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const [command, ...args] = program(folder);
    // With CDK_OUTDIR an app synthesizes when it ends, as under the CDK's command.
    const env = { ...process.env, CDK_OUTDIR: join(folder, 'cdk.out'), CDK_VALIDATION: 'true' };
    return spawnSync(command, args, { cwd: folder, encoding: 'utf8', env });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function typeErrors(texts: readonly string[]): string {
  return runOn(texts, (folder) => [resolve('node_modules/.bin/tsc'), '-p', folder]).stdout;
}

/** Runs an app of the CDK, which synthesizes when it ends. */
function synthesized(text: string) {
  return runOn([text], () => [process.execPath, '-r', require.resolve('tsx/cjs'), 'module-0.ts']);
}

/** One program checks all documents, because it checks the sources of the package too, which takes nearly all of its time. */
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
  // Names of the package lead to its sources, the longest first: one is the beginning of the others.
  const alias = Object.entries(publishedPaths())
    .map(([find, [replacement]]) => ({ find, replacement }))
    .sort((left, right) => right.find.length - left.find.length);
  const tested = (text: string) =>
    runOn([text], (folder) => {
      const test = { include: ['module-0.ts'], update: 'all', testTimeout: 120_000 };
      writeFileSync(join(folder, 'vitest.config.mjs'), `export default ${JSON.stringify({ resolve: { alias }, test })};`);
      return [resolve('node_modules/.bin/vitest'), 'run', '--root', folder, '--config', join(folder, 'vitest.config.mjs')];
    });
  const { status, stdout } = tested(sample);
  expect(stdout).toContain('1 passed');
  expect(status).toBe(0);
  expect(tested(sample.replace('toCostAtMost(3000)', 'toCostAtMost(300)')).stdout).toContain('1 failed');
});
