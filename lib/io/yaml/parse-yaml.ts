import { constructFromEvents, type Schema, YAMLException } from 'js-yaml';
import { InputError, type Problem } from '../../core/problems';
import { MAX_DOCUMENT_VALUES, MAX_YAML_ALIASES } from '../limits';
import { TOO_DEEP } from '../nesting';
import { isBounded } from './bounded';
import { type DocumentEvents, documentsOf, duplicateKeys, hasAliases, localTags, nonFiniteNumbers } from './events';
import { parseGoEvents, refusedFlowScalars } from './go-flow';
import { Lines } from './lines';
import { parseEventsWithLooseIndentation } from './loose-indentation';

/** A document of a file: its value, and the data to find the lines of its parts. */
export interface ParsedDocument {
  /** The value of the document, with aliases replaced by their values. */
  readonly value: unknown;
  /** Parser events, to find the position of a part of the value. */
  readonly events: DocumentEvents;
  /** Line numbers of the file. */
  readonly lines: Lines;
  /** Whether positions refer to the text as it was given. They do not where its indentation was completed to read it. */
  readonly isVerbatim: boolean;
  /** Keys that a mapping has more than once, each later occurrence with its place; empty in dialects that refuse them. */
  readonly duplicateKeys: readonly DuplicateKey[];
}

/** A key that its mapping already has. */
export interface DuplicateKey {
  /** The key. */
  readonly key: string;
  /** `line 3, column 14` */
  readonly place: string;
  /** Line of the key, counted from 1. */
  readonly line: number;
  /** Position of the key in the text. */
  readonly position: number;
}

/** A dialect of YAML: its scalars and tags, and the problems for everything else. */
export interface YamlDialect {
  /** Types and tags that values are constructed with. */
  readonly schema: Schema;
  /** Tags with one `!` that it has: `!Ref`. */
  readonly tags: readonly string[];
  /** Whether a key that its mapping already has is a problem, or replaces the value before it. */
  readonly duplicateKeys: 'refused' | 'last-wins';
  /** The problem of a tag that it does not have, without its place. */
  unknownTag(tag: string): Omit<Problem, 'path'>;
  /** The problem of an infinity or NaN, such as `.inf`, without its place; absent where they are numbers. */
  notFinite?(number: string): Omit<Problem, 'path'>;
  /** The problem of a plain scalar in a flow collection that go-yaml refuses; absent where plain scalars are those of YAML 1.2. */
  notGoScalar?(scalar: string): Omit<Problem, 'path'>;
  /** The problem of text that is not YAML, without its place; `reason` is why it is not. */
  notYaml(reason: string, text: string): Omit<Problem, 'path'>;
}

/**
 * Parses the documents of a YAML (or JSON) file. Throws an InputError with line and column of the first syntax error, or
 * of all refused duplicate keys and unknown tags, and when nesting or aliases exceed their limits.
 */
export function parseYaml(text: string, subject: string, dialect: YamlDialect): readonly ParsedDocument[] {
  return reading(text, subject, dialect, () => {
    const { text: source, events } = dialect.notGoScalar === undefined ? parseEventsWithLooseIndentation(text) : parseGoEvents(text);
    const lines = new Lines(source);
    const documents = documentsOf(source, events).map((document) => ({ document, duplicates: duplicateKeys(document) }));
    requireKnown(documents, subject, lines, dialect);
    const keepsLast = dialect.duplicateKeys === 'last-wins';
    const values = constructFromEvents([...events], { source, schema: dialect.schema, maxAliases: MAX_YAML_ALIASES, json: keepsLast });
    return documents.map(({ document, duplicates }, index) => {
      const value = values[index];
      if (hasAliases(document) && !isBounded(value)) throw new InputError(subject, [{ path: 'file', ...ALIASES }]);
      return {
        value,
        events: document,
        lines,
        isVerbatim: source === text,
        duplicateKeys: duplicates.map(({ key, position }) => ({
          key,
          place: lines.placeOf(position),
          line: lines.lineOf(position),
          position,
        })),
      };
    });
  });
}

interface KeyedDocument {
  readonly document: DocumentEvents;
  readonly duplicates: ReturnType<typeof duplicateKeys>;
}

function requireKnown(documents: readonly KeyedDocument[], subject: string, lines: Lines, dialect: YamlDialect): void {
  const found = documents.flatMap(({ document, duplicates }) => [
    ...(dialect.duplicateKeys === 'refused' ? duplicates : []).map(({ key, position }) => ({
      position,
      problem: { reason: `duplicate key ${JSON.stringify(key)}`, expected: 'each key once' },
    })),
    ...localTags(document)
      .filter(({ tag }) => !dialect.tags.includes(tag))
      .map(({ tag, position }) => ({ position, problem: dialect.unknownTag(tag) })),
    ...(dialect.notFinite === undefined ? [] : nonFiniteNumbers(document)).flatMap(({ number, position }) => {
      const problem = dialect.notFinite?.(number);
      return problem === undefined ? [] : [{ position, problem }];
    }),
    ...(dialect.notGoScalar === undefined ? [] : refusedFlowScalars(document)).flatMap(({ scalar, position }) => {
      const problem = dialect.notGoScalar?.(scalar);
      return problem === undefined ? [] : [{ position, problem }];
    }),
  ]);
  if (found.length === 0) return;
  throw new InputError(
    subject,
    found.sort((a, b) => a.position - b.position).map(({ position, problem }) => ({ path: lines.placeOf(position), ...problem })),
  );
}

/** Turns an error of the parser into an InputError. The parser stops at the first error, so there is only one. */
function reading<T>(text: string, subject: string, dialect: YamlDialect, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const path = error.mark === undefined ? 'file' : `line ${error.mark.line + 1}, column ${error.mark.column + 1}`;
    throw new InputError(subject, [{ path, ...meaningOf(error.reason, text, dialect) }]);
  }
}

/** The problem for an error of the parser. Every error that is not recognized is a syntax error. */
function meaningOf(reason: string, text: string, dialect: YamlDialect): Omit<Problem, 'path'> {
  if (/exceeded maxDepth/.test(reason)) return TOO_DEEP;
  if (/exceeded maxAliases/.test(reason)) return ALIASES;
  const tag = /^unknown \w+ tag !<(.+)>/.exec(reason)?.[1];
  return tag === undefined ? dialect.notYaml(reason, text) : dialect.unknownTag(tag);
}

const ALIASES: Omit<Problem, 'path'> = {
  reason: 'too many YAML aliases',
  expected: `at most ${MAX_YAML_ALIASES} aliases and ${MAX_DOCUMENT_VALUES.toLocaleString('en-US')} values in all`,
};
