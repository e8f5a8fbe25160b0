import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { importsOf, targetOf } from '../test/support/sources';
import { runChild } from './child';
import { type Benchmark, type Contestant, ratioFinding } from './measure';

const ROOT = join(__dirname, '..');
const CDK = join(ROOT, 'node_modules/aws-cdk');
const INIT_TEMPLATE = join(CDK, 'lib/init-templates/app/typescript');
const APP = 'bin/app.ts';
const ROUNDS = 5;
/** Largest ratio to the runner of `cdk init`: a type check of everything, then tsx through npx. */
const AT_MOST = 0.75;

/** `cdk synth` of one tier here, against the same app in a project with the runner of `cdk init`. */
export const synthBenchmark: Benchmark = {
  name: 'synth',
  measure() {
    const folder = mkdtempSync(join(tmpdir(), 'sizing-bench-'));
    try {
      const project = join(folder, 'project');
      makeInitProject(project);
      const contestants = [synth('here', ROOT, join(folder, 'ours')), synth('cdk init', project, join(folder, 'theirs'))] as const;
      return [ratioFinding('cdk synth of AIVA large, against the runner that cdk init sets up', contestants, ROUNDS, AT_MOST)];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

// CDK's own validation stays on in both, as users have it. Network requests of the CLI are off in both.
const ENVIRONMENT = { CDK_VALIDATION: undefined, CDK_DISABLE_VERSION_CHECK: '1', CDK_DISABLE_CLI_TELEMETRY: 'true' };

function synth(name: string, cwd: string, output: string): Contestant {
  const args = ['synth', '--quiet', '--no-notices', '--output', output, '-c', 'system=aiva', '-c', 'tier=large'];
  return { name, run: () => runChild(process.execPath, [join(CDK, 'bin/cdk'), ...args], { cwd, environment: ENVIRONMENT }) };
}

/** The sources of the app in a project as `cdk init` creates it. */
function makeInitProject(project: string): void {
  for (const file of [...sourcesOf(APP), 'data', 'environments', 'package.json']) copy(file, project);
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'), 'junction');
  const settings = JSON.parse(readFileSync(join(INIT_TEMPLATE, 'cdk.template.json'), 'utf8').replaceAll('%name%', 'app')) as object;
  const { context } = JSON.parse(readFileSync(join(ROOT, 'cdk.json'), 'utf8')) as { context?: object };
  writeFileSync(join(project, 'cdk.json'), JSON.stringify({ ...settings, context }));
  // Jest, whose types the template also loads, is not installed here; without it the project of `cdk init` is a little faster.
  const compiler = readFileSync(join(INIT_TEMPLATE, 'tsconfig.json'), 'utf8').replace(/"jest",\s*/, '');
  writeFileSync(join(project, 'tsconfig.json'), compiler);
}

function copy(file: string, project: string): void {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  cpSync(join(ROOT, file), join(project, file), { recursive: true });
}

/** A source file and all files of this project that it imports. */
function sourcesOf(file: string, seen: Set<string> = new Set()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  for (const { specifier } of importsOf(readFileSync(join(ROOT, file), 'utf8'))) {
    const target = targetOf(file, specifier);
    const source = target === undefined ? undefined : [`${target}.ts`, `${target}/index.ts`].find((path) => existsSync(join(ROOT, path)));
    if (source !== undefined) sourcesOf(source, seen);
  }
  return [...seen];
}
