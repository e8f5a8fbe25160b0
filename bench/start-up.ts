import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from './child';
import { installPackage } from './installed-package';
import { type Benchmark, type Contestant, type Finding, mediansMs, msText } from './measure';
import { compilePlainApp } from './plain-synth';

const ROUNDS = 5;

interface Row {
  readonly what: string;
  readonly argv: readonly string[];
  readonly atMostMs: number;
}

/** Questions to the shop of `sizing init` and to the examples with the most candidates and points. */
const ROWS: readonly Row[] = [
  { what: 'the list of commands', argv: ['--help'], atMostMs: 150 },
  { what: 'the estimate of a tier with a cached template', argv: ['estimate', '--tier', 'small'], atMostMs: 400 },
  { what: 'a recommendation for the shop with cached templates', argv: ['recommend', '--users', '150'], atMostMs: 600 },
  { what: 'a recommendation for AIVA with cached templates', argv: ['recommend', 'aiva', '--users', '60'], atMostMs: 600 },
  { what: 'the curve of the shop with cached templates', argv: ['curve'], atMostMs: 1_500 },
  { what: 'the curve of AIVA with cached templates', argv: ['curve', 'aiva'], atMostMs: 1_500 },
  { what: 'the curve of Barber Ops with cached templates', argv: ['curve', 'barber-ops'], atMostMs: 1_500 },
];

/**
 * From the start of the installed command to its answer, with cached templates and compiled code, and without a cached answer. The last
 * row is no goal of this package: an answer that needs a new template cannot be faster than a CDK app that does nothing else.
 */
export const startUpBenchmark: Benchmark = {
  name: 'start-up',
  measure() {
    const folder = mkdtempSync(join(tmpdir(), 'sizing-bench-'));
    try {
      installPackage(folder);
      const project = join(folder, 'project');
      mkdirSync(project);
      mkdirSync(join(folder, 'cache'), { mode: 0o700 });
      const plainApp = compilePlainApp(folder);
      const environment = { SIZING_CACHE: join(folder, 'cache') };
      const sizing = (argv: readonly string[]): Contestant => ({
        name: argv.join(' '),
        run: () => {
          rmSync(join(folder, 'cache/answers'), { recursive: true, force: true });
          runChild('node', [join(folder, 'dist/bin/sizing.js'), ...argv], { cwd: project, environment });
        },
      });
      sizing(['init', 'shop']).run();
      const plain = {
        name: 'plain CDK app',
        run: () =>
          runChild('node', [plainApp], {
            cwd: project,
            environment: { NODE_COMPILE_CACHE: join(folder, 'plain-cache'), CDK_VALIDATION: 'false' },
          }),
      };
      const medians = mediansMs([...ROWS.map(({ argv }) => sizing(argv)), plain], ROUNDS);
      const plainMs = medians[ROWS.length] ?? 0;
      return ROWS.map(({ what, atMostMs }, index) => finding(what, medians[index] ?? 0, atMostMs, plainMs));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function finding(what: string, ms: number, atMostMs: number, plainMs: number): Finding {
  return {
    what,
    measured: `${msText(ms)}, where a plain CDK app takes ${msText(plainMs)} from its start to its template (medians of ${ROUNDS})`,
    goal: `at most ${msText(atMostMs)}`,
    holds: ms <= atMostMs,
  };
}
