import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from './child';
import { type Benchmark, type Contestant, type Finding, mediansMs, msText } from './measure';

const ROOT = join(__dirname, '..');
const ROUNDS = 5;
/** AIVA has the most candidates: 32 of tier, GPU and read replicas, with the default of 10,000 samples. */
const QUESTION = ['recommend', 'aiva', '--users', '60'] as const;
/**
 * Largest ratio to the same command before its first computation (everything loaded, nothing simulated or synthesized), and to
 * `list`, which starts, checks the systems, prints, and does not load CDK.
 */
const AT_MOST_OF_START = 1.5;
/** Largest ratio of the first run, which synthesizes the stacks of three tiers. */
const AT_MOST_FOR_THE_FIRST_TIME = 4;

/**
 * Time of a recommendation with its estimates, compared with the start of the command. Templates are cached in the folder of the
 * user. Runs with and without cached templates are measured, in a separate folder.
 */
export const recommendBenchmark: Benchmark = {
  name: 'recommend',
  measure() {
    const folder = mkdtempSync(join(tmpdir(), 'sizing-bench-'));
    try {
      const [again = 0, first = 0, start = 0, simulated = 0, list = 0] = mediansMs(
        [
          script('again', ['bin/sizing.ts', ...QUESTION], folder),
          script('for the first time', ['bin/sizing.ts', ...QUESTION], 'off'),
          script('start', ['bench/recommend-start.ts'], 'off'),
          script('without estimates', ['bench/recommend-without-estimates.ts', ...QUESTION], 'off'),
          script('list', ['bin/sizing.ts', 'list'], 'off'),
        ],
        ROUNDS,
      );
      const what = 'recommend in 10,000 samples over all tiers and options of AIVA';
      return [
        finding(`${what}, with cached templates, against its start`, again, start, AT_MOST_OF_START),
        finding(`${what}, without estimates, against list, which loads no CDK`, simulated, list, AT_MOST_OF_START),
        finding(`${what}, with estimates, first run, against its start`, first, start, AT_MOST_FOR_THE_FIRST_TIME),
        finding('the same with cached templates, against list', again, list, AT_MOST_OF_START),
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function finding(what: string, oursMs: number, theirsMs: number, atMost: number): Finding {
  const ratio = oursMs / theirsMs;
  return {
    what,
    measured: `${ratio.toFixed(2)} × (${msText(oursMs)} against ${msText(theirsMs)}, medians of ${ROUNDS})`,
    goal: `at most ${atMost} ×`,
    holds: ratio <= atMost,
  };
}

function script(name: string, args: readonly string[], cache: string): Contestant {
  // CDK's own validation takes seconds, and the command must not run it, so both sides run without it.
  const environment = { CDK_VALIDATION: 'false', SIZING_CACHE: cache };
  return { name, run: () => runChild(process.execPath, ['-r', 'tsx/cjs', ...args], { cwd: ROOT, environment }) };
}
