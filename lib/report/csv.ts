import { stringify } from 'csv-stringify/sync';
import type { Report } from './report';

/** The records of the report as CSV with a header line. A text that a spreadsheet would run as a formula is made a plain text. */
export function renderCsv(report: Report): string {
  const { columns, rows } = report.records;
  return stringify([[...columns], ...rows.map((row) => [...row])], { escape_formulas: true });
}
