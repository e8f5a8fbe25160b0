/**
 * `npm run bench`: measures the performance goals of the project on this computer. Goals are ratios of two measurements of the
 * same run, or limits with a large margin. `--check` exits with 1 if a goal is missed. Names of benchmarks run only those.
 */
import { compareBenchmark } from './compare';
import { lintBenchmark } from './lint';
import { manifestsBenchmark } from './manifests';
import { packingBenchmark } from './packing';
import { plainSynthBenchmark } from './plain-synth';
import { pricingBenchmark } from './pricing';
import { recommendBenchmark } from './recommend';
import { repeatedBenchmark } from './repeated';
import { startUpBenchmark } from './start-up';
import { synthBenchmark } from './synth';

const BENCHMARKS = [
  compareBenchmark,
  synthBenchmark,
  plainSynthBenchmark,
  pricingBenchmark,
  recommendBenchmark,
  repeatedBenchmark,
  startUpBenchmark,
  lintBenchmark,
  packingBenchmark,
  manifestsBenchmark,
];

function main(args: readonly string[]): void {
  const names = args.filter((arg) => arg !== '--check');
  const known = BENCHMARKS.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`no benchmark ${unknown.join(', ')}: they are ${known.join(', ')}`);
  const missed = BENCHMARKS.filter(({ name }) => names.length === 0 || names.includes(name)).flatMap((benchmark) => {
    const findings = benchmark.measure();
    for (const { what, measured, goal, holds } of findings) {
      process.stdout.write(`${what}\n  measured  ${measured}\n  goal      ${goal}: ${holds ? 'holds' : 'MISSED'}\n`);
    }
    return findings.filter(({ holds }) => !holds);
  });
  if (missed.length > 0 && args.includes('--check')) process.exitCode = 1;
}

main(process.argv.slice(2));
