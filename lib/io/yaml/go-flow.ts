/**
 * Plain scalars in flow collections as go-yaml v2 reads them, and with it kubectl: a colon is an indicator only before a blank, and a
 * question mark, or a colon at the start, always is one.
 * Source: yaml_parser_scan_plain_scalar and yaml_parser_fetch_next_token in scannerc.go of go-yaml v2; compared with kubectl in the tests.
 */
import { COLLECTION_STYLE, EVENT_ID, type Event, SCALAR_STYLE } from 'js-yaml';
import { afterNode, type DocumentEvents } from './events';
import { parseEventsWithLooseIndentation, type TextEvents } from './loose-indentation';

type ScalarEvent = Extract<Event, { type: typeof EVENT_ID.SCALAR }>;

const COLON_BEFORE_INDICATOR = /:[,\]}]/;
/** A colon that is an indicator for YAML 1.2 alone: `a:[b]`. */
const COLON_BEFORE_BRACKET = /^[ \t]*:[[{]/;
/** Characters behind a scalar in which its colon is looked for. */
const MAX_BLANKS = 80;
/** Where a plain scalar of a flow collection starts, after the indicator: `[a`, `, a`, `k: a`, `"k":a`. */
const STARTS_AFTER = /[[{,]|:(?=\s)|(?<=["']):/g;
/** Tags and anchors of a scalar, and blanks. */
const PROPERTIES = /^(?:\s+|[!&][^\s,[\]{}]*\s+)*/;
/** A plain scalar of more characters is not looked for. */
const MAX_SCALAR_CHARACTERS = 1_000;

/** The events of a text in which a colon before a comma or a closing bracket belongs to its scalar: `[fe80::, b]` has two strings. */
export function parseGoEvents(text: string): TextEvents {
  if (!COLON_BEFORE_INDICATOR.test(text)) return parseEventsWithLooseIndentation(text);
  let parsed = parseEventsWithLooseIndentation(text, quotedColonAt);
  for (;;) {
    const quoted = withQuotedColons(parsed);
    if (quoted === parsed.text) return parsed;
    parsed = parseEventsWithLooseIndentation(quoted, quotedColonAt);
  }
}

/** A plain scalar that go-yaml refuses, or reads as a key, where YAML 1.2 has text. */
export interface RefusedScalar {
  /** The scalar. */
  readonly scalar: string;
  /** Position of the scalar in the text. */
  readonly position: number;
}

/** Plain scalars in flow collections that contain a question mark, start with a colon, or have a bracket directly after their colon. */
export function refusedFlowScalars({ text, events, first }: DocumentEvents): readonly RefusedScalar[] {
  return plainFlowScalars(events.slice(first, afterNode(events, first))).flatMap(({ valueStart: position, valueEnd }) => {
    const scalar = text.slice(position, valueEnd);
    const isRefused =
      scalar.includes('?') || scalar.startsWith(':') || COLON_BEFORE_BRACKET.test(text.slice(valueEnd, valueEnd + MAX_BLANKS));
    return isRefused ? [{ scalar, position }] : [];
  });
}

function plainFlowScalars(events: readonly Event[]): readonly ScalarEvent[] {
  const inFlow: boolean[] = [];
  return events.filter((event): event is ScalarEvent => {
    if (event.type === EVENT_ID.POP) inFlow.pop();
    else if (event.type === EVENT_ID.DOCUMENT) inFlow.push(false);
    else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) inFlow.push(event.style === COLLECTION_STYLE.FLOW);
    return event.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN && event.valueStart >= 0 && inFlow.at(-1) === true;
  });
}

function withQuotedColons({ text, events }: TextEvents): string {
  const scalars = plainFlowScalars(events).filter(({ valueEnd }) => COLON_BEFORE_INDICATOR.test(text.slice(valueEnd, valueEnd + 2)));
  return scalars.reduceRight((whole, { valueStart, valueEnd }) => withQuotes(whole, valueStart, valueEnd + 1), text);
}

/** The text with quotes around the plain scalar that ends with the colon at a position; undefined where no such colon is. */
function quotedColonAt(text: string, position: number): string | undefined {
  if (!COLON_BEFORE_INDICATOR.test(text.slice(position, position + 2))) return undefined;
  const before = text.slice(Math.max(0, position - MAX_SCALAR_CHARACTERS), position);
  const last = [...before.matchAll(STARTS_AFTER)].at(-1);
  if (last === undefined) return undefined;
  const scalar = before.slice(last.index + 1);
  const start = position - scalar.length + (PROPERTIES.exec(scalar)?.[0].length ?? 0);
  return start === position ? undefined : withQuotes(text, start, position + 1);
}

function withQuotes(text: string, start: number, end: number): string {
  return `${text.slice(0, start)}'${text.slice(start, end).replaceAll("'", "''")}'${text.slice(end)}`;
}
