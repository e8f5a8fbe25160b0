import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from './child';
import { installPackage } from './installed-package';
import { type Benchmark, type Contestant, ratioFinding } from './measure';

const ROOT = join(__dirname, '..');
const CDK = join(ROOT, 'node_modules/aws-cdk/bin/cdk');
const ROUNDS = 5;
/** The app reads the definition and resolves the tier. In CPU time, on Node 24: 1.09 without template validation, 1.08 with it. */
const AT_MOST = 1.25;

const WITHOUT_NETWORK = { CDK_DISABLE_VERSION_CHECK: '1', CDK_DISABLE_CLI_TELEMETRY: 'true' };

/** `cdk synth` of a tier by the compiled package, against a compiled CDK app with the same constructs. */
export const plainSynthBenchmark: Benchmark = {
  name: 'plain-synth',
  measure() {
    const folder = mkdtempSync(join(tmpdir(), 'sizing-bench-'));
    try {
      installPackage(folder);
      const plainApp = compilePlainApp(folder);
      const project = join(folder, 'project');
      mkdirSync(project);
      // The programs cache compiled code only in a folder that exists.
      mkdirSync(join(folder, 'cache'), { mode: 0o700 });
      runChild('node', [join(folder, 'dist/bin/sizing.js'), 'init', 'shop'], { cwd: project });
      return [undefined, 'false'].map((validation) => {
        const run = (name: string, app: string): Contestant => ({
          name,
          run: () =>
            runChild('node', [CDK, 'synth', '--quiet', '--no-notices', '--app', app, '-c', 'tier=small', '-c', 'environment=dev'], {
              cwd: project,
              environment: { ...WITHOUT_NETWORK, SIZING_CACHE: join(folder, 'cache'), CDK_VALIDATION: validation },
            }),
        });
        const contestants = [run('tier', `node ${join(folder, 'dist/bin/app.js')}`), run('plain', `node ${plainApp}`)] as const;
        const what = `cdk synth of the shop of sizing init, ${validation === 'false' ? 'without' : 'with'} template validation, against a plain CDK app`;
        return ratioFinding(what, contestants, ROUNDS, AT_MOST);
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Compiles the plain CDK app into a folder of a package, and returns its path. */
export function compilePlainApp(folder: string): string {
  const plain = ['--ignoreConfig', '--target', 'es2022', '--module', 'commonjs', '--resolveJsonModule', '--esModuleInterop'];
  const options = [...plain, '--noCheck', '--outDir', join(folder, 'plain'), 'bench/plain-app.ts'];
  runChild(join(ROOT, 'node_modules/.bin/tsc'), options, { cwd: ROOT });
  return join(folder, 'plain/plain-app.js');
}
