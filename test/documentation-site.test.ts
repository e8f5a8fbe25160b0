import { expect, test } from 'vitest';
import site from '../docs/.vitepress/config.mts';
import { filesBelow, textOf } from './support/sources';

const LINKS = site.themeConfig.sidebar.flatMap(({ items }) => items.map(({ link }) => link));

test('the sidebar of the documentation has its parts in the order of a reader', () => {
  const parts = site.themeConfig.sidebar.map(({ text }) => text);
  expect(parts).toEqual(['Start', 'Your own system', 'Tutorial', 'How-to', 'Explanation', 'Example systems', 'Reference', 'Decisions']);
});

test('the sidebar has every page of the documentation once', () => {
  const pages = filesBelow('docs').filter((path) => path.endsWith('.md'));
  const links = pages.map((path) => `/${path.replace(/(?:README)?\.md$/, '')}`);
  expect(LINKS.filter((link) => link.startsWith('/docs/')).sort()).toEqual(links.sort());
});

test('the README links every page of the documentation, and the overview of the decisions', () => {
  const readme = textOf('README.md');
  const pages = filesBelow('docs').filter((path) => path.endsWith('.md') && !/^docs\/decisions\/\d/.test(path));
  expect(pages.filter((path) => !readme.includes(`(${path.replace(/README\.md$/, '')}`))).toEqual([]);
});

test('the search of the documentation needs no other server', () => {
  expect(site.themeConfig.search.provider).toBe('local');
});

/** HTML that a page may contain; VitePress reads every other element as a component and stops at one without an end. */
const ELEMENTS = /^<\/?(?:br|sub)>/;

/** Code of a page, which has no elements: fenced, or between backticks. */
const CODE = /^```.*?^```|`[^`]*`/gms;

function elementsIn(text: string): string[] {
  return [...text.replace(CODE, '').matchAll(/<[a-zA-Z/][^\n]*/g)].map(([found]) => found).filter((found) => !ELEMENTS.test(found));
}

test('no placeholder such as <id> is outside of code, where the site would read it as an element', () => {
  const pages = [...filesBelow('docs'), ...filesBelow('examples'), 'README.md'].filter((path) => path.endsWith('.md'));
  const sources = filesBelow('lib').filter((path) => path.endsWith('.ts'));
  const found = [
    ...pages.flatMap((path) => elementsIn(textOf(path)).map((element) => `${path}: ${element}`)),
    ...sources.flatMap((path) =>
      [...textOf(path).matchAll(/\/\*\*.*?\*\//gs)].flatMap(([comment]) => elementsIn(comment).map((element) => `${path}: ${element}`)),
    ),
  ];
  expect(found).toEqual([]);
});
