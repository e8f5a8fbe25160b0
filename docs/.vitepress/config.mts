import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Page {
  readonly text: string;
  readonly link: string;
}

const DOCS = join(import.meta.dirname, '..');

/** A page of `docs`, by the name of its file. */
function page(text: string, name: string): Page {
  return { text, link: `/docs/${name}` };
}

/** The decisions in their order, by their titles. */
function decisions(): Page[] {
  const files = readdirSync(join(DOCS, 'decisions')).filter((file) => /^\d{4}-/.test(file));
  return files.sort().map((file) => page(titleOf('decisions', file), `decisions/${file.replace(/\.md$/, '')}`));
}

function titleOf(folder: string, file: string): string {
  const [, title = file] = /^# (.+)$/m.exec(readFileSync(join(DOCS, folder, file), 'utf8')) ?? [];
  return title;
}

/** The example systems by their names: the title of a page is `Capsules: the document and the model`. */
function systems(): Page[] {
  const files = readdirSync(join(DOCS, 'systems'));
  return files.sort().map((file) => page(titleOf('systems', file).replace(/:.*/, ''), `systems/${file.replace(/\.md$/, '')}`));
}

/**
 * Outputs of 110 columns fit beside the outline on screens of 1,440 pixels. Figures stay on one line, and notes below the name of a figure
 * are readable beside them.
 */
const STYLE = [
  ':root { --vp-code-font-size: 12px; --vp-sidebar-width: 240px; }',
  '.vp-doc [class*="language-"] code { padding: 0 16px; }',
  '.VPDoc.has-aside .content.content { padding: 0 16px; }',
  '.VPDoc.has-aside .content-container.content-container { max-width: 860px; }',
  '.VPDoc .container.container { max-width: 1200px; }',
  '.vp-doc td[style*="text-align:right"] { white-space: nowrap; }',
  '.vp-doc td[style*="text-align:left"]:first-child { min-width: 12rem; }',
  '.vp-doc :is(th, td) { padding: 8px 10px; }',
  '.vp-doc td sub { line-height: 1.5; vertical-align: baseline; }',
].join('\n');

const SIDEBAR = [
  {
    text: 'Start',
    items: [
      { text: 'What it is', link: '/' },
      { text: 'Examples', link: '/examples/' },
    ],
  },
  { text: 'Your own system', items: [page('Your own system', 'your-own-system')] },
  { text: 'Tutorial', items: [page('A tour of the commands', 'tour'), page('First deployment', 'first-deploy')] },
  {
    text: 'How-to',
    items: [
      page('Services with a GPU', 'gpu'),
      page('An existing VPC and CDK app', 'existing-cdk-app'),
      page('Several regions', 'several-regions'),
      page('Continuous integration', 'continuous-integration'),
      page('Calibrate with a load test', 'calibration'),
      page('Calibrate with production metrics', 'production-metrics'),
      page('Your own prices', 'own-prices'),
      page('Stores without a component kind', 'other-stores'),
      page('Before you deploy', 'before-you-deploy'),
      page('Access, patches and logs', 'access-and-patches'),
      page('Restore data', 'restore'),
      page('Kubernetes', 'kubernetes'),
      page('EKS', 'eks'),
      page('Monitoring in a cluster', 'kubernetes-monitoring'),
    ],
  },
  {
    text: 'Explanation',
    items: [
      page('The capacity model', 'capacity-model'),
      page('How estimates work', 'how-estimates-work'),
      page('Resource types of CloudFormation', 'resource-types'),
      page('Derived prices', 'derived-prices'),
      page('Moves', 'moves'),
      page('Architecture', 'architecture'),
    ],
  },
  {
    text: 'Example systems',
    items: systems(),
  },
  {
    text: 'Reference',
    items: [
      page('Definition', 'definition-reference'),
      page('Glossary', 'glossary'),
      page('Service rules', 'service-rules'),
      page('Check manifests', 'linter'),
      { text: 'API', link: '/api-reference/' },
      { text: 'Changelog', link: '/CHANGELOG' },
      { text: 'Contributing', link: '/CONTRIBUTING' },
    ],
  },
  { text: 'Decisions', collapsed: true, items: [page('All decisions', 'decisions/'), ...decisions()] },
];

/** The id of a heading as on GitHub, so that links to headings work in both places. */
function slugify(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** Pages link the published schemas, which are not pages. */
function copySchemas({ outDir }: { readonly outDir: string }): void {
  cpSync(join(DOCS, '../schemas'), join(outDir, 'schemas'), { recursive: true });
}

/** The site is built from the files that GitHub shows, so links between them work in both places. A dead link fails the build. */
export default {
  title: 'sizing-blueprints',
  description: 'Infrastructure as code with the sizing built in.',
  head: [['style', {}, STYLE]],
  srcDir: '..',
  srcExclude: ['bench/**', 'bin/**', 'data/**', 'lib/**', 'scripts/**', 'test/**', 'tiers/**'],
  cacheDir: '../node_modules/.cache/vitepress',
  rewrites: { 'README.md': 'index.md', ':folder(.*)/README.md': ':folder/index.md' },
  markdown: { anchor: { slugify } },
  buildEnd: copySchemas,
  themeConfig: { search: { provider: 'local' }, sidebar: SIDEBAR, outline: { level: [2, 3] } },
};
