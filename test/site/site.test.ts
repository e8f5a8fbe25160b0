/** The site that `npm run docs` has built, as a reader opens it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser } from '../support/browser';
import { judged } from '../support/judges';
import { ROOT } from '../support/sources';
import { type StaticServer, staticServer } from '../support/static-server';
import { temporaryFolder } from '../support/temporary-folder';

const SITE = 'docs/.vitepress/dist';

/** The text of the pages by their paths, such as `docs/gpu.html`. */
const PAGES = new Map(
  readdirSync(join(ROOT, SITE), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .map((path) => [path, readFileSync(join(ROOT, SITE, path), 'utf8')]),
);

const IDS = new Map([...PAGES].map(([path, text]) => [path, new Set(values(text, /\sid="([^"]*)"/g))]));

function values(text: string, attribute: RegExp): string[] {
  return [...text.matchAll(attribute)].map(([, value = '']) => unescaped(value));
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Why a link of a page leads nowhere. Links to other sites are not followed. */
function brokenLink(page: string, href: string): string | undefined {
  const { origin, pathname, hash } = new URL(href, `http://site/${page}`);
  if (origin !== 'http://site') return undefined;
  const path = decodeURIComponent(pathname)
    .replace(/^\//, '')
    .replace(/(^|\/)$/, '$1index.html');
  if (!existsSync(join(ROOT, SITE, path))) return `${page}: ${href} is no file`;
  const isFound = hash === '' || (IDS.get(path)?.has(decodeURIComponent(hash.slice(1))) ?? false);
  return isFound ? undefined : `${page}: ${href} is no heading`;
}

describe('the links of the site', () => {
  it('lead to its files and headings', () => {
    const links = [...PAGES].flatMap(([page, text]) => values(text, /\s(?:href|src)="([^"]*)"/g).map((href) => ({ page, href })));
    expect(links.length).toBeGreaterThan(10_000);
    expect(links.flatMap(({ page, href }) => brokenLink(page, href) ?? [])).toEqual([]);
  });

  it('are found to be broken', () => {
    expect(brokenLink('docs/gpu.html', './eks.html')).toBeUndefined();
    expect(brokenLink('docs/gpu.html', './eksx.html')).toBe('docs/gpu.html: ./eksx.html is no file');
    expect(brokenLink('docs/gpu.html', './eks.html#nowhere')).toBe('docs/gpu.html: ./eks.html#nowhere is no heading');
    expect(brokenLink('index.html', '/docs/systems/')).toBe('index.html: /docs/systems/ is no file');
  });
});

/** A page of each kind, with the text of its heading. */
const OPENED: Readonly<Record<string, string>> = {
  '': 'sizing-blueprints',
  'docs/gpu.html': 'Services with a GPU',
  'docs/how-estimates-work.html': 'How estimates work',
  'docs/definition-reference.html': 'Reference of the definition',
  'docs/systems/aiva.html': 'AIVA: the document and the model',
  'api-reference/': 'API reference',
  'nowhere.html': '404',
};

judged('chromium', () => {
  let server: StaticServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await staticServer(join(ROOT, SITE));
    browser = new Browser(temporaryFolder());
    await browser.open();
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it.each(Object.entries(OPENED))('opens /%s, and nothing is wider than a phone', async (path, heading) => {
    await browser.resize(390);
    await browser.goTo(`${server.origin}/${path}`);
    // The page is its own after its scripts have run.
    await browser.until(
      `[...document.querySelectorAll('h1, .code')].some(({ innerText }) => innerText.startsWith(${JSON.stringify(heading)}))`,
    );
    expect(await browser.value('document.documentElement.scrollWidth')).toBe(390);
  });

  it('shows outputs of 110 columns without a scroll bar on a laptop', async () => {
    await browser.resize(1440);
    await browser.goTo(`${server.origin}/docs/tour.html`);
    await browser.until(`document.querySelectorAll('.vp-doc pre').length > 10`);
    const fits = `({ innerText }) => innerText.split('\\n').every((line) => line.length <= 110)`;
    const wide = `({ scrollWidth, clientWidth }) => scrollWidth > clientWidth`;
    const scrolled = `[...document.querySelectorAll('.vp-doc pre')].filter(${fits}).filter(${wide})`;
    expect(await browser.value(`${scrolled}.map(({ innerText }) => innerText.slice(0, 80))`)).toEqual([]);
  });

  it('finds a page by its words', async () => {
    await browser.resize(1280);
    await browser.goTo(`${server.origin}/docs/gpu.html`);
    await browser.until(`document.querySelector('.VPNavBarSearch button')`);
    await browser.value(`document.querySelector('.VPNavBarSearch button').click()`);
    await browser.until(`document.activeElement?.matches('.VPLocalSearchBox input')`);
    await browser.type('existing vpc');
    await browser.until(`document.querySelector('.VPLocalSearchBox a.result')`);
    const [first] = await browser.value<string[]>(`[...document.querySelectorAll('.VPLocalSearchBox a.result')].map(({ href }) => href)`);
    expect(first).toBe(`${server.origin}/docs/existing-cdk-app.html#existing-resources`);
  });

  it('has a dark appearance', async () => {
    await browser.goTo(`${server.origin}/docs/gpu.html`);
    const background = () => browser.value<string>('getComputedStyle(document.body).backgroundColor');
    expect(await background()).toBe('rgb(255, 255, 255)');
    await browser.until(`document.querySelector('.VPNavBarAppearance button')`);
    await browser.value(`document.querySelector('.VPNavBarAppearance button').click()`);
    expect(await background()).toBe('rgb(27, 27, 31)');
  });

  it('asks no other host for anything, and no script failed', () => {
    const hosts = browser.requests.map((url) => (url.startsWith('data:') ? server.origin : new URL(url).origin));
    expect(hosts.length).toBeGreaterThan(20);
    expect([...new Set(hosts)]).toEqual([server.origin]);
    expect(browser.errors).toEqual([]);
  });
});
