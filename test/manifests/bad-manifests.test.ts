import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InputError, problemText } from '../../lib/core/problems';
import { MAX_DOCUMENT_VALUES } from '../../lib/io/limits';
import { MAX_MANIFEST_BYTES } from '../../lib/manifests/limits';
import { parseManifests, readManifests } from '../../lib/manifests/read-manifests';

/** The problems that reading reports, as strings. */
function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(problemText);
    throw error;
  }
}

const OBJECT = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n';
const MANIFESTS = 'expected Kubernetes manifests';
const BOMB = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...[...'bcdefgh'].map((name, index) => `${name}: &${name} [${`*${'abcdefg'[index]}, `.repeat(9)}x]`),
].join('\n');
/** A chain of aliases. The document is not nested deeply, but the value that it represents is. */
const CHAIN = ['a0: &a0 {x: 1}', ...Array.from({ length: 900 }, (_, index) => `a${index + 1}: &a${index + 1} {x: *a${index}}`)].join('\n');

type Row = readonly [title: string, text: string, problems: readonly string[], name?: string];

const INVALID: readonly Row[] = [
  ['an empty file', '', [`file: empty; ${MANIFESTS}`]],
  ['a file of comments', '# nothing yet\n---\n', ['file: contains no objects; expected at least one Kubernetes object']],
  ['a binary file', 'PK\0\0', ['file: contains binary data; expected manifests in YAML or JSON']],
  [
    'truncated JSON',
    '{"apiVersion": "v1",\n "kind": "Serv',
    ['line 2, column 15: unexpected end of file; expected the rest of the JSON: the file may be truncated'],
  ],
  [
    'JSON with a trailing comma',
    '{"apiVersion": "v1",\n}',
    ['line 2, column 1: invalid JSON (Expected double-quoted property name); expected valid JSON'],
  ],
  [
    'truncated YAML',
    'apiVersion: v1\nkind: [Ser',
    ['line 2, column 11: invalid YAML (unexpected end of the stream within a flow collection); expected valid YAML'],
  ],
  [
    'a Helm template',
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Release.Name }}-web\n',
    ['line 4, column 28: is a Helm template; expected the output of `helm template`'],
  ],
  [
    'an infinity and a NaN, which kubectl 1.35 refuses: json: unsupported value: +Inf',
    'a: .inf\nb: [-.Inf, .NaN, !!str .nan, ".inf"]\n',
    [
      'line 1, column 4: .inf is not a finite number; expected a finite number, or a string in quotes',
      'line 2, column 5: -.Inf is not a finite number; expected a finite number, or a string in quotes',
      'line 2, column 12: .NaN is not a finite number; expected a finite number, or a string in quotes',
    ],
  ],
  [
    'an unknown tag',
    'apiVersion: v1\nkind: !Ref Kind\n',
    ['line 2, column 7: unknown tag !Ref; expected YAML without custom tags, which Kubernetes does not support'],
  ],
  ['a list', '[]', ['line 1 (document 1): invalid value []; expected a Kubernetes object with apiVersion and kind']],
  ['a string', 'hello world', ['line 1 (document 1): invalid value "hello world"; expected a Kubernetes object with apiVersion and kind']],
  [
    'a CloudFormation template',
    '{"Resources": {}}',
    [`line 1 (document 1): is a CloudFormation template, which \`sizing check\` and \`sizing estimate\` read; ${MANIFESTS}`],
  ],
  ['a Terraform plan', '{"planned_values": {}}', [`line 1 (document 1): is a Terraform plan; ${MANIFESTS}`]],
  [
    'a Compose file',
    'services:\n  web: {image: nginx}\n',
    [`line 1 (document 1): is a Docker Compose file, which \`sizing init --from\` reads; ${MANIFESTS}`],
  ],
  [
    'a Chart.yaml',
    'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
    [`line 1 (document 1): is the description of a Helm chart; ${MANIFESTS}`],
  ],
  [
    'every object without kind or version',
    `${OBJECT}---\nmetadata: {name: a}\n---\napiVersion: v1\nkind: 5\n`,
    [
      'apiVersion at line 5 (document 2): missing; expected a version such as apps/v1',
      'kind at line 5 (document 2): missing; expected a kind such as Deployment',
      'kind at line 7 (document 3): invalid value 5; expected a kind such as Deployment',
    ],
  ],
  [
    'a List with an item that is no object',
    'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Namespace\n  - 5\n',
    ['line 6 (document 1): invalid value 5; expected a Kubernetes object with apiVersion and kind'],
  ],
  ['aliases of aliases', BOMB, ['file: too many YAML aliases; expected at most 1000 aliases and 100,000 values in all']],
  ['a chain of aliases', CHAIN, ['file: too many YAML aliases; expected at most 1000 aliases and 100,000 values in all']],
  [
    'a value that contains itself',
    'a: &a {b: *a}\n',
    ['file: too many YAML aliases; expected at most 1000 aliases and 100,000 values in all'],
  ],
  [
    'deep nesting',
    `${'['.repeat(300)}`,
    ['line 1, column 200: nested too deep; expected at most 200 levels of objects and lists'],
    'deep.yaml',
  ],
];

describe('invalid manifests', () => {
  test.each(INVALID.map(([title, text, problems, name = 'manifest']) => ({ title, text, problems, name })))(
    '$title',
    ({ text, problems, name }) => {
      expect(problemsOf(() => parseManifests(text, name))).toEqual(problems);
    },
  );

  test('accepts a small number of aliases', () => {
    const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: &labels {app: a}, annotations: *labels}\n';
    expect(parseManifests(text, 'a.yaml')[0]?.raw).toMatchObject({ metadata: { annotations: { app: 'a' } } });
    expect(MAX_DOCUMENT_VALUES).toBe(100_000);
  });

  test('a string that is too large', () => {
    const text = `${OBJECT}# ${' '.repeat(MAX_MANIFEST_BYTES)}`;
    expect(problemsOf(() => parseManifests(text, 'a.yaml'))).toEqual([
      `file: has ${text.length.toLocaleString('en-US')} bytes; expected at most 20,000,000 bytes`,
    ]);
  });
});

describe('paths', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'manifests-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const at = (...parts: readonly string[]) => join(folder, ...parts);

  test('a missing path', () => {
    expect(problemsOf(() => readManifests([at('none')]))).toEqual([
      `${at('none')}: does not exist; expected a file of Kubernetes manifests, or a folder of them`,
    ]);
  });

  test('a folder without manifests', () => {
    mkdirSync(at('empty', '.git'), { recursive: true });
    writeFileSync(at('empty', '.git', 'a.yaml'), OBJECT);
    writeFileSync(at('empty', 'README.md'), '# nothing');
    expect(problemsOf(() => readManifests([at('empty')]))).toEqual([
      `${at('empty')}: contains no manifests; expected files that end in .yaml, .yml or .json`,
    ]);
  });

  test('a folder with several invalid files', () => {
    mkdirSync(at('broken'));
    writeFileSync(at('broken', 'a.yaml'), OBJECT);
    writeFileSync(at('broken', 'b.yaml'), 'kind: [');
    writeFileSync(at('broken', 'c.json'), '{"kind": "Service", "metadata": {}}');
    const [first, second, ...more] = problemsOf(() => readManifests([at('broken')]));
    expect(first).toMatch(/b\.yaml: line 1, column 8: invalid YAML/);
    expect(second).toMatch(/c\.json: apiVersion at line 1 \(document 1\): missing; expected a version such as apps\/v1/);
    expect(more).toEqual([]);
  });

  test('a file that is too large is not read', () => {
    writeFileSync(at('large.yaml'), '');
    truncateSync(at('large.yaml'), MAX_MANIFEST_BYTES + 1);
    expect(problemsOf(() => readManifests([at('large.yaml')]))).toEqual(['file: has 20,000,001 bytes; expected at most 20,000,000 bytes']);
  });

  test('a symbolic link to itself', () => {
    symlinkSync(at('loop.yaml'), at('loop.yaml'));
    expect(problemsOf(() => readManifests([at('loop.yaml')]))[0]).toContain('is a symbolic link to itself');
  });
});
