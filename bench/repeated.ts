import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from './child';
import { installPackage } from './installed-package';
import { type Benchmark, type Contestant, ratioFinding } from './measure';

const ROUNDS = 5;
/** `list` starts, reads the systems and prints, as every command does. */
const AT_MOST_OF_LIST = 1;

const QUESTIONS = [
  ['estimate', 'aiva', 'small'],
  ['recommend', 'aiva', '--users', '300'],
  ['curve', 'aiva', '--min-users', '300', '--max-users', '2000'],
] as const;

/** Time of a question that the installed command has answered before. */
export const repeatedBenchmark: Benchmark = {
  name: 'repeated',
  measure() {
    const folder = mkdtempSync(join(tmpdir(), 'sizing-bench-'));
    try {
      installPackage(folder);
      const list = installed(['list'], folder);
      return QUESTIONS.map((question) =>
        ratioFinding(`${question.join(' ')}, asked again, against list`, [installed(question, folder), list], ROUNDS, AT_MOST_OF_LIST),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function installed(argv: readonly string[], folder: string): Contestant {
  const environment = { SIZING_CACHE: join(folder, 'cache') };
  return { name: argv.join(' '), run: () => runChild('node', ['dist/bin/sizing.js', ...argv], { cwd: folder, environment }) };
}
