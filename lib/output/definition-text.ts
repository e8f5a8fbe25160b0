import { printable } from '../core/printable';
import type { Draft, DraftPath } from '../draft/draft';
import type { DraftNote } from '../draft/draft-note';
import { draftNoteText, OPERATIONS_TO_FILL } from './draft-notes';
import { wrap } from './text';

/** Ways to write a definition. */
export const DEFINITION_LANGUAGES = ['ts', 'yaml', 'json'] as const;
/** A way to write a definition. */
export type DefinitionLanguage = (typeof DEFINITION_LANGUAGES)[number];

/** The name of the file with a definition. */
export const DEFINITION_FILE: Readonly<Record<DefinitionLanguage, string>> = {
  ts: 'sizing.config.ts',
  yaml: 'sizing.yaml',
  json: 'sizing.json',
};

/** Schema of a definition in an installed package, for editors. */
const SCHEMA = 'node_modules/sizing-blueprints/schemas/definition.schema.json';

/** Longest line in which an object or a list is written, in characters. */
const MAX_LINE = 110;

/** How values are written in one language. */
interface Notation {
  /** Starts a comment. */
  readonly comment: string;
  /** A key of an object. */
  key(key: string): string;
  /** A string, a number, a boolean or null. */
  scalar(value: unknown): string;
}

type OperationsToFill = Extract<DraftNote, { readonly kind: 'operations-to-fill' }>;

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

const TYPESCRIPT: Notation = {
  comment: '//',
  key: (key) => (IDENTIFIER.test(key) ? key : quoted(key)),
  scalar: (value) => (typeof value === 'string' ? quoted(value) : typeof value === 'number' ? grouped(value) : String(value)),
};

/** Strings that YAML 1.1 and 1.2 read as strings without quotes. */
const PLAIN = /^[A-Za-z/][\w/.-]*(?: [\w/.-]+)*$/;
const NOT_STRINGS = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

const YAML: Notation = {
  comment: '#',
  key: (key) => yamlString(key),
  scalar: (value) => (typeof value === 'string' ? yamlString(value) : String(value)),
};

function yamlString(text: string): string {
  return PLAIN.test(text) && !NOT_STRINGS.test(text) ? text : JSON.stringify(text);
}

function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** `50_000`; `8080` stays as it is, because it may be a port. */
function grouped(value: number): string {
  return Number.isInteger(value) && value >= 100_000 ? value.toLocaleString('en-US').replaceAll(',', '_') : String(value);
}

/** The text of a definition file. */
export function definitionText(draft: Draft, language: DefinitionLanguage): string {
  if (language === 'json') return `${JSON.stringify({ $schema: SCHEMA, ...draft.system }, null, 2)}\n`;
  const lines = language === 'ts' ? typescriptLines(draft) : yamlLines(draft);
  return `${lines.join('\n')}\n`;
}

function typescriptLines(draft: Draft): string[] {
  return [
    "import { defineSystem } from 'sizing-blueprints/config';",
    '',
    ...commentsAt(draft, [], TYPESCRIPT),
    'export default defineSystem({',
    ...blockOf(draft.system, [], draft).map((line) => `  ${line}`),
    '});',
  ];
}

/** The lines of an object or a list, without its brackets. */
function blockOf(value: object, path: DraftPath, draft: Draft): string[] {
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    const isList = Array.isArray(value);
    const here = [...path, isList ? Number(key) : key];
    const start = isList ? '' : `${TYPESCRIPT.key(key)}: `;
    const comments = commentsAt(draft, here, TYPESCRIPT);
    const inline = `${start}${inlineOf(part, TYPESCRIPT)},`;
    if (!isNested(part) || (inline.length + 2 * here.length <= MAX_LINE && !hasComments(draft, here) && isLeaf(part))) {
      return [...comments, inline];
    }
    const [open, close] = Array.isArray(part) ? ['[', ']'] : ['{', '}'];
    return [...comments, `${start}${open}`, ...blockOf(part, here, draft).map((line) => `  ${line}`), `${close},`];
  });
}

function yamlLines(draft: Draft): string[] {
  return [`# yaml-language-server: $schema=${SCHEMA}`, ...commentsAt(draft, [], YAML), ...yamlBlockOf(draft.system, [], draft)];
}

function yamlBlockOf(value: object, path: DraftPath, draft: Draft): string[] {
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    const isList = Array.isArray(value);
    const here = [...path, isList ? Number(key) : key];
    const start = isList ? '-' : `${YAML.key(key)}:`;
    const comments = commentsAt(draft, here, YAML);
    const inline = `${start} ${inlineOf(part, YAML)}`;
    if (!isNested(part) || (inline.length + 2 * here.length <= MAX_LINE && !hasComments(draft, here) && isLeaf(part))) {
      return [...comments, inline];
    }
    const [first = '', ...rest] = yamlBlockOf(part, here, draft);
    // The first line of an object follows the dash of its list, unless it is a comment.
    if (isList && !first.startsWith(YAML.comment)) return [...comments, `- ${first}`, ...rest.map((line) => `  ${line}`)];
    return [...comments, start, ...[first, ...rest].map((line) => `  ${line}`)];
  });
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Whether a value is written in one line if it fits: it has objects or lists in at most one level, so that it can be read. */
function isLeaf(value: object): boolean {
  return Object.values(value).every(
    (part: unknown) => !isNested(part) || Object.values(part).every((inner) => !isNested(inner) || Array.isArray(part)),
  );
}

function inlineOf(value: unknown, notation: Notation): string {
  if (!isNested(value)) return notation.scalar(value);
  if (Array.isArray(value)) return `[${value.map((part: unknown) => inlineOf(part, notation)).join(', ')}]`;
  const fields = Object.entries(value).map(([key, part]: [string, unknown]) => `${notation.key(key)}: ${inlineOf(part, notation)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function commentsAt(draft: Draft, path: DraftPath, notation: Notation): string[] {
  return draft.comments
    .filter((comment) => comment.path.length === path.length && startsWith(comment.path, path))
    .flatMap(({ note }) => (note.kind === 'operations-to-fill' ? exampleLines(note, draft, notation) : wrapped(`${draftNoteText(note)}.`)))
    .map((line) => `${notation.comment} ${line}`);
}

/** The example of an operation, as it is written in the definition without the comments. */
function exampleLines({ demands }: OperationsToFill, draft: Draft, notation: Notation): string[] {
  const processor = demands.map(({ component, seconds }) => ({ component, resource: 'processor', amount: 1, seconds }));
  const example = { requests: { name: 'request', kind: 'event', counts: 'http-requests', demands: processor } };
  const written = { ...draft, comments: [] };
  const lines = notation === YAML ? yamlBlockOf(example, [], written) : blockOf(example, [], written);
  return [...wrapped(OPERATIONS_TO_FILL), ...lines.map((line) => `  ${printable(line)}`)];
}

function wrapped(text: string): string[] {
  return wrap(printable(text), MAX_LINE);
}

/** Whether a part of a value has a comment of its own. */
function hasComments({ comments }: Draft, path: DraftPath): boolean {
  return comments.some((comment) => comment.path.length > path.length && startsWith(comment.path, path));
}

function startsWith(path: DraftPath, start: DraftPath): boolean {
  return start.every((step, index) => path[index] === step);
}
