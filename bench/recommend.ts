import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from './child';
import { type Benchmark, type Contestant, type Finding, mediansMs, msText } from './measure';

const ROOT = join(__dirname, '..');
const ROUNDS = 5;
/** Of AIVA, which has the most of them: 32 candidates of tier, GPU and read replicas, in the default of 10,000 samples. */
const QUESTION = ['recommend', 'aiva', '--users', '60'] as const;
/**
 * Against the same command before its first computation (everything loaded, nothing simulated or synthesized), and more
 * strictly against `list`, which starts, checks the systems, prints, and loads no CDK.
 */
const AT_MOST_OF_START = 1.5;
/** For the first time, with the stacks of three tiers to synthesize. */
const AT_MOST_FOR_THE_FIRST_TIME = 4;

/**
 * What a recommendation with its bills takes beside starting. Templates that were synthesized once are kept in the
 * user's folder; both cases are measured, in a folder of their own.
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
  // CDK's own validation takes seconds, and the command must not run it: nobody runs it here.
  const environment = { CDK_VALIDATION: 'false', SIZING_CACHE: cache };
  return { name, run: () => runChild(process.execPath, ['-r', 'tsx/cjs', ...args], { cwd: ROOT, environment }) };
}
