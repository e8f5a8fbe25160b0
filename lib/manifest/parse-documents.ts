import { constructFromEvents, parseEvents, YAMLException } from 'js-yaml';
import { InputError, type Problem } from '../problems';
import { MAX_NESTING_LEVELS, MAX_YAML_ALIASES, parseJson, requireText } from '../source';
import { type DocumentEvents, documentsOf, duplicateKeys, hasAliases } from './events';
import { MAX_DOCUMENT_VALUES, MAX_MANIFEST_BYTES } from './limits';
import { Lines } from './lines';
import { KUBECTL_SCHEMA } from './yaml-scalars';

/** A document of a file: its value, and the means to find a part of it in the text. */
export interface ParsedDocument {
  readonly value: unknown;
  readonly events: DocumentEvents;
  readonly lines: Lines;
}

const EXPECTED = { what: 'Kubernetes manifests', written: 'manifests in YAML or JSON', maxBytes: MAX_MANIFEST_BYTES };

/** What a Helm template has and YAML hasn't. */
const HELM_ACTION = /\{\{-?\s*[.$\w"]/;

/** Reads the documents of a text in YAML or JSON. Throws an InputError with where it is broken, or what is too much. */
export function parseDocuments(text: string, name: string): readonly ParsedDocument[] {
  const source = requireText(text, name, EXPECTED);
  // JSON is YAML too, but of broken JSON a reader of JSON has more to say.
  if (isJson(source, name)) parseJson(source, name);
  const lines = new Lines(source);
  return reading(source, name, lines, () => {
    const events = parseEvents(source, { maxDepth: MAX_NESTING_LEVELS });
    const documents = documentsOf(source, events);
    requireUniqueKeys(documents, name, lines);
    const values = constructFromEvents([...events], { source, schema: KUBECTL_SCHEMA, maxAliases: MAX_YAML_ALIASES });
    return documents.map((document, index) => {
      const value = values[index];
      if (hasAliases(document)) requireBounded(value, name);
      return { value, events: document, lines };
    });
  });
}

function isJson(text: string, name: string): boolean {
  return /^\s*[{[]/.test(text) && !/\.ya?ml$/i.test(name);
}

function requireUniqueKeys(documents: readonly DocumentEvents[], name: string, lines: Lines): void {
  const problems = documents.flatMap((document) =>
    duplicateKeys(document).map(
      ({ key, position }): Problem => ({
        path: lines.placeOf(position),
        received: `a second ${JSON.stringify(key)}`,
        allowed: 'each key once',
      }),
    ),
  );
  if (problems.length > 0) throw new InputError(name, problems);
}

/** Turns what the reader throws into an InputError. It stops at the first thing that is wrong, so there is one. */
function reading<T>(text: string, name: string, lines: Lines, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const path = error.mark === undefined ? 'file' : lines.placeOf(error.mark.position);
    throw new InputError(name, [{ path, ...meaningOf(error.reason, text) }]);
  }
}

/** What the reader's words stand for; anything else is not YAML, for the reason that it gives. */
function meaningOf(reason: string, text: string): Omit<Problem, 'path'> {
  if (/exceeded maxDepth/.test(reason)) {
    return { received: 'nested without end', allowed: `at most ${MAX_NESTING_LEVELS} levels of objects and lists` };
  }
  if (/exceeded maxAliases/.test(reason)) return ALIASES;
  const tag = /^unknown \w+ tag !<(.+)>/.exec(reason)?.[1];
  if (tag !== undefined) return { received: `the tag ${tag}`, allowed: 'YAML without tags of its own, as Kubernetes reads it' };
  if (HELM_ACTION.test(text)) return { received: 'a Helm template', allowed: 'manifests, as `helm template` writes them' };
  return { received: `not YAML (${reason})`, allowed: 'valid YAML' };
}

const ALIASES: Omit<Problem, 'path'> = {
  received: 'a YAML file of aliases that grow without bound',
  allowed: `at most ${MAX_YAML_ALIASES} uses of aliases and ${MAX_DOCUMENT_VALUES.toLocaleString('en-US')} values in all`,
};

interface Extent {
  readonly values: number;
  readonly levels: number;
}

const ENDLESS: Extent = { values: Number.POSITIVE_INFINITY, levels: Number.POSITIVE_INFINITY };

/** An alias is one value in many places: a few lines of aliases of aliases would keep whoever walks them busy for ever. */
function requireBounded(value: unknown, name: string): void {
  const extents = new Map<object, Extent>();
  const extentOf = (part: unknown): Extent => {
    if (typeof part !== 'object' || part === null) return { values: 1, levels: 0 };
    const known = extents.get(part);
    if (known !== undefined) return known;
    // Until it is known it is too much: a value that holds itself never ends.
    extents.set(part, ENDLESS);
    const parts = Object.values(part).map(extentOf);
    const extent = parts.reduce<Extent>(
      (sum, { values, levels }) => ({ values: sum.values + values, levels: Math.max(sum.levels, levels + 1) }),
      { values: 1, levels: 1 },
    );
    extents.set(part, extent);
    return extent;
  };
  const { values, levels } = extentOf(value);
  if (values > MAX_DOCUMENT_VALUES || levels > MAX_NESTING_LEVELS) throw new InputError(name, [{ path: 'file', ...ALIASES }]);
}
