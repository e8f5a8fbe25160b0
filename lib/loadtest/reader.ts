import type { LoadTestFormat, LoadTestRun } from './load-test';

/** A JSON object as a tool wrote it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads one kind of JSON report. */
export interface DocumentReader {
  readonly format: LoadTestFormat;
  /** What a document of this kind has, for whoever gave another: `metrics.http_reqs`. */
  readonly sign: string;
  recognizes(document: JsonObject): boolean;
  /** Throws an InputError with all problems. */
  read(name: string, document: JsonObject): LoadTestRun;
}

/** Rows of a table, as text, by the names in its first row. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads one kind of table. */
export interface TableReader {
  readonly format: LoadTestFormat;
  recognizes(header: readonly string[]): boolean;
  /** Throws an InputError with all problems. */
  read(name: string, table: Table): LoadTestRun;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
