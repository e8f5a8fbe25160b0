import { expect, test } from 'vitest';
import site from '../docs/.vitepress/config.mts';
import { filesBelow } from './support/sources';

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

test('the search of the documentation needs no other server', () => {
  expect(site.themeConfig.search.provider).toBe('local');
});
