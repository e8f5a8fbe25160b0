import { printableJson } from '../core/printable';
import type { Report } from './report';

/** The report's SARIF log as indented JSON. A command without one does not offer the format. */
export function renderSarif({ sarif }: Report): string {
  if (sarif === undefined) throw new Error('a report without a SARIF log was asked for one');
  return `${printableJson(sarif)}\n`;
}
