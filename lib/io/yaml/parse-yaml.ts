import { constructFromEvents, parseEvents, type Schema, YAMLException } from 'js-yaml';
import { InputError, type Problem } from '../../core/problems';
import { MAX_DOCUMENT_VALUES, MAX_NESTING_LEVELS, MAX_YAML_ALIASES } from '../limits';
import { isBounded } from './bounded';
import { type DocumentEvents, documentsOf, duplicateKeys, hasAliases, localTags } from './events';
import { Lines } from './lines';

/** A document of a file: its value, and what is required to find the line of a part of it. */
export interface ParsedDocument {
  /** The value of the document, with aliases replaced by their values. */
  readonly value: unknown;
  /** What the reader saw, to find the position of a part of the value. */
  readonly events: DocumentEvents;
  /** Line numbers of the file. */
  readonly lines: Lines;
}

/** A dialect of YAML: its scalars and tags, and the problems for everything else. */
export interface YamlDialect {
  /** Types and tags that values are constructed with. */
  readonly schema: Schema;
  /** Tags with one `!` that it has: `!Ref`. */
  readonly tags: readonly string[];
  /** The problem of a tag that it does not have, without its place. */
  unknownTag(tag: string): Omit<Problem, 'path'>;
  /** The problem of text that is not YAML, without its place; `reason` is why it is not. */
  notYaml(reason: string, text: string): Omit<Problem, 'path'>;
}

/**
 * Parses the documents of a YAML (or JSON) file. Throws an InputError with line and column of the first syntax error, or
 * of all duplicate keys and unknown tags, and when nesting or aliases exceed their limits.
 */
export function parseYaml(text: string, subject: string, dialect: YamlDialect): readonly ParsedDocument[] {
  const lines = new Lines(text);
  return reading(text, subject, lines, dialect, () => {
    const events = parseEvents(text, { maxDepth: MAX_NESTING_LEVELS });
    const documents = documentsOf(text, events);
    requireKnown(documents, subject, lines, dialect);
    const values = constructFromEvents([...events], { source: text, schema: dialect.schema, maxAliases: MAX_YAML_ALIASES });
    return documents.map((document, index) => {
      const value = values[index];
      if (hasAliases(document) && !isBounded(value)) throw new InputError(subject, [{ path: 'file', ...ALIASES }]);
      return { value, events: document, lines };
    });
  });
}

function requireKnown(documents: readonly DocumentEvents[], subject: string, lines: Lines, { tags, unknownTag }: YamlDialect): void {
  const found = documents.flatMap((document) => [
    ...duplicateKeys(document).map(({ key, position }) => ({
      position,
      problem: { reason: `duplicate key ${JSON.stringify(key)}`, expected: 'each key once' },
    })),
    ...localTags(document)
      .filter(({ tag }) => !tags.includes(tag))
      .map(({ tag, position }) => ({ position, problem: unknownTag(tag) })),
  ]);
  if (found.length === 0) return;
  throw new InputError(
    subject,
    found.sort((a, b) => a.position - b.position).map(({ position, problem }) => ({ path: lines.placeOf(position), ...problem })),
  );
}

/** Turns an error of the parser into an InputError. The parser stops at the first error, so there is only one. */
function reading<T>(text: string, subject: string, lines: Lines, dialect: YamlDialect, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const path = error.mark === undefined ? 'file' : lines.placeOf(error.mark.position);
    throw new InputError(subject, [{ path, ...meaningOf(error.reason, text, dialect) }]);
  }
}

/** The problem for an error of the parser. Every error that is not recognized is a syntax error. */
function meaningOf(reason: string, text: string, dialect: YamlDialect): Omit<Problem, 'path'> {
  if (/exceeded maxDepth/.test(reason)) {
    return { reason: 'nested too deep', expected: `at most ${MAX_NESTING_LEVELS} levels of objects and lists` };
  }
  if (/exceeded maxAliases/.test(reason)) return ALIASES;
  const tag = /^unknown \w+ tag !<(.+)>/.exec(reason)?.[1];
  return tag === undefined ? dialect.notYaml(reason, text) : dialect.unknownTag(tag);
}

const ALIASES: Omit<Problem, 'path'> = {
  reason: 'too many YAML aliases',
  expected: `at most ${MAX_YAML_ALIASES} aliases and ${MAX_DOCUMENT_VALUES.toLocaleString('en-US')} values in all`,
};
