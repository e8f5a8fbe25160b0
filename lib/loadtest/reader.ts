import { isPlainObject } from '../core/plain-object';
import type { LoadTestFormat, LoadTestRun } from './load-test';

/** A JSON object of a tool. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads one kind of JSON report. */
export interface DocumentReader {
  /** Format that it reads. */
  readonly format: LoadTestFormat;
  /** Keys that identify the format, for error messages: `metrics.http_reqs`. */
  readonly sign: string;
  /** Whether a document has this format. */
  recognizes(document: JsonObject): boolean;
  /** Throws an InputError with all problems. */
  read(name: string, document: JsonObject): LoadTestRun;
}

/** A table of strings with the column names of its first row. */
export interface Table {
  /** Separator of the cells. */
  readonly separator: ',' | ';' | '\t';
  /** Names of the columns. */
  readonly header: readonly string[];
  /** Rows, in the order of the file. */
  readonly rows: readonly TableRow[];
}

/** One row of a table. */
export interface TableRow {
  /** Line of the file, from 1. */
  readonly line: number;
  /** Values of the row, in the order of the columns. */
  readonly cells: readonly string[];
}

/** Reads one kind of table. */
export interface TableReader {
  /** Format that it reads. */
  readonly format: LoadTestFormat;
  /** Whether a header has this format. */
  recognizes(header: readonly string[]): boolean;
  /** Throws an InputError with all problems. */
  read(name: string, table: Table): LoadTestRun;
}

/** Whether a value is a JSON object. */
export function isJsonObject(value: unknown): value is JsonObject {
  return isPlainObject(value);
}
