import { describe, expect, test } from 'vitest';
import { ruleDescriptionOf, undocumentedIn } from './support/docstrings';
import { filesBelow, textOf } from './support/sources';
import { isSyntax, sourceOf } from './support/syntax';

const FILES = ['lib', 'tiers'].flatMap((folder) => filesBelow(folder)).filter((path) => path.endsWith('.ts'));

describe('documentation', () => {
  // The docstring of an internal type may describe its fields on one line; public-documentation.long.test.ts requires those of public types.
  test('every exported symbol and every field of exported types on a line of its own has a docstring', () => {
    const missing = FILES.flatMap((path) => undocumentedIn(sourceOf(path)));
    expect(missing.filter(({ isInline }) => !isInline).map(({ place }) => place)).toEqual([]);
  });

  test('a rule is documented by its description, which no docstring repeats', () => {
    const rules = FILES.map(sourceOf).flatMap(({ path, text, statements }) =>
      statements.flatMap(({ start, declaration }) => {
        const description = isSyntax(declaration) ? ruleDescriptionOf(declaration) : undefined;
        return description === undefined
          ? []
          : [{ path, description, docstring: /\/\*\* (.+)\. \*\/\s*$/.exec(text.slice(0, start))?.[1] }];
      }),
    );
    expect(rules.length).toBeGreaterThan(300);
    expect(rules.filter(({ description, docstring }) => docstring === description).map(({ path }) => path)).toEqual([]);
  });

  test('the glossary has one row for each term', () => {
    const terms = [...textOf('docs/glossary.md').matchAll(/^\| ([^|]+) \|/gm)].map(([, term = '']) => term.trim());
    expect(terms.length).toBeGreaterThan(20);
    expect(terms.filter((term, index) => terms.indexOf(term) !== index && term !== 'term' && term !== '---')).toEqual([]);
  });
});
