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
  ['an empty file', '', ['file is empty, allowed is a CloudFormation template']],
  ['a file of blanks', ' \n\t\n', ['file is empty, allowed is a CloudFormation template']],
  ['a file of comments', '# nothing yet\n', ['file is null, allowed is a CloudFormation template, which is an object']],
  ['a file that is no text', 'PK\0\0', ['file is not text, allowed is a template in JSON or YAML']],
  [
    'JSON that is cut off in a word',
    '{\n  "Resources": {\n    "Bucket": { "Type": "AWS::S3',
    ['line 3, column 33 is the end of the file, allowed is the rest of the JSON: the file seems to be cut off'],
  ],
  [
    'JSON that is cut off between words',
    '{"Resources": {\n"Bucket": {"Type": "AWS::S3::Bucket"}\n',
    ['line 2, column 38 is the end of the file, allowed is the rest of the JSON: the file seems to be cut off'],
  ],
  [
    'JSON with a comma too many',
    '{\n  "Resources": {},\n}',
    ['line 3, column 1 is not JSON (Expected double-quoted property name), allowed is valid JSON'],
  ],
  ['JSON with a wrong word', '{\n  "Resources": nil\n}', ["line 2, column 17 is not JSON (Unexpected token 'i'), allowed is valid JSON"]],
  [
    'JSON with something after it',
    '{"Resources": {}} x',
    ['line 1, column 19 is not JSON (Unexpected non-whitespace character after JSON), allowed is valid JSON'],
  ],
  [
    'YAML that is none',
    'Resources:\n  Bucket: {Type: [}\n',
    ['line 2, column 19 is not YAML (missed comma between flow collection entries), allowed is valid YAML'],
  ],
  [
    'YAML with keys twice',
    'Resources:\n  A: {Type: AWS::S3::Bucket}\n  A: {Type: AWS::S3::Bucket}\n  B:\n    Type: X::Y\n    Type: X::Z\n',
    ['line 3, column 3 is a second "A", allowed is each key once', 'line 6, column 5 is a second "Type", allowed is each key once'],
  ],
  ['a list', '[]', ['file is a list, allowed is a CloudFormation template, which is an object']],
  ['a text', 'hello world', ['file is "hello world", allowed is a CloudFormation template, which is an object']],
  ['a number', '5', ['file is 5, allowed is a CloudFormation template, which is an object']],
  ['null', 'null', ['file is null, allowed is a CloudFormation template, which is an object']],
  [
    'an object of something',
    '{"a": 1}',
    ['Resources is missing, allowed is an object of resources by logical id, as every CloudFormation template has'],
  ],
  [
    'resources in a list',
    '{"Resources": []}',
    ['Resources is a list, allowed is an object of resources by logical id, as every CloudFormation template has'],
  ],
  ['no resource', '{"Resources": {}}', ['Resources is empty, allowed is at least one resource']],
  [
    'a Terraform plan',
    '{"format_version": "1.2", "planned_values": {}}',
    ['file is a Terraform plan, allowed is a CloudFormation template with Resources'],
  ],
  [
    'a Terraform state',
    '{"version": 4, "terraform_version": "1.9"}',
    ['file is a Terraform state, allowed is a CloudFormation template with Resources'],
  ],
  [
    'a Kubernetes manifest',
    'apiVersion: apps/v1\nkind: Deployment\n---\napiVersion: v1\nkind: Service\n',
    ['file is a Kubernetes manifest, allowed is a CloudFormation template with Resources'],
  ],
  [
    'a Compose file',
    'services:\n  web: {image: nginx}\n',
    ['file is a Docker Compose file, allowed is a CloudFormation template with Resources'],
  ],
  [
    'a manifest of cdk.out',
    '{"version": "55.0.0", "artifacts": {}}',
    ['file is the manifest of a cdk.out folder, allowed is the folder that it is in'],
  ],
  ['a package.json', '{"name": "x", "version": "1.0.0"}', ['file is a package.json, allowed is a CloudFormation template with Resources']],
  [
    'several documents',
    'Resources: {A: {Type: X::Y}}\n---\nResources: {}\n',
    ['file is 2 YAML documents, allowed is one document, which is the template'],
  ],
  [
    'many wrong resources, all at once',
    template(
      { A: {}, B: 3, C: { Type: 'Bucket', Properties: [] }, D: { Type: 'AWS::S3::Bucket', Condition: 'Prd' } },
      { Conditions: { Prod: true } },
    ),
    [
      'Resources.A.Type is missing, allowed is a resource type such as AWS::S3::Bucket',
      'Resources.B is 3, allowed is an object with a Type',
      'Resources.C.Type is "Bucket", allowed is a resource type such as AWS::S3::Bucket',
      'Resources.C.Properties is a list, allowed is an object',
      'Resources.D.Condition is "Prd", allowed is Prod (did you mean "Prod"?)',
    ],
  ],
  [
    'a loop that is not expanded',
    template({ 'Fn::ForEach::Topics': [] }),
    ['Resources.Fn::ForEach::Topics is a loop (Fn::ForEach), allowed is a template after its transforms'],
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
    ['Resources.A is circular (A → B → C → D → A), allowed is resources that do not wait for each other'],
  ],
  [
    'two circles',
    template({ A: { Type: 'X::Y', DependsOn: 'A' }, B: { Type: 'X::Y', DependsOn: 'C' }, C: { Type: 'X::Y', DependsOn: 'B' } }),
    [
      'Resources.A is circular (A → A), allowed is resources that do not wait for each other',
      'Resources.B is circular (B → C → B), allowed is resources that do not wait for each other',
    ],
  ],
  [
    'conditions that stand on themselves',
    template({ A: { Type: 'X::Y' } }, { Conditions: { One: { 'Fn::Not': [{ Condition: 'Two' }] }, Two: { Condition: 'One' } } }),
    ['Conditions.One is circular (One → Two → One), allowed is a condition that does not stand on itself'],
  ],
  [
    'JSON nested without end',
    `{"Resources": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    ['file is nested without end, allowed is at most 200 levels of objects and lists'],
  ],
  [
    'YAML nested without end',
    `Resources: ${'['.repeat(50_000)}`,
    ['line 1, column 211 is nested without end, allowed is at most 200 levels of objects and lists'],
  ],
  [
    'YAML aliases that grow',
    ALIASES.join('\n'),
    ['file is a YAML file of aliases that grow without bound, allowed is at most 1000 uses of aliases and 100,000 values in all'],
  ],
  [
    'JSON with a YAML name that is cut off',
    '{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}',
    ['line 1, column 49 is not YAML (unexpected end of the stream within a flow collection), allowed is valid YAML'],
    'template.yaml',
  ],
];

describe('a text that is not a template', () => {
  test.each(TEXTS.map(([what, text, problems, name = 'template.json']) => ({ what, text, problems, name })))(
    '$what',
    ({ text, problems, name }) => {
      expect(problemsOf(() => parseTemplate(text, name))).toEqual(problems);
    },
  );

  test('an unknown tag is named with the one that was meant', () => {
    const [problem, ...others] = problemsOf(() => parseTemplate('Resources: !Reff x', 't'));
    expect(others).toEqual([]);
    expect(problem).toMatch(/^line 1, column 12 is the tag !Reff, allowed is a tag of CloudFormation: .*!Sub.* \(did you mean "!Ref"\?\)$/);
  });

  test('every unknown tag and repeated key is named at once', () => {
    const text = 'Resources:\n  A: !Reff x\n  B: {Type: X::Y, Type: X::Z}\n  C: !GetAt [a, b]\n  D: !Foo {a: 1}\n';
    expect(problemsOf(() => parseTemplate(text, 't')).map((problem) => problem.replace(/, allowed.*/, ''))).toEqual([
      'line 2, column 6 is the tag !Reff',
      'line 3, column 19 is a second "Type"',
      'line 4, column 6 is the tag !GetAt',
      'line 5, column 6 is the tag !Foo',
    ]);
  });

  test('more YAML than a person writes is refused by its size', () => {
    const text = `Resources:\n${'#'.repeat(MAX_YAML_BYTES)}`;
    expect(problemsOf(() => parseTemplate(text, 't'))).toEqual([
      'file is 5,000,011 bytes of YAML, allowed is at most 5,000,000 bytes of YAML, or JSON',
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

  const EXPECTED = 'allowed is a template file, or the cdk.out folder of `cdk synth`';

  test('nothing there', () => {
    expect(problemsOf(() => readTemplates(at('nowhere')))).toEqual([`path is not there, ${EXPECTED}`]);
    write('file.json', {});
    expect(problemsOf(() => readTemplates(at('file.json', 'below')))).toEqual([`path is not there, ${EXPECTED}`]);
  });

  test('a link that leads to itself, and something that is no file', () => {
    symlinkSync(at('loop'), at('loop'));
    expect(problemsOf(() => readTemplates(at('loop')))).toEqual([`path is a link that leads to itself, ${EXPECTED}`]);
    expect(problemsOf(() => readTemplates('/dev/null'))).toEqual([`path is a device, ${EXPECTED}`]);
  });

  test('a folder without a manifest', () => {
    expect(problemsOf(() => readTemplates(folder))).toEqual([`path is a folder without manifest.json, ${EXPECTED}`]);
  });

  test('a file of 100 MB is refused before it is read', () => {
    write('large.json', '');
    truncateSync(at('large.json'), 100_000_000);
    const start = process.memoryUsage().rss;
    expect(problemsOf(() => readTemplates(at('large.json')))).toEqual(['file is 100,000,000 bytes, allowed is at most 50,000,000 bytes']);
    expect(process.memoryUsage().rss - start).toBeLessThan(MAX_TEMPLATE_BYTES);
  });

  test.each([
    ['no JSON', '{', ['line 1, column 2 is the end of the file, allowed is the rest of the JSON: the file seems to be cut off']],
    ['no artifacts', {}, ['artifacts is missing, allowed is the manifest of a cloud assembly, as `cdk synth` writes it']],
    ['no stacks', { artifacts: {} }, ['manifest.json is without stacks, allowed is at least one stack']],
    [
      'a stack without a template file',
      { artifacts: { Shop: { type: 'aws:cloudformation:stack', properties: {} } } },
      ['artifacts.Shop.properties.templateFile is missing, allowed is a file name'],
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
      'One: Resources.A.Type is missing, allowed is a resource type such as AWS::S3::Bucket',
      'Two: line 1, column 2 is the end of the file, allowed is the rest of the JSON: the file seems to be cut off',
    ]);
  });

  test('a stack whose template is gone', () => {
    mkdirSync(at('gone'));
    write('gone/manifest.json', { artifacts: { Shop: { type: 'aws:cloudformation:stack', properties: { templateFile: 'shop.json' } } } });
    expect(problemsOf(() => readTemplates(at('gone')))).toEqual([
      `${at('gone', 'shop.json')} is not there, allowed is the template of the stack Shop`,
    ]);
  });
});
