import { join } from 'node:path';
import { runChild } from './child';
import { type Benchmark, type Contestant, ratioFinding } from './measure';
import { TIERS } from './tiers';

const ROOT = join(__dirname, '..');
const ROUNDS = 5;
/** Largest ratio of the command, which also reads templates, prices and prints, to loading CDK and synthesizing. */
const AT_MOST = 1.3;

/** `sizing compare` of all tiers against a script that only synthesizes the same stacks. */
export const compareBenchmark: Benchmark = {
  name: 'compare',
  measure: () => [
    ratioFinding(
      'compare of the four AIVA tiers, against synthesizing the same stacks',
      [
        script('compare', ['bin/sizing.ts', 'compare', 'aiva', '--tiers', TIERS.join()], undefined),
        // CDK's own validation takes seconds, and `compare` must not run it: the script is measured without it.
        script('bare synth', ['bench/bare-synth.ts'], 'false'),
      ],
      ROUNDS,
      AT_MOST,
    ),
  ],
};

function script(name: string, args: readonly string[], validation: string | undefined): Contestant {
  const environment = { CDK_VALIDATION: validation };
  return { name, run: () => runChild(process.execPath, ['-r', 'tsx/cjs', ...args], { cwd: ROOT, environment }) };
}
