import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePackageDigest } from '../lib/io/package-digest';
import { runChild } from './child';
import { type Benchmark, type Contestant, ratioFinding } from './measure';

const ROOT = join(__dirname, '..');
const ROUNDS = 5;
/** `list` starts, reads the systems and prints, as every command does. */
const AT_MOST_OF_LIST = 1;

const QUESTIONS = [
  ['estimate', 'aiva', 'small'],
  ['recommend', 'aiva', '--users', '300'],
  ['curve', 'aiva', '--min-users', '300', '--max-users', '2000'],
] as const;

/** Time of a question that the installed command has answered before. A clone caches no answers, so the package is compiled first. */
export const repeatedBenchmark: Benchmark = {
  name: 'repeated',
  measure() {
    const folder = mkdtempSync(join(tmpdir(), 'sizing-bench-'));
    try {
      runChild(join(ROOT, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json', '--outDir', join(folder, 'dist')], { cwd: ROOT });
      for (const name of ['package.json', 'data', 'node_modules']) symlinkSync(join(ROOT, name), join(folder, name));
      writePackageDigest(folder);
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
