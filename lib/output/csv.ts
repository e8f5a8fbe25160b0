import { stringify } from 'csv-stringify/sync';
import type { Records } from './report';

/** A field that a GitHub Actions log would run as a command at the start of a line; in quotes it is not one. */
const COMMAND = /^\s*::/;

/** The records of a report as CSV with a header line. A field that a spreadsheet would run as a formula gets a `'` first. */
export function renderCsv({ columns, rows }: Records): string {
  return stringify([[...columns], ...rows.map((row) => [...row])], { escape_formulas: true, quoted_match: COMMAND });
}
