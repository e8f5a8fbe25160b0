import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import { afterNode, type DocumentEvents, isEnd, type Path, pairsOf } from './events';

type ScalarEvent = Extract<Event, { readonly type: typeof EVENT_ID.SCALAR }>;

/** A key or a value that is one string, number or word, as it is written. */
export interface WrittenScalar {
  /** Position of the first character, after the quote of a quoted scalar. */
  readonly start: number;
  /** Position after the last character, before the quote of a quoted scalar. */
  readonly end: number;
  /** Quotes around it; empty for a plain scalar. */
  readonly quote: '' | "'" | '"';
}

/** The scalars of a pair of a mapping, or of an item of a list, which has no key. */
export interface WrittenPair {
  /** The key; absent for an item of a list, and for a key that is no plain or quoted scalar. */
  readonly key?: WrittenScalar;
  /** The value; absent for objects, lists, aliases, block scalars and scalars with a tag or an anchor. */
  readonly value?: WrittenScalar;
}

/** The pair or item at a path as it is written; undefined where the document has none. Of equal keys, the last one counts. */
export function pairAt({ events, text, first }: DocumentEvents, path: Path): WrittenPair | undefined {
  let found: { readonly key?: number; readonly value: number } = { value: first };
  for (const step of path) {
    const below = typeof step === 'number' ? itemAt(events, found.value, step) : fieldAt(events, text, found.value, step);
    if (below === undefined) return undefined;
    found = below;
  }
  return { ...scalarAs('key', events[found.key ?? -1]), ...scalarAs('value', events[found.value]) };
}

function fieldAt(events: readonly Event[], text: string, mapping: number, name: string) {
  if (events[mapping]?.type !== EVENT_ID.MAPPING) return undefined;
  return [...pairsOf(events, mapping)].findLast(({ key }) => {
    const event = events[key];
    return event?.type === EVENT_ID.SCALAR && getScalarValue(text, event) === name;
  });
}

function itemAt(events: readonly Event[], list: number, item: number) {
  if (events[list]?.type !== EVENT_ID.SEQUENCE) return undefined;
  let value = list + 1;
  for (let skipped = 0; skipped < item && !isEnd(events[value]); skipped++) value = afterNode(events, value);
  return isEnd(events[value]) ? undefined : { value };
}

const QUOTES: ReadonlyMap<number, WrittenScalar['quote']> = new Map([
  [SCALAR_STYLE.PLAIN, ''],
  [SCALAR_STYLE.SINGLE_QUOTED, "'"],
  [SCALAR_STYLE.DOUBLE_QUOTED, '"'],
]);

function scalarAs(name: 'key' | 'value', event: Event | undefined): WrittenPair {
  const scalar = event?.type === EVENT_ID.SCALAR ? writtenScalar(event) : undefined;
  return scalar === undefined ? {} : { [name]: scalar };
}

function writtenScalar({ style, valueStart, valueEnd, tagStart, anchorStart }: ScalarEvent): WrittenScalar | undefined {
  const quote = QUOTES.get(style);
  const isBare = tagStart < 0 && anchorStart < 0 && valueStart >= 0;
  return quote === undefined || !isBare ? undefined : { start: valueStart, end: valueEnd, quote };
}

/**
 * The line of a pair that its mapping has before, written in the same way: both keys and values are scalars on a line without anything
 * else. Undefined for all other pairs. `position` is that of the key.
 */
export function duplicateLineAt(
  { events, text, first }: DocumentEvents,
  position: number,
): { readonly start: number; readonly end: number } | undefined {
  const end = afterNode(events, first);
  for (let index = first; index < end; index++) {
    if (events[index]?.type !== EVENT_ID.MAPPING) continue;
    const pairs = [...pairsOf(events, index)].map(({ key, value }) => pairOfLine(text, events[key], events[value]));
    const own = pairs.findIndex((pair) => pair?.position === position);
    if (own < 0) continue;
    const isWrittenBefore = pairs.slice(0, own).some((pair) => pair !== undefined && pair.text === pairs[own]?.text);
    return isWrittenBefore ? pairs[own]?.line : undefined;
  }
  return undefined;
}

function pairOfLine(text: string, key: Event | undefined, value: Event | undefined) {
  if (key?.type !== EVENT_ID.SCALAR || value?.type !== EVENT_ID.SCALAR) return undefined;
  const [name, scalar] = [writtenScalar(key), writtenScalar(value)];
  if (name === undefined || scalar === undefined) return undefined;
  const start = text.lastIndexOf('\n', name.start - 1) + 1;
  const feed = text.indexOf('\n', scalar.end);
  const end = feed < 0 ? text.length : feed + 1;
  const line = text.slice(start, end).trim();
  const pair = text.slice(name.start - name.quote.length, scalar.end + scalar.quote.length);
  return line === pair ? { position: name.start, text: pair, line: { start, end } } : undefined;
}
