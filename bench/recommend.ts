import { join } from 'node:path';
import { runChild } from './child';
import { type Benchmark, type Contestant, mediansMs, msText } from './measure';

const ROOT = join(__dirname, '..');
const ROUNDS = 5;
/** Of AIVA, which has the most of them: 32 candidates of tier, GPU and read replicas, in the default of 10,000 worlds. */
const QUESTION = ['recommend', 'aiva', '--users', '60'] as const;
/** Against a command that starts, checks the systems, prints and simulates nothing. */
const AT_MOST_OF_START = 1.5;
/** With its bills, against loading CDK and synthesizing as many stacks. */
const AT_MOST_OF_SYNTH = 1.5;

/** What a recommendation costs beside starting, and with its bills beside synthesizing them. */
export const recommendBenchmark: Benchmark = {
  name: 'recommend',
  measure() {
    const [simulated = 0, list = 0, version = 0, whole = 0, synth = 0] = mediansMs(
      [
        script('recommend without bills', ['bench/recommend-without-bills.ts', ...QUESTION]),
        script('list', ['bin/sizing.ts', 'list']),
        script('version', ['bin/sizing.ts', '--version']),
        script('recommend', ['bin/sizing.ts', ...QUESTION]),
        script('bare synth', ['bench/bare-synth.ts']),
      ],
      ROUNDS,
    );
    return [
      {
        what: 'recommend in 10,000 worlds over all tiers and options of AIVA, without bills, against starting: list',
        measured: `${against(simulated, list)}, medians of ${ROUNDS}; ${times(simulated, version)} of --version, which reads no system`,
        goal: `at most ${AT_MOST_OF_START} ×`,
        holds: simulated / list <= AT_MOST_OF_START,
      },
      {
        what: 'recommend with the bills of the tiers that carry, against synthesizing the four AIVA tiers',
        measured: `${against(whole, synth)}, medians of ${ROUNDS}; ${times(whole, list)} of list, which loads no CDK`,
        goal: `at most ${AT_MOST_OF_SYNTH} ×`,
        holds: whole / synth <= AT_MOST_OF_SYNTH,
      },
    ];
  },
};

function against(ours: number, theirs: number): string {
  return `${times(ours, theirs)} (${msText(ours)} against ${msText(theirs)})`;
}

function times(ours: number, theirs: number): string {
  return `${(ours / theirs).toFixed(2)} ×`;
}

function script(name: string, args: readonly string[]): Contestant {
  // CDK's own validation takes seconds, and the command must not run it: nobody runs it here.
  return {
    name,
    run: () => runChild(process.execPath, ['-r', 'tsx/cjs', ...args], { cwd: ROOT, environment: { CDK_VALIDATION: 'false' } }),
  };
}
