import { renderComment } from './comment';
import { renderCsv } from './csv';
import type { Format } from './format';
import { renderJson } from './json-text';
import { renderJunit } from './junit';
import { renderMarkdown } from './markdown';
import { printableBlocks, printableRecords } from './printable-view';
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

// Each format reads one part of the report, because a report may compute its parts when they are read.
const RENDERERS: Readonly<Record<Format, (report: Report, page: Page) => string>> = {
  table: ({ patch, blocks }, { width, color }) => patch ?? renderTable(printableBlocks(blocks), width, color),
  json: ({ data }) => renderJson(data),
  markdown: (report) => (report.comment === undefined ? renderMarkdown(printableBlocks(report.blocks)) : renderComment(report.comment)),
  csv: ({ records }) => renderCsv(printableRecords(records)),
  sarif: renderSarif,
  junit: renderJunit,
};

/** The report in a format. Foreign names in it can forge neither lines nor colors nor workflow commands. */
export function render(report: Report, format: Format, page: Page): string {
  return RENDERERS[format](report, page);
}
