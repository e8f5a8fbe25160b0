import { CsvError, parse } from 'csv-parse/sync';
import type { Table } from './reader';
import { refuse } from './refuse';

interface ParsedRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Parses CSV as a table. Separators are commas, semicolons or tabs; empty lines and lines that begin with # are skipped. */
export function tableOf(name: string, text: string): Table {
  const [firstLine = ''] = text.trimStart().split('\n', 1);
  const separator = separatorOf(firstLine);
  const [header, ...rows] = parsed(name, text, separator);
  if (header === undefined) return refuse(name, 'no rows', 'a header and at least one row');
  return {
    separator,
    header: header.record,
    rows: rows.map(({ record, info }) => ({ line: info.lines, cells: record })),
  };
}

function parsed(name: string, text: string, delimiter: Table['separator']): readonly ParsedRow[] {
  try {
    return parse(text, {
      bom: true,
      comment: '#',
      comment_no_infix: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly ParsedRow[];
  } catch (error) {
    if (error instanceof CsvError)
      return refuse(name, `damaged: ${error.message}`, 'a CSV file with a header, cells separated by commas, semicolons or tabs');
    throw error;
  }
}

const SEPARATORS: readonly Table['separator'][] = [',', ';', '\t'];

/** The most frequent separator in the first line. */
function separatorOf(line: string): Table['separator'] {
  const count = (separator: string) => line.split(separator).length;
  return SEPARATORS.reduce((most, separator) => (count(separator) > count(most) ? separator : most));
}
