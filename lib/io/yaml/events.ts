import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';

/** Keys and indexes from the top of an object to a part of it: `['spec', 'containers', 0, 'image']`. */
export type Path = readonly (string | number)[];

/**
 * A YAML document as a flat list of parser events with positions in the text. Lines are computed only for findings
 * and problems.
 */
export interface DocumentEvents {
  /** Text of the whole file; the events refer to positions in it. */
  readonly text: string;
  /** Events of the whole file, in the order of the text. */
  readonly events: readonly Event[];
  /** Index of the event of the document's only value. */
  readonly first: number;
}

/** The documents of a list of events; an empty document has no value and is left out. */
export function documentsOf(text: string, events: readonly Event[]): readonly DocumentEvents[] {
  return events.flatMap((event, index) => (event.type === EVENT_ID.DOCUMENT ? [{ text, events, first: index + 1 }] : []));
}

/** Position of a part of a document: its key, or the item of a list. For a missing part, the position of its parent. */
export function positionOf(document: DocumentEvents, path: Path): number {
  const { events, text } = document;
  let index = document.first;
  let position = startOf(events[index]) ?? 0;
  for (const step of path) {
    const event = events[index];
    const found =
      event?.type === EVENT_ID.MAPPING && typeof step === 'string'
        ? valueAt(events, index, text, step)
        : event?.type === EVENT_ID.SEQUENCE && typeof step === 'number'
          ? itemAt(events, index, step)
          : undefined;
    if (found === undefined) return position;
    index = found.index;
    position = found.position;
  }
  return position;
}

interface Found {
  /** Of the event of the value. */
  readonly index: number;
  readonly position: number;
}

function valueAt(events: readonly Event[], mapping: number, text: string, key: string): Found | undefined {
  for (const pair of pairsOf(events, mapping)) {
    const event = events[pair.key];
    if (event?.type === EVENT_ID.SCALAR && getScalarValue(text, event) === key) return { index: pair.value, position: event.valueStart };
  }
  return undefined;
}

function itemAt(events: readonly Event[], sequence: number, item: number): Found | undefined {
  let index = sequence + 1;
  for (let skipped = 0; skipped < item; skipped++) {
    if (isEnd(events[index])) return undefined;
    index = afterNode(events, index);
  }
  return isEnd(events[index]) ? undefined : { index, position: startOf(events[index]) ?? 0 };
}

/** Duplicate keys of all mappings in the document: the second occurrence, with its position. */
export function duplicateKeys({ events, text, first }: DocumentEvents): readonly { readonly key: string; readonly position: number }[] {
  const duplicates: { key: string; position: number }[] = [];
  const end = afterNode(events, first);
  for (let index = first; index < end; index++) {
    if (events[index]?.type !== EVENT_ID.MAPPING) continue;
    const seen = new Set<string>();
    for (const { key } of pairsOf(events, index)) {
      const event = events[key];
      if (event?.type !== EVENT_ID.SCALAR) continue;
      const name = getScalarValue(text, event);
      if (seen.has(name) && name !== MERGE_KEY) duplicates.push({ key: name, position: event.valueStart });
      seen.add(name);
    }
  }
  return duplicates.sort((a, b) => a.position - b.position);
}

/** Local tags of a document, such as `!Ref`, each with its position. `!` alone is not a local tag. */
export function localTags({ events, text, first }: DocumentEvents): readonly { readonly tag: string; readonly position: number }[] {
  const end = afterNode(events, first);
  return events.slice(first, end).flatMap((event) => {
    if (!('tagStart' in event) || event.tagStart < 0) return [];
    const tag = text.slice(event.tagStart, event.tagEnd);
    return /^!\w/.test(tag) ? [{ tag, position: event.tagStart }] : [];
  });
}

const NOT_FINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** Infinities and NaN of a document without quotes and without a tag, such as `.inf`, each with its position. */
export function nonFiniteNumbers({
  events,
  text,
  first,
}: DocumentEvents): readonly { readonly number: string; readonly position: number }[] {
  const end = afterNode(events, first);
  return events.slice(first, end).flatMap((event) => {
    if (event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.PLAIN || event.tagStart >= 0) return [];
    const number = text.slice(event.valueStart, event.valueEnd);
    return NOT_FINITE.test(number) ? [{ number, position: event.valueStart }] : [];
  });
}

const MERGE_KEY = '<<';

/** Whether any value of the document is an alias of another. */
export function hasAliases({ events, first }: DocumentEvents): boolean {
  const end = afterNode(events, first);
  for (let index = first; index < end; index++) if (events[index]?.type === EVENT_ID.ALIAS) return true;
  return false;
}

/** Indexes of the keys and values of a mapping. */
export function* pairsOf(events: readonly Event[], mapping: number): Generator<{ readonly key: number; readonly value: number }> {
  for (let key = mapping + 1; !isEnd(events[key]); ) {
    const value = afterNode(events, key);
    yield { key, value };
    key = afterNode(events, value);
  }
}

/** The index after a value and everything in it. */
export function afterNode(events: readonly Event[], start: number): number {
  let depth = 0;
  for (let index = start; index < events.length; index++) {
    const type = events[index]?.type;
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth++;
    else if (type === EVENT_ID.POP) depth--;
    if (depth <= 0) return index + 1;
  }
  return events.length;
}

/** Whether a mapping or list ends at an event. */
export function isEnd(event: Event | undefined): boolean {
  return event === undefined || event.type === EVENT_ID.POP;
}

function startOf(event: Event | undefined): number | undefined {
  if (event?.type === EVENT_ID.SCALAR) return event.valueStart;
  if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) return event.start;
  return event?.type === EVENT_ID.ALIAS ? event.anchorStart : undefined;
}
