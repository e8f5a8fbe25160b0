import { parseSync } from 'oxc-parser';
import { check } from 'recheck';
import { describe, expect, it } from 'vitest';
import { REGIONAL_RULES, SIBLING_RULES } from '../../lib/catalog/derivation-rules';
import { isPlainObject } from '../../lib/core/plain-object';
import { inScope } from '../support/scope';
import { filesBelow, textOf } from '../support/sources';

interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** `lib/manifests/quantity.ts:2` */
  readonly place: string;
}

/** Prices are derived by patterns that are built of parts when the module loads; they are checked as they are then. */
const BUILDS_PATTERNS = 'lib/catalog/derivation-rules.ts';

/** Patterns of operators' definitions are data, which this file reads. */
const READS_PATTERNS = 'lib/lint/schema.ts';
const OPERATORS_PATTERNS = 'data/kubernetes/custom-resources.json';

/** Where foreign text arrives: files, manifests and load tests of users. */
const DOORS = ['lib/io/', 'lib/manifests/', 'lib/loadtest/', 'lib/cloudformation/'];

type Node = Readonly<Record<string, unknown>>;

/** Every node of a syntax tree, in any field. */
function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const part of value) yield* nodesOf(part);
  if (!isPlainObject(value)) return;
  yield value;
  for (const part of Object.values(value)) yield* nodesOf(part);
}

/** The nodes of texts, by text: each is parsed once. */
const trees = new Map<string, readonly Node[]>();

function treeOf(file: string, text: string): readonly Node[] {
  const known = trees.get(text);
  if (known !== undefined) return known;
  const { program, errors } = parseSync(file, text);
  expect(errors, file).toEqual([]);
  const nodes = [...nodesOf(program)].filter(({ type }) => type === 'Literal' || type === 'CallExpression' || type === 'NewExpression');
  trees.set(text, nodes);
  return nodes;
}

/** Patterns that match a text of limited length, in limited time. */
function isBounded({ source }: Pattern): boolean {
  return !/[*+]|\{\d+,\}/.test(source);
}

function literalsIn(file: string, text = textOf(file)): Pattern[] {
  return treeOf(file, text).flatMap(({ regex, start }) => {
    if (!isPlainObject(regex)) return [];
    return [
      { source: String(regex.pattern), flags: String(regex.flags), place: `${file}:${text.slice(0, Number(start)).split('\n').length}` },
    ];
  });
}

/** Whether a source makes patterns that are no literals: `RegExp(text)`, `new RegExp(text)`, or a text given to a method that takes patterns. */
function buildsPatterns(file: string, text = textOf(file)): boolean {
  return treeOf(file, text).some(({ type, callee, arguments: given }) => {
    if ((type !== 'CallExpression' && type !== 'NewExpression') || !isPlainObject(callee) || !Array.isArray(given)) return false;
    if (callee.name === 'RegExp') return true;
    if (!isPlainObject(callee.property)) return false;
    const [first]: readonly unknown[] = given;
    const isText =
      isPlainObject(first) && (first.type === 'TemplateLiteral' || (first.type === 'Literal' && typeof first.value === 'string'));
    return isText && ['match', 'matchAll', 'search'].includes(String(callee.property.name));
  });
}

/** What recheck finds. Its randomness has a fixed seed; a pattern that it can't decide in time is a failure as well. */
async function verdictOn({ source, flags }: Pick<Pattern, 'source' | 'flags'>): Promise<string> {
  const result = await check(source, flags, { timeout: 30_000, randomSeed: 0 });
  return result.status === 'safe' ? 'safe' : result.status === 'unknown' ? `unknown (${result.error.kind})` : 'vulnerable';
}

const sources = ['lib', 'bin', 'tiers'].flatMap(filesBelow).filter((file) => file.endsWith('.ts'));

describe('regular expressions of the sources', () => {
  it('take time in proportion to the length of what they read', async () => {
    const derived = [...SIBLING_RULES, ...REGIONAL_RULES].map(({ sku: { source, flags } }) => ({ source, flags, place: BUILDS_PATTERNS }));
    const { patterns: written } = JSON.parse(textOf(OPERATORS_PATTERNS)) as { readonly patterns: readonly string[] };
    const read = written.map((source) => ({ source, flags: '', place: OPERATORS_PATTERNS }));
    const patterns = [...sources.flatMap((file) => literalsIn(file)), ...derived, ...read];
    expect(patterns.length).toBeGreaterThan(150);
    const equal = new Map<string, Pattern[]>();
    for (const pattern of patterns) {
      const key = `/${pattern.source}/${pattern.flags}`;
      equal.set(key, [...(equal.get(key) ?? []), pattern]);
    }
    // A verdict takes about 60 ms: `npm test` judges the patterns that read foreign text first and repeat without a limit,
    // `npm run test:all` all of them.
    const judged = inScope([...equal], ([, places]) =>
      places.some((pattern) => !isBounded(pattern) && DOORS.some((room) => pattern.place.startsWith(room))),
    );
    const slow: string[] = [];
    for (const [pattern, [first, ...others]] of judged) {
      if (first === undefined) continue;
      const verdict = await verdictOn(first);
      if (verdict !== 'safe') slow.push(`${[first, ...others].map(({ place }) => place).join(', ')}: ${pattern} is ${verdict}`);
    }
    expect(slow).toEqual([]);
  });

  it('are literals, except where prices are derived and definitions of operators are read', () => {
    expect(sources.filter((file) => buildsPatterns(file))).toEqual([BUILDS_PATTERNS, READS_PATTERNS]);
  });

  it('are all found, and slow ones are distinguished from others', async () => {
    const text = 'const a = (value: string) => value.replace(/(x+)+y/gi, ""); // not /this/\nconst b = 4 / 2 / 1;\nclass C { d = /^z$/ }';
    const found = literalsIn('some.ts', text);
    expect(found).toEqual([
      { source: '(x+)+y', flags: 'gi', place: 'some.ts:1' },
      { source: '^z$', flags: '', place: 'some.ts:3' },
    ]);
    expect(await Promise.all(found.map(verdictOn))).toEqual(['vulnerable', 'safe']);
    for (const line of ['new RegExp(a)', 'RegExp("a")', 'a.match("b+")', 'a.search(`b`)'])
      expect(buildsPatterns('some.ts', line), line).toBe(true);
    expect(buildsPatterns('some.ts', 'a.match(/b/); a.replace("b", "c")')).toBe(false);
  });
});
