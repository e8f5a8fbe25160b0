import { InputError, type Problem, partProblems, shown } from '../core/problems';
import { decodeText } from '../io/decode-text';
import { parseJson } from '../io/parse-json';
import { unpacked } from '../io/unpacked';
import type { LoadTestFile } from '../loadtest/load-test';
import { isJsonObject } from '../loadtest/reader';
import { cloudwatchData } from './cloudwatch-data';
import { cloudwatchStatistics } from './cloudwatch-statistics';
import type { MetricsReader } from './metrics-reader';
import type { MetricsRun } from './observed-series';
import { prometheusSeries } from './prometheus-series';

/** Readers of all supported formats, in the order in which they are tried. */
const READERS: readonly MetricsReader[] = [prometheusSeries, cloudwatchData, cloudwatchStatistics];

const EXPECTED = 'a Prometheus range query, or the output of aws cloudwatch get-metric-data or get-metric-statistics, as JSON';

/** Largest file, unpacked: a year of 20 series by the minute is half of it. */
export const MAX_METRICS_BYTES = 536_870_912;

/** Reads exported metrics, which are recognized by their content. Throws one InputError with the problems of all files. */
export async function readMetrics(files: readonly LoadTestFile[]): Promise<readonly MetricsRun[]> {
  const runs: MetricsRun[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      runs.push(await metricsOf(file));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...partProblems(error));
    }
  }
  if (files.length === 0) problems.push({ path: 'files', expected: EXPECTED });
  if (problems.length > 0) throw new InputError('metrics', problems);
  return runs;
}

async function metricsOf({ name, content }: LoadTestFile): Promise<MetricsRun> {
  const subject = `metrics ${name}`;
  const pieces: Uint8Array[] = [];
  for await (const piece of unpacked(subject, content, MAX_METRICS_BYTES))
    pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
  const text = decodeText(Buffer.concat(pieces), subject);
  if (!/^\s*[[{]/.test(text))
    throw new InputError(subject, [{ path: 'file', received: shown(text.trim().split('\n', 1)[0]), expected: EXPECTED }]);
  const document = parseJson(text, subject);
  const reader = isJsonObject(document) ? READERS.find((one) => one.recognizes(document)) : undefined;
  if (reader === undefined || !isJsonObject(document)) {
    const reason = 'JSON of an unknown kind';
    throw new InputError(subject, [
      { path: 'file', reason, expected: `${EXPECTED}, which has ${READERS.map(({ sign }) => sign).join(', or ')}` },
    ]);
  }
  const series = reader.read(name, document, subject);
  if (series.length === 0) throw new InputError(subject, [{ path: 'file', reason: 'no series', expected: 'at least one series' }]);
  return { file: name, format: reader.format, series };
}
