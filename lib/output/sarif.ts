import { printableJson } from '../core/printable';
import type { Report } from './report';

/** The report's SARIF log as indented JSON. A command without one does not offer the format. */
export function renderSarif({ sarif }: Report): string {
  if (sarif === undefined) throw new Error('the report has no SARIF log');
  return `${printableJson(sarif)}\n`;
}
