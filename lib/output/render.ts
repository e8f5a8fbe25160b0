import { renderCsv } from './csv';
import { renderJson } from './json-text';
import { renderMarkdown } from './markdown';
import { printableView } from './printable-view';
import type { Report } from './report';
import { renderSarif } from './sarif';
import { renderTable } from './table';

/** What every command can print. */
export const FORMATS = ['table', 'json', 'markdown', 'csv'] as const;
/** What only some can: each command says which. */
export const SPECIAL_FORMATS = ['sarif'] as const;
/** Formats of single commands. */
export type SpecialFormat = (typeof SPECIAL_FORMATS)[number];
/** Output formats. */
export type Format = (typeof FORMATS)[number] | SpecialFormat;

/** What a table may use; the other formats are the same everywhere. */
export interface Page {
  /** Characters of a line. */
  readonly width: number;
  /** Whether ANSI colors are used. */
  readonly color: boolean;
}

const RENDERERS: Readonly<Record<Format, (report: Report, page: Page) => string>> = {
  table: (report, page) => renderTable(report, page.width, page.color),
  json: renderJson,
  markdown: renderMarkdown,
  csv: renderCsv,
  sarif: renderSarif,
};

/** The report in a format. Names of others in it can neither forge lines nor colours nor commands of a workflow. */
export function render(report: Report, format: Format, page: Page): string {
  return RENDERERS[format]({ ...report, ...printableView(report) }, page);
}
