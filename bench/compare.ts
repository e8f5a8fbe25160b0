import { join } from 'node:path';
import { runChild } from './child';
import type { Benchmark, Contestant } from './measure';
import { ratioFinding } from './measure';

const ROOT = join(__dirname, '..');
const ROUNDS = 5;
/** Reading templates, pricing and printing may cost this much beside loading CDK and synthesizing. */
const AT_MOST = 1.3;

/** `sizing compare` of all tiers against a script that only synthesizes the same stacks. */
export const compareBenchmark: Benchmark = {
  name: 'compare',
  measure: () => [
    ratioFinding(
      'compare of all AIVA tiers, against synthesizing the same stacks',
      [script('compare', 'bin/sizing.ts', 'compare', 'aiva'), script('bare synth', 'bench/bare-synth.ts')],
      ROUNDS,
      AT_MOST,
    ),
  ],
};

// Without CDK's own validation, which would hide the difference behind seconds of its own: `compare` never asks for it.
const ENVIRONMENT = { CDK_VALIDATION: 'false' };

function script(name: string, file: string, ...args: string[]): Contestant {
  return { name, run: () => runChild(process.execPath, ['-r', 'tsx/cjs', file, ...args], { cwd: ROOT, environment: ENVIRONMENT }) };
}
