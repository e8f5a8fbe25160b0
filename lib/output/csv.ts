import { stringify } from 'csv-stringify/sync';
import type { Records } from './report';

/** A field that a GitHub Actions log would run as a command at the start of a line; in quotes it is not one. */
const COMMAND = /^\s*::/;
/** First characters of a formula. Source: OWASP, "CSV Injection". */
const FORMULA = /^[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/;
/** A number, such as a decrease of costs. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/** The records of a report as CSV with a header line. A field that a spreadsheet would run as a formula gets a `'` first; numbers are none. */
export function renderCsv({ columns, rows }: Records): string {
  return stringify([[...columns], ...rows.map((row) => row.map(asText))], { quoted_match: COMMAND });
}

function asText<Field>(field: Field): Field | string {
  return typeof field === 'string' && FORMULA.test(field) && !NUMBER.test(field) ? `'${field}` : field;
}
