import { renderCsv } from './csv';
import { renderJson } from './json';
import { renderMarkdown } from './markdown';
import type { Report } from './report';
import { renderTable } from './table';

export const FORMATS = ['table', 'json', 'markdown', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** What a table may use; the other formats are the same everywhere. */
export interface Page {
  /** Characters of a line. */
  readonly width: number;
  readonly color: boolean;
}

const RENDERERS: Readonly<Record<Format, (report: Report, page: Page) => string>> = {
  table: (report, page) => renderTable(report, page.width, page.color),
  json: renderJson,
  markdown: renderMarkdown,
  csv: renderCsv,
};

export function render(report: Report, format: Format, page: Page): string {
  return RENDERERS[format](report, page);
}
