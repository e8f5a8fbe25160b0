import { didYouMean, InputError, type Problem, shown } from '../core/problems';
import { MAX_AMOUNT } from '../model/scalars';
import { listed } from './check-points';
import type { LoadTestPoint, LoadTestRun } from './load-test';
import type { Table, TableReader } from './reader';

type Field = keyof LoadTestPoint;

/** A column of a plain table: its field, and the factor from its unit to the unit of the field. */
interface Column {
  readonly field: Field;
  readonly factor: number;
  /** Unit that a cell may repeat: `150 ms`. */
  readonly unit?: string;
}

const MILLISECONDS = { field: 'p95LatencyMs', factor: 1, unit: 'ms' } as const;
const SECONDS = { field: 'p95LatencyMs', factor: 1_000, unit: 's' } as const;
const PERCENT = { field: 'errorShare', factor: 0.01, unit: '%' } as const;
const SHARE = { field: 'errorShare', factor: 1 } as const;
const CONCURRENCY = { field: 'concurrency', factor: 1 } as const;
const PER_SECOND = { field: 'requestsPerSecond', factor: 1 } as const;

/** Names of columns, in lower case and without separators. The unit is part of the name. */
const COLUMNS: ReadonlyMap<string, Column> = new Map(
  Object.entries({
    concurrency: CONCURRENCY,
    users: CONCURRENCY,
    concurrentusers: CONCURRENCY,
    virtualusers: CONCURRENCY,
    vus: CONCURRENCY,
    connections: CONCURRENCY,
    clients: CONCURRENCY,
    threads: CONCURRENCY,
    'requests/s': PER_SECOND,
    requestspersecond: PER_SECOND,
    'req/s': PER_SECOND,
    rps: PER_SECOND,
    throughput: PER_SECOND,
    'throughput/s': PER_SECOND,
    p95ms: MILLISECONDS,
    p95latencyms: MILLISECONDS,
    latencyp95ms: MILLISECONDS,
    p95s: SECONDS,
    p95seconds: SECONDS,
    p95latencys: SECONDS,
    latencyp95s: SECONDS,
    'errors%': PERCENT,
    errorspercent: PERCENT,
    errorpercent: PERCENT,
    'errorrate%': PERCENT,
    errorshare: SHARE,
    errorsshare: SHARE,
  }),
);

/** Ambiguous names, and the names to use instead. */
const EXPECTED_INSTEAD: ReadonlyMap<string, string> = new Map(
  Object.entries({
    p95: 'p95_ms or p95_s: the name must state the unit',
    p95latency: 'p95_ms or p95_s: the name must state the unit',
    latencyp95: 'p95_ms or p95_s: the name must state the unit',
    errors: 'errors_% or error_share: a number of errors is neither',
    errorrate: 'errors_% (0 to 100) or error_share (0 to 1)',
    'requests/min': 'requests/s: divide by 60',
    rpm: 'requests/s: divide by 60',
  }),
);

const SPELLINGS = ['concurrency', 'users', 'requests/s', 'rps', 'p95_ms', 'p95_s', 'errors_%', 'error_share'];

/** A table without a specific tool: concurrency and requests/s, with optional p95 and errors. */
export const plainCsv: TableReader = {
  format: 'csv',
  recognizes: (header) => header.some((name) => COLUMNS.has(normal(name))),
  read: readTable,
};

function normal(name: string): string {
  return name.toLowerCase().replace(/[\s_()[\]-]/g, '');
}

function readTable(name: string, table: Table): LoadTestRun {
  const { header, rows } = table;
  const columns = header.map((title) => COLUMNS.get(normal(title)));
  const problems = headerProblems(header, columns);
  if (rows.length === 0) problems.push({ path: 'rows', expected: 'a row for each level of concurrency' });
  problems.push(...columns.flatMap((column, index) => (column === undefined ? [] : thousandsProblems(table, index))));
  const invalid: InvalidCell[] = [];
  const points = problems.length > 0 ? [] : rows.map(({ line, cells }) => pointOf(line, cells, header, columns, problems, invalid));
  problems.push(...cellProblems(invalid));
  if (problems.length > 0) throw new InputError(`load-test result ${name}`, listed(problems));
  const ignored = header.filter((_, index) => columns[index] === undefined);
  const notes = ignored.length === 0 ? [] : [{ kind: 'unread-columns', columns: ignored } as const];
  return { file: name, format: 'csv', concurrencyKind: 'unknown', points, notes };
}

function headerProblems(header: readonly string[], columns: readonly (Column | undefined)[]): Problem[] {
  const problems = header.flatMap((title): Problem[] => {
    const expected = EXPECTED_INSTEAD.get(normal(title));
    return expected === undefined ? [] : [{ path: 'header', received: shown(title), expected }];
  });
  for (const [field, spelling] of [
    ['concurrency', 'concurrency'],
    ['requestsPerSecond', 'requests/s'],
    ['p95LatencyMs', 'p95_ms'],
    ['errorShare', 'errors_%'],
  ] as const) {
    const found = header.filter((_, index) => columns[index]?.field === field);
    if (found.length > 1)
      problems.push({ path: 'header', reason: `contains ${found.join(' and ')}`, expected: `one column of ${spelling}` });
    if (found.length === 0 && (field === 'concurrency' || field === 'requestsPerSecond')) problems.push(missingColumn(spelling, header));
  }
  return problems;
}

/** A number that a spreadsheet of another language writes with a point for thousands: 2.052 requests/s instead of 2052. */
const GROUPED = /^[1-9]\d{0,2}\.\d{3}(?!\d)/;

/**
 * The problem of a column whose points may be separators of thousands. Languages with a decimal comma separate cells by semicolons or tabs,
 * because commas are in the numbers: there, a point before three digits is only a decimal point if another number of the column shows it.
 */
function thousandsProblems({ separator, header, rows }: Table, index: number): Problem[] {
  if (separator === ',') return [];
  const withPoint = rows.filter(({ cells }) => cells[index]?.includes('.'));
  const [first] = withPoint;
  if (first === undefined || !withPoint.every(({ cells }) => GROUPED.test(cells[index] ?? ''))) return [];
  const [whole] = (first.cells[index] ?? '').split('.');
  return [
    {
      path: `line ${first.line}, ${header[index]}`,
      received: shown(first.cells[index]),
      expected: `numbers whose point is clearly before decimals, such as ${whole}.00, or numbers without a separator of thousands, such as ${whole}000`,
    },
  ];
}

function missingColumn(spelling: string, header: readonly string[]): Problem {
  const unknown = header.filter((title) => !COLUMNS.has(normal(title)) && !EXPECTED_INSTEAD.has(normal(title)));
  const suggestion = unknown.map((title) => didYouMean(title, SPELLINGS)).find((word) => word !== undefined);
  return {
    path: `column ${spelling}`,
    expected: `a column of that name; the header has ${header.map(shown).join(', ')}`,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** A cell that is not a value of its column. */
interface InvalidCell {
  readonly line: number;
  readonly title: string;
  readonly received: string;
  readonly expected: string;
}

/** A problem for all cells of a column that are invalid in the same way, as those of a table with decimal commas are. */
function cellProblems(cells: readonly InvalidCell[]): Problem[] {
  const isAlike = (left: InvalidCell, right: InvalidCell) => left.title === right.title && left.expected === right.expected;
  const firsts = cells.filter((cell, index) => cells.findIndex((other) => isAlike(other, cell)) === index);
  return firsts.map((first) => {
    const others = cells.filter((cell) => isAlike(cell, first)).length - 1;
    const lines = others === 0 ? `line ${first.line}` : `line ${first.line} and ${others} more`;
    return { path: `${lines}, ${first.title}`, received: first.received, expected: first.expected };
  });
}

function pointOf(
  line: number,
  cells: readonly string[],
  header: readonly string[],
  columns: readonly (Column | undefined)[],
  problems: Problem[],
  invalid: InvalidCell[],
): LoadTestPoint {
  const point: Partial<Record<Field, number>> = {};
  if (cells.length > header.length)
    problems.push({ path: `line ${line}`, reason: `has ${cells.length} cells`, expected: `${header.length} cells, as in the header` });
  for (const [index, column] of columns.entries()) {
    if (column === undefined) continue;
    const cell = cells[index] ?? '';
    const isOptional = column.field === 'p95LatencyMs' || column.field === 'errorShare';
    if (cell === '' && isOptional) continue;
    const value = readCell(cell, column);
    if (typeof value === 'number') point[column.field] = value;
    else invalid.push({ line, title: header[index] ?? '', received: shown(cell), expected: value.expected });
  }
  return { ...point, concurrency: point.concurrency ?? Number.NaN, requestsPerSecond: point.requestsPerSecond ?? Number.NaN };
}

const CELL = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)\s*([a-z%µ/]*)$/i;

function readCell(cell: string, { field, factor, unit }: Column): number | { readonly expected: string } {
  const [, digits = '', suffix = ''] = CELL.exec(cell) ?? [];
  const least = field === 'errorShare' ? 'of at least 0' : 'above 0';
  const expectedUnit = unit === undefined ? '' : `, in ${unit} as the header says`;
  const expected = `a number ${least}${expectedUnit}, with a point before its decimals and none for thousands`;
  const value = digits === '' ? Number.NaN : Number(digits);
  if (Number.isNaN(value) || (field === 'errorShare' ? value < 0 : value <= 0)) return { expected };
  if (value > MAX_AMOUNT) return { expected: `at most ${MAX_AMOUNT}` };
  if (suffix !== '' && suffix !== unit) return { expected: `one unit in the whole column${expectedUnit}` };
  if (field === 'errorShare' && value * factor > 1) return { expected: `at most ${1 / factor}${expectedUnit}` };
  return value * factor;
}
