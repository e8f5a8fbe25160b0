import { InputError, PATH_SUBJECT, type Problem } from '../core/problems';
import { artilleryReport } from './artillery-report';
import { autocannonResult } from './autocannon-result';
import { pointProblems } from './check-points';
import { jmeterResults } from './jmeter-results';
import { looksLikeK6Stream, readK6Stream } from './k6-stream';
import { k6Summary } from './k6-summary';
import type { LoadTestFile, LoadTestPoint, LoadTestRun } from './load-test';
import { locustHistory } from './locust-history';
import type { LoadTestsNote } from './note';
import { plainCsv } from './plain-csv';
import { prometheusRange } from './prometheus-range';
import { type DocumentReader, isJsonObject, type TableReader } from './reader';
import { refuse } from './refuse';
import { tableOf } from './table-of-text';
import { linesOf, MAX_LINE, peek, textOf, wholeText } from './text-of-file';

/** Readers of all supported JSON reports, in the order in which they are tried. */
const DOCUMENT_READERS: readonly DocumentReader[] = [k6Summary, artilleryReport, autocannonResult, prometheusRange];

/** Readers of all supported tables. The plain table is last, because it requires the fewest columns. */
const TABLE_READERS: readonly TableReader[] = [locustHistory, jmeterResults, plainCsv];

const EXPECTED_RESULT =
  'a k6 summary or JSON stream, a Locust stats_history CSV, JMeter results in CSV, an Artillery report, an autocannon result, a Prometheus range query or a CSV with concurrency and requests/s';

/** Unsupported tables of load-test tools, recognized by their columns, and the file that is expected. */
const OTHER_TABLES: readonly { readonly columns: readonly string[]; readonly received: string; readonly expected: string }[] = [
  {
    columns: ['Type', 'Name', 'Request Count'],
    received: "Locust's stats, without users",
    expected: 'the file whose name ends with _stats_history.csv',
  },
  { columns: ['Error', 'Occurrences'], received: "Locust's failures", expected: 'the file whose name ends with _stats_history.csv' },
  { columns: ['metric_name', 'metric_value'], received: "k6's CSV output", expected: "k6's JSON output (k6 run --out json=…)" },
];

/** Measurements of several files. */
export interface LoadTest {
  /** The runs that were read. */
  readonly runs: readonly LoadTestRun[];
  /** The points of all files, in ascending order of concurrency. */
  readonly points: readonly LoadTestPoint[];
  /** Assumptions of the reader, and data that it ignored. */
  readonly notes: readonly LoadTestsNote[];
}

/**
 * Reads load-test results of all supported tools, which are recognized by their content. Throws one InputError with the problems
 * of all files: empty, damaged, of an unsupported tool, or with impossible values.
 */
export async function readLoadTests(files: readonly LoadTestFile[]): Promise<LoadTest> {
  const runs: LoadTestRun[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      runs.push(await readLoadTest(file));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...problemsOfFile(file.name, error));
    }
  }
  if (files.length === 0) problems.push({ path: 'files', expected: EXPECTED_RESULT });
  if (problems.length > 0) throw new InputError('load-test results', problems);
  const points = runs.flatMap((run) => run.points).sort((a, b) => a.concurrency - b.concurrency);
  return { runs, points, notes: [...runs.flatMap(({ file, notes }) => notes.map((note) => ({ ...note, file }))), ...mixNotes(runs)] };
}

function problemsOfFile(name: string, { subject, problems }: InputError): readonly Problem[] {
  return subject === PATH_SUBJECT ? problems : problems.map((problem) => ({ ...problem, path: `${name}: ${problem.path}` }));
}

/** Reads one file. */
export async function readLoadTest(file: LoadTestFile): Promise<LoadTestRun> {
  const { head, text } = await peek(textOf(file), MAX_LINE);
  const firstLine = head.trimStart().split('\n', 1)[0] ?? '';
  const run = looksLikeK6Stream(firstLine)
    ? await readK6Stream(file.name, linesOf(file.name, text))
    : readWhole(file.name, await wholeText(file.name, text));
  const problems = run.points.flatMap(pointProblems);
  if (problems.length > 0) throw new InputError(`load-test result ${file.name}`, problems);
  return run;
}

function readWhole(name: string, text: string): LoadTestRun {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return refuse(name, 'empty', EXPECTED_RESULT);
  if (trimmed.startsWith('<') && trimmed.includes('<testResults'))
    return refuse(
      name,
      "JMeter's results in XML",
      'its results in CSV: jmeter -Jjmeter.save.saveservice.output_format=csv -l results.jtl …',
    );
  if (trimmed.startsWith('<')) return refuse(name, 'XML or HTML', EXPECTED_RESULT);
  return trimmed.startsWith('{') || trimmed.startsWith('[') ? readDocument(name, trimmed) : readTable(name, trimmed);
}

function readDocument(name: string, text: string): LoadTestRun {
  const document = parsedJson(name, text);
  if (!isJsonObject(document)) return refuse(name, 'a JSON list', `one JSON object: ${EXPECTED_RESULT}`);
  const reader = DOCUMENT_READERS.find((one) => one.recognizes(document));
  if (reader !== undefined) return reader.read(name, document);
  const keys = Object.keys(document).slice(0, 5).join(', ') || 'no keys';
  return refuse(
    name,
    `JSON of an unknown kind, with ${keys}`,
    `${EXPECTED_RESULT}; such JSON has ${DOCUMENT_READERS.map(({ sign }) => sign).join(', or ')}`,
  );
}

function parsedJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : String(error);
    return refuse(name, `JSON that is cut off or damaged (${reason})`, 'a whole JSON document, as the load-test tool wrote it');
  }
}

function readTable(name: string, text: string): LoadTestRun {
  const table = tableOf(name, text);
  const other = OTHER_TABLES.find(({ columns }) => columns.every((column) => table.header.includes(column)));
  if (other !== undefined) return refuse(name, other.received, other.expected);
  const reader = TABLE_READERS.find((one) => one.recognizes(table.header));
  if (reader !== undefined) return reader.read(name, table);
  return refuse(name, `a file that begins with ${JSON.stringify(text.slice(0, 40))}`, EXPECTED_RESULT);
}

function mixNotes(runs: readonly LoadTestRun[]): LoadTestsNote[] {
  const kinds = [...new Set(runs.map(({ concurrencyKind }) => concurrencyKind))];
  return kinds.length < 2 ? [] : [{ kind: 'mixed-concurrency', kinds }];
}
