import type { TextEdit } from '../core/text-edit';
import { hasAliases } from '../io/yaml/events';
import { duplicateLineAt, pairAt, type WrittenScalar } from '../io/yaml/pairs';
import type { ParsedDocument } from '../io/yaml/parse-yaml';
import type { FieldChange } from './field-change';
import type { Path } from './manifest-object';
import { parseDocuments } from './parse-documents';

/**
 * The edit that makes a change at a path of a document. Undefined for a document with aliases, where a value may be in several places,
 * for values that are written in several lines or with a tag, and where the path does not exist.
 */
export function editOf(document: ParsedDocument, path: Path, change: FieldChange): TextEdit | undefined {
  const { events, isVerbatim } = document;
  if (!isVerbatim || hasAliases(events)) return undefined;
  if (change.kind === 'duplicate') {
    const line = duplicateLineAt(events, change.position);
    return line === undefined ? undefined : edit(document, line.start, line.end, '');
  }
  const pair = pairAt(events, path);
  const scalar = change.kind === 'key' ? pair?.key : pair?.value;
  if (scalar === undefined || events.text.slice(scalar.start, scalar.end).includes('\n')) return undefined;
  return edit(document, scalar.start - scalar.quote.length, scalar.end + scalar.quote.length, newText(document, scalar, change));
}

function newText({ events }: ParsedDocument, scalar: WrittenScalar, change: Exclude<FieldChange, { readonly kind: 'duplicate' }>): string {
  if (change.kind === 'quote') return JSON.stringify(events.text.slice(scalar.start, scalar.end));
  const value = change.kind === 'key' ? change.key : change.value;
  if (typeof value !== 'string') return String(value);
  const text = `${scalar.quote}${value}${scalar.quote}`;
  return isReadAs(text, value) ? text : JSON.stringify(value);
}

/** Whether a text is a scalar with this value, also inside of brackets. */
function isReadAs(text: string, value: string): boolean {
  const [document] = parseDocuments(`[${text}]`, 'value.yaml');
  const list = document?.value;
  return Array.isArray(list) && list.length === 1 && list[0] === value;
}

function edit({ lines }: ParsedDocument, start: number, end: number, text: string): TextEdit {
  const [from, to] = [lines.pointOf(start), lines.pointOf(end)];
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column, text };
}
