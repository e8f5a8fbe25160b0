import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, type Problem } from '../../lib/core/problems';
import type { LoadTestFile, LoadTestPoint, LoadTestRun } from '../../lib/loadtest/load-test';
import { readLoadTest } from '../../lib/loadtest/read-load-test';

/** A file of the fixtures, in pieces that cut through lines and characters. */
export function fixture(name: string, pieceBytes = 1_000): LoadTestFile {
  const bytes = readFileSync(join(__dirname, 'fixtures', name));
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, index) =>
    bytes.subarray(index * pieceBytes, (index + 1) * pieceBytes),
  );
  return { name, content: pieces };
}

export function textOfFixture(name: string): string {
  return readFileSync(join(__dirname, 'fixtures', name), 'utf8');
}

export function file(name: string, ...content: (string | Uint8Array)[]): LoadTestFile {
  return { name, content };
}

export function read(name: string, text: string): Promise<LoadTestRun> {
  return readLoadTest(file(name, text));
}

/** The problems of an invalid file or action. */
export async function problemsOf(text: string | Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await (typeof text === 'string' ? read('given', text) : text);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  throw new Error('expected an InputError');
}

export function thrownBy(action: () => unknown): readonly Problem[] {
  try {
    action();
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  throw new Error('expected an InputError');
}

export function pointsOf(pairs: readonly (readonly [number, number])[]): LoadTestPoint[] {
  return pairs.map(([concurrency, requestsPerSecond]) => ({ concurrency, requestsPerSecond }));
}

/**
 * SPEC SDM91 on a Sun SPARCcenter 2000: scripts an hour by simulated users. Data set `specsdm91` of the usl package for R;
 * its tests print fitted values and residuals, which sum up to these.
 */
export const SPEC_SDM91 = pointsOf([
  [1, 64.9],
  [18, 995.9],
  [36, 1652.4],
  [72, 1853.2],
  [108, 1828.9],
  [144, 1775.0],
  [216, 1702.2],
]);

/** A Cisco benchmark, from Schwartz, Practical Scalability Analysis with the Universal Scalability Law, as usl4j's ModelTest has it. */
export const CISCO = pointsOf(
  [
    955.16, 1878.91, 2688.01, 3548.68, 4315.54, 5130.43, 5931.37, 6531.08, 7219.8, 7867.61, 8278.71, 8646.7, 9047.84, 9426.55, 9645.37,
    9897.24, 10097.6, 10240.5, 10532.39, 10798.52, 11151.43, 11518.63, 11806, 12089.37, 12075.41, 12177.29, 12211.41, 12158.93, 12155.27,
    12118.04, 12140.4, 12074.39,
  ].map((throughput, index) => [index + 1, throughput] as const),
);
