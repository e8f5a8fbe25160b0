import { renderCsv } from './csv';
import type { Format } from './format';
import { renderJson } from './json-text';
import { renderMarkdown } from './markdown';
import { printableView } from './printable-view';
import type { Report } from './report';
import { renderSarif } from './sarif';
import { renderTable } from './table';

/** Settings of tables; other formats do not depend on the terminal. */
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

/** The report in a format. Foreign names in it can forge neither lines nor colors nor workflow commands. */
export function render(report: Report, format: Format, page: Page): string {
  return RENDERERS[format]({ ...report, ...printableView(report) }, page);
}
