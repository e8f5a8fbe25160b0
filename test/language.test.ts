import { describe, expect, test } from 'vitest';
import { filesBelow, textOf } from './support/sources';
import { nodesBelow, placeOf, type Source, type Syntax, sourceOf } from './support/syntax';

/** Wording that the glossary replaces, with what to write instead. */
const REPLACED: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\d %|…… %/, '90%, without a space'],
  [/\$[\d,.]+ an? (?:month|year|day|hour|user)\b/, '$12/month'],
  [/\bask(?:s|ed) for\b|\bis asked\b|\bare asked\b/i, 'requested or required'],
  [/\bcarr(?:y|ies|ied) (?:the load|a load|a workload|the workload|it)\b/i, 'handle'],
  [/\bdear(?:er|est)\b/i, 'more expensive'],
  [/\b(?:nobody|somebody|whoever)\b/i, 'the name of who does it'],
  [/\bgives? up\b/i, 'trade-off'],
  [/\b(?:stands|stand) (?:on|beside)\b/i, 'relies on, or next to'],
  [/\bgo(?:es)? by\b/i, 'scales with, or depends on'],
  [/\bfor want of\b/i, 'because there is no'],
  [/\ballowed is\b|\bwrong input\b/i, 'invalid …; expected …'],
  [/\b(?:the|a|each|every|its|monthly|same|your) bills?\b/i, 'estimate'],
  [/\bremarks?\b/i, 'warning'],
  [/\bat the (?:least|most)\b/i, 'at least, at most'],
  [/\bsays so\b|\bis said\b/i, 'states, is listed'],
  [/^what (?!is\b|if\b)/i, 'the noun that the clause describes'],
  [/\b(?:of|for|from|with|than) what\b/i, 'the noun that the clause describes'],
  [/\bkept\b/i, 'cached, or retained'],
  [/\bworlds\b/i, 'samples'],
  [/(?<!state )\bmachines?\b(?!-)/i, 'instance, node or host'],
  [/\bmade[ -]to[ -]measure\b/i, 'right-sized'],
  [/\bmade for\b/i, 'sized for, or intended for'],
  [/\bat one time\b/i, 'concurrent'],
  [/\bby hand\b/i, 'manually'],
  [/\bby chance\b/i, 'sometimes'],
  [/\bno place\b|\bha(?:s|ve|d) a place\b/i, 'does not fit, or fits'],
  [/\bforever\b/i, 'without a retention period, or without end'],
  [/\bbuys?\b/i, 'the gain by name'],
  [/\bthe one before\b/i, 'the previous one'],
  [/\bon the way (?:up|down|back)\b/i, 'a move to a larger or smaller tier'],
  [/\bpoints? at\b/i, 'refers to, or forwards to'],
];

const CODE = ['lib', 'bin', 'tiers', 'scripts'].flatMap((folder) => filesBelow(folder)).filter((path) => path.endsWith('.ts'));
const DOCUMENTS = [...filesBelow('docs'), ...filesBelow('examples'), 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].filter((path) =>
  path.endsWith('.md'),
);

/** A text and its place, which is computed where the text has a pattern. */
type Placed = readonly [place: () => string, text: string];

/** The strings of a source that contain words. Holes of templates are dots. */
function* stringsOf(source: Source): Generator<Placed> {
  for (const statement of source.statements) {
    if (statement.type === 'ImportDeclaration') continue;
    for (const node of nodesBelow(statement)) {
      const text = stringOf(node);
      if (text?.includes(' ')) yield [() => placeOf(source, node.start), text];
    }
  }
}

function stringOf(node: Syntax): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral') return undefined;
  const quasis = node.quasis as readonly { readonly value: { readonly cooked?: string } }[];
  return quasis.map(({ value }) => value.cooked ?? '').join('……');
}

/** The comments of a source, each on one line. Code in backticks is not language. */
function* commentsOf(source: Source): Generator<Placed> {
  for (const { value, start } of source.comments) {
    const text = value
      .replace(/`[^`]*`/g, '``')
      .replace(/\s*\n\s*\*?\s*/g, ' ')
      .replace(/^\*?\s*/, '');
    yield [() => placeOf(source, start), text];
  }
}

/** Lines of prose: code blocks and code in backticks are not language. */
function* proseOf(path: string): Generator<Placed> {
  let isCode = false;
  for (const [index, line] of textOf(path).split('\n').entries()) {
    if (line.trimStart().startsWith('```')) isCode = !isCode;
    else if (!isCode) yield [() => `${path}:${index + 1}`, line.replace(/`[^`]*`/g, '``')];
  }
}

function replacedIn(texts: Iterable<Placed>): string[] {
  return [...texts].flatMap(([place, text]) =>
    REPLACED.flatMap(([pattern, instead]) => {
      const found = pattern.exec(text)?.[0];
      return found === undefined ? [] : [`${place()} "${found.trim()}": write ${instead}`];
    }),
  );
}

describe('language', () => {
  test('strings use the words of the glossary', () => {
    expect(CODE.flatMap((path) => replacedIn(stringsOf(sourceOf(path))))).toEqual([]);
  });

  test('comments use the words of the glossary', () => {
    expect(CODE.flatMap((path) => replacedIn(commentsOf(sourceOf(path))))).toEqual([]);
  });

  test('the description of the package uses the words of the glossary', () => {
    const { description } = JSON.parse(textOf('package.json')) as { readonly description: string };
    expect(replacedIn([[() => 'package.json', description]])).toEqual([]);
  });

  test('documents use the words of the glossary', () => {
    expect(DOCUMENTS.flatMap((path) => replacedIn(proseOf(path)))).toEqual([]);
  });

  test.each([
    ['the tier carries the load of 90 %', 2],
    ['what nobody can price', 2],
    ['medium is $809/month more expensive', 0],
  ])('"%s" has %i of the patterns', (text, count) => {
    expect(replacedIn([[() => 'here', text]])).toHaveLength(count);
  });
});
