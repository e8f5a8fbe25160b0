import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MAX_TEMPLATES } from '../../lib/cloudformation/limits';
import { readTemplates } from '../../lib/cloudformation/read-templates';
import { InputError, problemText } from '../../lib/core/problems';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nested-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);

function write(name: string, content: unknown): string {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), JSON.stringify(content));
  return at(name);
}

/** A template whose nested stacks are in these files. */
function parent(...files: readonly string[]): unknown {
  const stack = (file: string) => ({ Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': file } });
  return {
    Resources: { Bucket: { Type: 'AWS::S3::Bucket' }, ...Object.fromEntries(files.map((file, index) => [`N${index}`, stack(file)])) },
  };
}

function assembly(artifacts: Readonly<Record<string, unknown>>): unknown {
  return { version: '36.0.0', artifacts };
}

const stackIn = (templateFile: string) => ({ type: 'aws:cloudformation:stack', properties: { templateFile } });
const stageIn = (directoryName: string) => ({ type: 'cdk:cloud-assembly', properties: { directoryName } });

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(problemText);
    throw error;
  }
  return [];
}

describe('nested stacks that contain each other', () => {
  test('are refused with the chain', () => {
    write('b.json', parent('c.json'));
    write('c.json', parent('b.json'));
    expect(problemsOf(() => readTemplates(write('a.json', parent('b.json'))))).toEqual([
      'Resources.N0.Metadata.aws:asset:path: circular reference (b.json → c.json → b.json); expected nested stacks that do not contain each other',
    ]);
  });

  test('are refused through links too', () => {
    symlinkSync('a.json', at('link.json'));
    expect(problemsOf(() => readTemplates(write('a.json', parent('link.json'))))[0]).toContain('circular reference (a.json → link.json)');
  });

  test('may use one file twice', () => {
    write('b.json', parent());
    expect(readTemplates(write('a.json', parent('b.json', 'b.json')))).toHaveLength(3);
  });

  test('end at a number of templates, however few files they are in', () => {
    for (const level of [1, 2, 3, 4, 5]) write(`${level}.json`, parent(...Array.from({ length: 10 }, () => `${level + 1}.json`)));
    write('6.json', parent());
    const [problem] = problemsOf(() => readTemplates(write('0.json', parent(...Array.from({ length: 10 }, () => '1.json')))));
    expect(problem).toContain(`contains more than ${MAX_TEMPLATES.toLocaleString('en-US')} templates`);
  });

  test('end there in an assembly, with one problem', () => {
    for (const level of [1, 2, 3]) write(`${level}.json`, parent(...Array.from({ length: 20 }, () => `${level + 1}.json`)));
    write('4.json', parent());
    write('manifest.json', assembly({ One: stackIn('1.json'), Two: stackIn('1.json') }));
    expect(problemsOf(() => readTemplates(folder))).toHaveLength(1);
  });
});

describe('a file outside of the folder', () => {
  const OUTSIDE = /: is outside of the folder .*; expected a file in that folder$/;

  test.each(['../../etc/passwd', '../../../../../../etc/passwd', '../secret.json'])('is no template of an assembly: %s', (templateFile) => {
    write('secret.json', parent());
    write('out/etc/passwd', 'x');
    write('out/sub/manifest.json', assembly({ Shop: stackIn(templateFile) }));
    const problems = problemsOf(() => readTemplates(at('out/sub')));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/outside of the folder|does not exist/);
    expect(problems.join()).not.toContain('root:');
  });

  test('is no template behind a link', () => {
    symlinkSync('/etc/passwd', at('shop.template.json'));
    write('manifest.json', assembly({ Shop: stackIn('shop.template.json') }));
    expect(problemsOf(() => readTemplates(folder))[0]).toMatch(OUTSIDE);
  });

  test('is no nested stack', () => {
    write('secret.json', parent());
    expect(problemsOf(() => readTemplates(write('out/a.json', parent('../secret.json'))))[0]).toMatch(OUTSIDE);
  });

  test('is no stage', () => {
    write('other/manifest.json', assembly({}));
    write('out/manifest.json', assembly({ Prod: stageIn('../other') }));
    expect(problemsOf(() => readTemplates(at('out')))[0]).toMatch(OUTSIDE);
  });
});

test('a stage that is the folder itself is refused', () => {
  write('manifest.json', assembly({ Prod: stageIn('.') }));
  expect(problemsOf(() => readTemplates(folder))[0]).toContain('circular');
});

describe('the tree of a template file', () => {
  const child = { Resources: { Queue: { Type: 'AWS::SQS::Queue' } } };
  const naming = (TemplateURL: unknown) => ({
    Resources: { Queues: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL } } },
  });
  const countOf = (path: string) => readTemplates(path).length;

  test.each([
    ['a path out of its folder', 'orders/template.json', '../common/queue.json'],
    ['a path from a folder of a build', 'orders/template.json', '../../common/queue.json'],
    ['a URL that ends with a path in the repository', 'samples/all/template.json', 'https://bucket.s3.amazonaws.com/v2/common/queue.json'],
    [
      'a URL that a function completes',
      'samples/template.json',
      { 'Fn::Join': ['', ['https://s3.amazonaws.com/', { Ref: 'Bucket' }, '/common/queue.json']] },
    ],
  ])('is its repository: %s', (_, file, url) => {
    mkdirSync(at('.git'));
    write('common/queue.json', child);
    expect(countOf(write(file, naming(url)))).toBe(2);
  });

  test('has the file of a URL anywhere, if it is the only one with its name in the nearest folder that has one', () => {
    mkdirSync(at('.git'));
    write('network/templates/queue.json', child);
    const path = write('shop/template.json', naming('https://bucket.s3.amazonaws.com/network/queue.json'));
    expect(countOf(path)).toBe(2);
    write('node_modules/queue/queue.json', child);
    expect(countOf(path)).toBe(2);
    write('old/queue.json', child);
    expect(countOf(path)).toBe(1);
    write('shop/templates/queue.json', child);
    expect(countOf(path)).toBe(2);
    write('shop/old/queue.json', child);
    expect(countOf(path)).toBe(1);
    write('data/topic.json', [1]);
    expect(countOf(write('shop/data.json', naming('https://bucket.s3.amazonaws.com/topic.json')))).toBe(1);
  });

  // AWS SAM developer guide: "Publishing an application", section AWS::ServerlessRepo::Application of Metadata.
  test('has the template that publishes an application', () => {
    mkdirSync(at('.git'));
    const publishing = (more: object) => ({ ...child, Metadata: { 'AWS::ServerlessRepo::Application': { Name: 'queues', ...more } } });
    const application = (name: string, SemanticVersion = '1.2.0') => ({
      Resources: {
        Queues: {
          Type: 'AWS::Serverless::Application',
          Properties: {
            Location: { ApplicationId: `arn:aws:serverlessrepo:us-east-1:123456789012:applications/${name}`, SemanticVersion },
          },
        },
      },
    });
    const path = write('shop/template.json', application('queues'));
    write('apps/queue.json', publishing({}));
    expect(countOf(path)).toBe(2);
    expect(countOf(write('shop/other.json', application('topics')))).toBe(1);
    write('apps/queue.json', publishing({ SemanticVersion: '1.2.0' }));
    expect(countOf(path)).toBe(2);
    expect(countOf(write('shop/newer.json', application('queues', '1.3.0')))).toBe(1);
  });

  test('is its folder outside of a repository', () => {
    write('common/queue.json', child);
    expect(countOf(write('orders/template.json', naming('../common/queue.json')))).toBe(1);
  });

  test('is the working directory for a path in it', () => {
    write('common/queue.json', child);
    write('orders/template.json', naming('../common/queue.json'));
    const working = process.cwd();
    try {
      process.chdir(folder);
      expect(countOf('orders/template.json')).toBe(2);
    } finally {
      process.chdir(working);
    }
  });

  test('ends at the top of the repository', () => {
    mkdirSync(at('shop/.git'), { recursive: true });
    write('common/queue.json', child);
    expect(countOf(write('shop/template.json', naming('../common/queue.json')))).toBe(1);
  });
});
