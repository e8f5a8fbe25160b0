import { printableJson } from '../core/printable';
import type { Report } from './report';

/** The report's data as indented JSON with a newline at the end. */
export function renderJson(report: Report): string {
  return `${printableJson(report.data)}\n`;
}
