import { expect, test } from 'vitest';
import { filesBelow } from './support/sources';
import { childrenOf, isSyntax, placeOf, type Source, type Syntax, sourceOf } from './support/syntax';

/** Rooms that answer with data: `lib/output` words it. */
const ROOMS = ['lib/blueprint', 'lib/contract', 'lib/pricing', 'lib/scheduling', 'lib/selection'];

/** Files with sentences, and why. */
const WORDED: Readonly<Record<string, string>> = {
  'lib/blueprint/resolve.ts': 'the message of a defect of the program, not of an answer',
  'lib/blueprint/restore.ts': 'reason and expectation of problems, in functions',
  'lib/blueprint/service.ts': 'a part of the reason of a problem',
  'lib/pricing/require-all-counted.ts': 'the message of a defect of the program, not of an answer',
  'lib/pricing/unpriced-error.ts': 'the message of an error, whose lines `lib/output` words',
  'lib/selection/choice.ts': 'the message of an error that is caught and reported as a problem',
};

/** A string of so many words is a sentence; names of charges and of columns are shorter. */
const SENTENCE_WORDS = 7;

/** Fields of a problem, which `lib/core/problems.ts` words, and variables of their names. */
const PROBLEM_FIELDS: readonly string[] = ['path', 'received', 'reason', 'expected', 'suggestion'];

function sentencesOf(source: Source): string[] {
  return source.statements.flatMap((statement) => sentencesBelow(statement)).map((node) => placeOf(source, node.start));
}

function sentencesBelow(node: Syntax): Syntax[] {
  if (node.type === 'ImportDeclaration' || isProblemField(node)) return [];
  if (wordsOf(node) >= SENTENCE_WORDS) return [node];
  return childrenOf(node).flatMap(sentencesBelow);
}

function isProblemField(node: Syntax): boolean {
  const name = node.type === 'Property' ? node.key : node.type === 'VariableDeclarator' ? node.id : undefined;
  return isSyntax(name) && PROBLEM_FIELDS.includes(String(name.name));
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

test('rooms that answer with data have no sentences', () => {
  const files = ROOMS.flatMap((room) => filesBelow(room)).filter((path) => path.endsWith('.ts'));
  const found = files.flatMap((path) => sentencesOf(sourceOf(path)));
  expect(found.filter((place) => WORDED[place.replace(/:\d+$/, '')] === undefined)).toEqual([]);
  // An entry whose file has no sentence any more is removed.
  expect([...new Set(found.map((place) => place.replace(/:\d+$/, '')))]).toEqual(Object.keys(WORDED));
});

test('a sentence is found', () => {
  expect(sentencesOf(sourceOf('lib/output/load-test-notes.ts'))).not.toEqual([]);
});
