import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAX_TEMPLATE_BYTES, MAX_YAML_BYTES } from '../../lib/cloudformation/limits';
import { parseTemplate } from '../../lib/cloudformation/parse-template';
import { readTemplates } from '../../lib/cloudformation/read-templates';
import { InputError, problemText } from '../../lib/core/problems';

/** Every problem that reading finds, as text. */
function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(problemText);
    throw error;
  }
}

const template = (resources: object, more: object = {}) => JSON.stringify({ Resources: resources, ...more });
const ALIASES = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...[...'bcdef'].map((name, index) => `${name}: &${name} [${`*${'abcde'[index]}, `.repeat(9)}x]`),
];

const TEXTS: readonly (readonly [what: string, text: string, problems: readonly string[], name?: string])[] = [
  ['an empty file', '', ['file: empty; expected a CloudFormation template']],
  ['a file of blanks', ' \n\t\n', ['file: empty; expected a CloudFormation template']],
  ['a file of comments', '# nothing yet\n', ['file: invalid value null; expected a CloudFormation template']],
  ['a file that is no text', 'PK\0\0', ['file: contains binary data; expected a template in JSON or YAML']],
  [
    'JSON that is cut off in a word',
    '{\n  "Resources": {\n    "Bucket": { "Type": "AWS::S3',
    ['line 3, column 33: unexpected end of file; expected the rest of the JSON: the file may be truncated'],
  ],
  [
    'JSON that is cut off between words',
    '{"Resources": {\n"Bucket": {"Type": "AWS::S3::Bucket"}\n',
    ['line 2, column 38: unexpected end of file; expected the rest of the JSON: the file may be truncated'],
  ],
  [
    'JSON with two commas too many',
    '{\n  "Resources": {},,\n}',
    ['line 3, column 1: invalid JSON (Expected double-quoted property name); expected valid JSON'],
  ],
  ['JSON with a wrong word', '{\n  "Resources": nil\n}', ["line 2, column 17: invalid JSON (Unexpected token 'i'); expected valid JSON"]],
  [
    'JSON with something after it',
    '{"Resources": {}} x',
    ['line 1, column 19: invalid JSON (Unexpected non-whitespace character after JSON); expected valid JSON'],
  ],
  [
    'invalid YAML',
    'Resources:\n  Bucket: {Type: [}\n',
    ['line 2, column 19: invalid YAML (missed comma between flow collection entries); expected valid YAML'],
  ],
  ['a list', '[]', ['file: invalid value []; expected a CloudFormation template']],
  ['a text', 'hello world', ['file: invalid value "hello world"; expected a CloudFormation template']],
  ['a number', '5', ['file: invalid value 5; expected a CloudFormation template']],
  ['null', 'null', ['file: invalid value null; expected a CloudFormation template']],
  ['an object of something', '{"a": 1}', ['Resources: missing; expected an object with the resources by logical ID']],
  ['resources in a list', '{"Resources": []}', ['Resources: invalid value []; expected an object with the resources by logical ID']],
  ['no resource', '{"Resources": {}}', ['Resources: empty; expected at least one resource']],
  [
    'a Terraform plan',
    '{"format_version": "1.2", "planned_values": {}}',
    ['file: is a Terraform plan; expected a CloudFormation template with Resources'],
  ],
  [
    'a Terraform state',
    '{"version": 4, "terraform_version": "1.9"}',
    ['file: is a Terraform state; expected a CloudFormation template with Resources'],
  ],
  [
    'a Kubernetes manifest',
    'apiVersion: apps/v1\nkind: Deployment\n---\napiVersion: v1\nkind: Service\n',
    ['file: is a Kubernetes manifest, which `sizing lint` and `sizing estimate` read; expected a CloudFormation template with Resources'],
  ],
  [
    'a Compose file',
    'services:\n  web: {image: nginx}\n',
    ['file: is a Docker Compose file, which `sizing init --from` reads; expected a CloudFormation template with Resources'],
  ],
  [
    'a manifest of cdk.out',
    '{"version": "55.0.0", "artifacts": {}}',
    ['file: is the manifest of a cdk.out folder; expected the folder that contains it'],
  ],
  ['a package.json', '{"name": "x", "version": "1.0.0"}', ['file: is a package.json; expected a CloudFormation template with Resources']],
  ['several documents', 'Resources: {A: {Type: X::Y}}\n---\nResources: {}\n', ['file: contains 2 YAML documents; expected one document']],
  [
    'many wrong resources, all at once',
    template(
      { A: {}, B: 3, C: { Type: 'Bucket', Properties: [] }, D: { Type: 'AWS::S3::Bucket', Condition: 'Prd' } },
      { Conditions: { Prod: true } },
    ),
    [
      'Resources.A.Type: missing; expected a resource type such as AWS::S3::Bucket',
      'Resources.B: invalid value 3; expected an object with a Type',
      'Resources.C.Type: invalid value "Bucket"; expected a resource type such as AWS::S3::Bucket',
      'Resources.C.Properties: invalid value []; expected an object',
      'Resources.D.Condition: invalid value "Prd"; expected Prod. Did you mean "Prod"?',
    ],
  ],
  [
    'a loop that is not expanded',
    template({
      'Fn::ForEach::Topics': [],
      'Fn::ForEach::Functions': ['Zone', { Ref: 'Zones' }, { 'Fn${Zone}': { Type: 'AWS::Serverless::Function' } }],
    }),
    [
      'Resources.Fn::ForEach::Topics: not a loop; expected a list: [Identifier, [values], { key: value }]',
      'Resources.Fn::ForEach::Functions: its values are known only at deployment; expected values, or a parameter with a value',
    ],
  ],
  [
    'circular references through Ref, Fn::GetAtt, Fn::Sub and DependsOn',
    template({
      A: { Type: 'X::Y', Properties: { x: { Ref: 'B' } } },
      B: { Type: 'X::Y', Properties: { x: { 'Fn::GetAtt': ['C', 'Arn'] } } },
      C: { Type: 'X::Y', Properties: { x: { 'Fn::Sub': `\${D.Arn}` } } },
      D: { Type: 'X::Y', DependsOn: ['E', 'A'] },
      E: { Type: 'X::Y' },
    }),
    ['Resources.A: circular dependency (A → B → C → D → A); expected resources that do not depend on each other'],
  ],
  [
    'two circles',
    template({ A: { Type: 'X::Y', DependsOn: 'A' }, B: { Type: 'X::Y', DependsOn: 'C' }, C: { Type: 'X::Y', DependsOn: 'B' } }),
    [
      'Resources.A: circular dependency (A → A); expected resources that do not depend on each other',
      'Resources.B: circular dependency (B → C → B); expected resources that do not depend on each other',
    ],
  ],
  [
    'conditions that refer to themselves',
    template({ A: { Type: 'X::Y' } }, { Conditions: { One: { 'Fn::Not': [{ Condition: 'Two' }] }, Two: { Condition: 'One' } } }),
    ['Conditions.One: circular dependency (One → Two → One); expected a condition that does not depend on itself'],
  ],
  [
    'JSON nested without end',
    `{"Resources": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    ['file: nested too deep; expected at most 200 levels of objects and lists'],
  ],
  [
    'YAML nested without end',
    `Resources: ${'['.repeat(50_000)}`,
    ['line 1, column 211: nested too deep; expected at most 200 levels of objects and lists'],
  ],
  ['YAML aliases that grow', ALIASES.join('\n'), ['file: too many YAML aliases; expected at most 1000 aliases and 100,000 values in all']],
  [
    'JSON with a YAML name that is cut off',
    '{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}',
    ['line 1, column 49: invalid YAML (unexpected end of the stream within a flow collection); expected valid YAML'],
    'template.yaml',
  ],
];

describe('a file that is not a template', () => {
  test.each(TEXTS.map(([what, text, problems, name = 'template.json']) => ({ what, text, problems, name })))(
    '$what',
    ({ text, problems, name }) => {
      expect(problemsOf(() => parseTemplate(text, name))).toEqual(problems);
    },
  );

  test('an unknown tag is named with the one that was meant', () => {
    const [problem, ...others] = problemsOf(() => parseTemplate('Resources: !Reff x', 't'));
    expect(others).toEqual([]);
    expect(problem).toMatch(/^line 1, column 12: unknown tag !Reff; expected a CloudFormation tag: .*!Sub.*\. Did you mean "!Ref"\?$/);
  });

  test('every unknown tag is named at once', () => {
    const text = 'Resources:\n  A: !Reff x\n  B: {Type: X::Y, Type: X::Z}\n  C: !GetAt [a, b]\n  D: !Foo {a: 1}\n';
    expect(problemsOf(() => parseTemplate(text, 't')).map((problem) => problem.replace(/; expected.*/, ''))).toEqual([
      'line 2, column 6: unknown tag !Reff',
      'line 4, column 6: unknown tag !GetAt',
      'line 5, column 6: unknown tag !Foo',
    ]);
  });

  test('YAML above the size limit is refused', () => {
    const text = `Resources:\n${'#'.repeat(MAX_YAML_BYTES)}`;
    expect(problemsOf(() => parseTemplate(text, 't'))).toEqual([
      'file: has 5,000,011 bytes of YAML; expected at most 5,000,000 bytes of YAML, or JSON',
    ]);
  });
});

describe('a path that does not lead to templates', () => {
  let folder = '';
  const at = (...names: string[]) => join(folder, ...names);
  const write = (name: string, content: unknown) =>
    writeFileSync(at(name), typeof content === 'string' ? content : JSON.stringify(content));

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'templates-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const EXPECTED = 'expected a template file, or the cdk.out folder of `cdk synth`';

  test('nothing there', () => {
    expect(problemsOf(() => readTemplates(at('nowhere')))).toEqual([`${at('nowhere')}: does not exist; ${EXPECTED}`]);
    write('file.json', {});
    expect(problemsOf(() => readTemplates(at('file.json', 'below')))).toEqual([`${at('file.json', 'below')}: does not exist; ${EXPECTED}`]);
  });

  test('a link that leads to itself, and something that is no file', () => {
    symlinkSync(at('loop'), at('loop'));
    expect(problemsOf(() => readTemplates(at('loop')))).toEqual([`${at('loop')}: is a symbolic link to itself; ${EXPECTED}`]);
    expect(problemsOf(() => readTemplates('/dev/null'))).toEqual([`/dev/null: is a device; ${EXPECTED}`]);
  });

  test('a folder without a manifest', () => {
    expect(problemsOf(() => readTemplates(folder))).toEqual([`${folder}: is a folder without manifest.json; ${EXPECTED}`]);
  });

  test('a file of 100 MB is refused before it is read', () => {
    write('large.json', '');
    truncateSync(at('large.json'), 100_000_000);
    const start = process.memoryUsage().rss;
    expect(problemsOf(() => readTemplates(at('large.json')))).toEqual(['file: has 100,000,000 bytes; expected at most 50,000,000 bytes']);
    expect(process.memoryUsage().rss - start).toBeLessThan(MAX_TEMPLATE_BYTES);
  });

  test.each([
    ['no JSON', '{', ['line 1, column 2: unexpected end of file; expected the rest of the JSON: the file may be truncated']],
    ['no artifacts', {}, ['artifacts: missing; expected the artifacts of a cloud assembly that `cdk synth` wrote']],
    ['no stacks', { artifacts: {} }, ['manifest.json: contains no stacks; expected at least one stack']],
    [
      'a stack without a template file',
      { artifacts: { Shop: { type: 'aws:cloudformation:stack', properties: {} } } },
      ['artifacts.Shop.properties.templateFile: missing; expected a file name'],
    ],
  ])('a manifest with %s', (what, manifest, problems) => {
    const name = `assembly of ${what}`;
    mkdirSync(at(name));
    write(join(name, 'manifest.json'), manifest);
    expect(problemsOf(() => readTemplates(at(name)))).toEqual(problems);
  });

  test('the problems of all stacks of a folder come at once, each with its stack', () => {
    mkdirSync(at('assembly'));
    const stack = (templateFile: string) => ({ type: 'aws:cloudformation:stack', properties: { templateFile } });
    write('assembly/manifest.json', { artifacts: { One: stack('one.json'), Two: stack('two.json'), Fine: stack('fine.json') } });
    write('assembly/one.json', { Resources: { A: {} } });
    write('assembly/two.json', '{');
    write('assembly/fine.json', { Resources: { A: { Type: 'AWS::S3::Bucket' } } });
    expect(problemsOf(() => readTemplates(at('assembly')))).toEqual([
      'template One: Resources.A.Type: missing; expected a resource type such as AWS::S3::Bucket',
      'template Two: line 1, column 2: unexpected end of file; expected the rest of the JSON: the file may be truncated',
    ]);
  });

  test('a stack whose template is gone', () => {
    mkdirSync(at('gone'));
    write('gone/manifest.json', { artifacts: { Shop: { type: 'aws:cloudformation:stack', properties: { templateFile: 'shop.json' } } } });
    expect(problemsOf(() => readTemplates(at('gone')))).toEqual([
      `${at('gone', 'shop.json')}: does not exist; expected the template of stack Shop`,
    ]);
  });
});
