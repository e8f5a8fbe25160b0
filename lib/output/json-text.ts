import { printableJson } from '../core/printable';

/** The data of a report as indented JSON with a newline at the end. */
export function renderJson(data: object): string {
  return `${printableJson(data)}\n`;
}
