import { expect, test } from 'vitest';
import { ROOMS } from './support/rooms';
import { filesBelow, textOf } from './support/sources';
import { childrenOf, isSyntax, placeOf, type Source, type Syntax, sourceOf } from './support/syntax';

/** Rooms that answer with data: `lib/output` words it. */
const DATA_ROOMS: readonly string[] = [
  'lib/answers',
  'lib/blueprint',
  'lib/capacity',
  'lib/catalog',
  'lib/cdk',
  'lib/cel',
  'lib/check',
  'lib/cloudformation',
  'lib/contract',
  'lib/conventions',
  'lib/core',
  'lib/definition',
  'lib/design',
  'lib/draft',
  'lib/io',
  'lib/lint',
  'lib/loadtest',
  'lib/observation',
  'lib/manifests',
  'lib/pricing',
  'lib/scheduling',
  'lib/selection',
  'lib/transition',
  'lib/apply',
  'lib/revision',
];

/** Rooms with sentences, and why. */
const WORDED_ROOMS: Readonly<Record<string, string>> = {
  lib: 'names of the package only',
  'lib/aws': 'templates contain sentences: descriptions of secrets, parameters and outputs, reasons of acknowledged rules',
  'lib/kubernetes': 'manifests contain sentences: alerts with their runbooks, comments of configuration files and scripts',
  'lib/model': 'the schemas of what people write describe each field, and word the problems of their values',
  'lib/output': 'words the answers',
  'lib/testing': 'messages of failed assertions',
  bin: 'words the help',
  tiers: 'the systems name their sources',
};

/** Folders whose files are rules: a rule has its description, its messages and its sources in one file (decision 27). */
const RULES: readonly string[] = ['lib/check/rules/', 'lib/lint/rules/', 'lib/transition/order/', 'lib/transition/rules/'];

/** Files with sentences, and why. */
const WORDED: Readonly<Record<string, string>> = {
  'lib/answers/move-steps.ts': 'a command',
  'lib/answers/quotas.ts': 'a command',
  'lib/blueprint/replays.ts': 'sources of measured figures, which answers quote',
  'lib/capacity/unknown-loads.ts': 'parts of the problem of an unknown load',
  'lib/capacity/utilization.ts': 'the key of shared samples',
  'lib/cloudformation/deployed-stack.ts': 'a command',
  'lib/conventions/placeholder.ts': 'a command',
  'lib/lint/removed-apis.ts': 'replacements of removed APIs, from the migration guides',
  'lib/transition/instance-class-change.ts': 'verdicts of two rules that differ in the service only',
};

/** A string of so many words is a sentence; names of charges and of columns are shorter. */
const SENTENCE_WORDS = 7;

/** Fields of a problem, which is worded where it is found. */
const PROBLEM_FIELDS: readonly string[] = ['path', 'received', 'reason', 'expected', 'suggestion'];

/** Names of variables and functions that are the text of such a field: `EXPECTED_PATH`, `reasonAgainst`. */
const PROBLEM_TEXT = /^(?:expected|reason)/i;

/** Functions that get the text of a problem. */
const PROBLEM_CALLS: readonly string[] = ['refuse', 'addIssue', 'violationAt'];

/** `….describe('…')`: the description of a field in a JSON Schema. */
const SCHEMA_DESCRIPTION = 'describe';

function sentencesOf(source: Source): string[] {
  return source.statements.flatMap((statement) => sentencesBelow(statement)).map((node) => placeOf(source, node.start));
}

function sentencesBelow(node: Syntax): Syntax[] {
  if (node.type === 'ImportDeclaration' || isError(node) || isProblem(node) || isDescription(node)) return [];
  if (wordsOf(node) >= SENTENCE_WORDS) return [node];
  return childrenOf(node).flatMap(sentencesBelow);
}

/** The message of an error: what is thrown, and what the class of an error passes on. */
function isError({ type, callee }: Syntax): boolean {
  return type === 'ThrowStatement' || (type === 'CallExpression' && isSyntax(callee) && callee.type === 'Super');
}

function isProblem(node: Syntax): boolean {
  switch (node.type) {
    case 'Property':
      return PROBLEM_FIELDS.includes(nameOf(node.key));
    case 'VariableDeclarator':
    case 'FunctionDeclaration':
      return PROBLEM_FIELDS.includes(nameOf(node.id)) || PROBLEM_TEXT.test(nameOf(node.id));
    default:
      return PROBLEM_CALLS.includes(calledBy(node));
  }
}

function isDescription(node: Syntax): boolean {
  return calledBy(node) === SCHEMA_DESCRIPTION;
}

/** Name of the function or method that a node calls; empty for any other node. */
function calledBy({ type, callee }: Syntax): string {
  if (type !== 'CallExpression' || !isSyntax(callee)) return '';
  return nameOf(callee.type === 'MemberExpression' ? callee.property : callee);
}

/** Name of an identifier; empty for any other value. */
function nameOf(value: unknown): string {
  return isSyntax(value) && typeof value.name === 'string' ? value.name : '';
}

/** Number of words of a string; each hole of a template is one. */
function wordsOf(node: Syntax): number {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value.split(/\s+/).length;
  if (node.type !== 'TemplateLiteral') return 0;
  const quasis = node.quasis as readonly { readonly value: { readonly cooked?: string } }[];
  return quasis
    .map(({ value }) => value.cooked ?? '')
    .join('…')
    .split(/\s+/).length;
}

function isRule(path: string): boolean {
  return RULES.some((folder) => path.startsWith(folder));
}

test('every room answers with data or states why it has sentences', () => {
  expect([...DATA_ROOMS, ...Object.keys(WORDED_ROOMS)].sort()).toEqual(Object.keys(ROOMS).sort());
});

test('rooms that answer with data have no sentences', () => {
  const files = DATA_ROOMS.flatMap((room) => filesBelow(room)).filter((path) => path.endsWith('.ts') && !isRule(path));
  const found = files.flatMap((path) => sentencesOf(sourceOf(path)));
  expect(found.filter((place) => WORDED[place.replace(/:\d+$/, '')] === undefined)).toEqual([]);
  // An entry whose file has no sentence any more is removed.
  expect([...new Set(found.map((place) => place.replace(/:\d+$/, '')))]).toEqual(Object.keys(WORDED));
});

test.each(RULES)('a folder of rules has files with sentences: %s', (folder) => {
  const files = filesBelow(folder).filter((path) => !path.endsWith('/index.ts'));
  expect(files.filter((path) => !textOf(path).includes('  description:'))).toEqual([]);
});

test('a sentence is found', () => {
  expect(sentencesOf(sourceOf('lib/output/load-test-notes.ts'))).not.toEqual([]);
});
