import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stackRange } from '../../lib/answers/stack-range';
import { vcpuOf } from '../../lib/catalog/instance-shapes';
import { openPriceBook } from '../../lib/catalog/price-book';
import { parseTemplate } from '../../lib/cloudformation/parse-template';
import { readTemplates } from '../../lib/cloudformation/read-templates';
import type { Template } from '../../lib/cloudformation/template-resource';
import { estimateTemplates } from '../../lib/pricing/estimate-template';
import { FREE_RESOURCES } from '../../lib/pricing/free-resources';
import { PRICERS } from '../../lib/pricing/pricers';

/** Templates that AWS CloudFormation deploys, although YAML 1.2 or a strict reader refuses them. */
const propertiesOf = (text: string, id = 'Disk') =>
  parseTemplate(text, 'shop.yaml').resources.find((resource) => resource.id === id)?.properties;

describe('YAML as CloudFormation reads it', () => {
  // AWS CloudFormation user guide, "Rule-specific intrinsic functions".
  test.each(['Contains', 'EachMemberEquals', 'EachMemberIn', 'RefAll', 'ValueOf', 'ValueOfAll'])('the rule function %s', (name) => {
    const text = `Rules:\n  R:\n    Assertions:\n      - Assert: !${name} [a, b]\nResources:\n  Disk: {Type: AWS::EC2::Volume}\n`;
    expect(parseTemplate(text, 'shop.yaml').raw).toMatchObject({
      Rules: { R: { Assertions: [{ Assert: { [`Fn::${name}`]: ['a', 'b'] } }] } },
    });
  });

  test('the last of equal keys counts, and each is listed with its place', () => {
    const text = 'Resources:\n  Disk:\n    Type: AWS::EC2::Volume\n    Properties:\n      Size: 10\n      Size: 20\n      Size: 30\n';
    expect(propertiesOf(text)).toEqual({ Size: 30 });
    expect(parseTemplate(text, 'shop.yaml').source?.origin.duplicateKeys).toEqual([
      { key: 'Size', place: 'line 6, column 7', line: 6, position: text.indexOf('Size: 20') },
      { key: 'Size', place: 'line 7, column 7', line: 7, position: text.indexOf('Size: 30') },
    ]);
  });

  // YAML 1.1 parsers (PyYAML, SnakeYAML, go-yaml) ignore indentation in quoted strings and flow collections.
  test('quoted strings and flow collections continue at less indentation', () => {
    const text = [
      'Resources:',
      '  Disk:',
      '    Type: AWS::EC2::Volume',
      '    Properties: {',
      '  Size: 10,',
      'Tags: [',
      '{Key: a, Value: b}',
      ']',
      '    }',
      '  Topic:',
      '    Type: AWS::SNS::Topic',
      '    Properties:',
      '      DisplayName: "first line',
      ' second',
      '',
      'third"',
      '      TopicName: x',
    ].join('\n');
    expect(propertiesOf(text)).toEqual({ Size: 10, Tags: [{ Key: 'a', Value: 'b' }] });
    expect(propertiesOf(text, 'Topic')).toEqual({ DisplayName: 'first line second\nthird', TopicName: 'x' });
  });

  // PyYAML and SnakeYAML take a hyphen before a comma as text. Seen in CheckPointSW/CloudGuardIaaS, aws/templates/cluster/cluster.yaml.
  test('a hyphen in a flow collection needs no quotes', () => {
    const text = [
      'Resources:',
      '  Disk:',
      '    Type: AWS::EC2::Volume',
      '    Properties:',
      '      Name: !Join [-, [disk, "-,", a-b]]',
      '      Sign: [-]',
    ].join('\n');
    expect(propertiesOf(text)).toEqual({ Name: 'disk--,-a-b', Sign: ['-'] });
    expect(() => parseTemplate(`${text}\n      More: !Foo x\n`, 'shop.yaml')).toThrow('line 7, column 13: unknown tag !Foo');
  });

  // https://github.com/stelligent/cfn_nag/issues/203 and https://github.com/humanmade/cf-to-tf/pull/7: CloudFormation accepts such JSON.
  test('JSON may have a comma after the last member', () => {
    const text = '{"Resources": {"Disk": {"Type": "AWS::EC2::Volume", "Properties": {"Tags": ["a,]", "b\\",}",\n ], "Size": 10, }\n},},}';
    expect(parseTemplate(text, 'shop.json').resources[0]?.properties).toEqual({ Tags: ['a,]', 'b",}'], Size: 10 });
    expect(() => parseTemplate(text.replace('10, }', '10, , }'), 'shop.json')).toThrow('line 2, column 19: invalid JSON');
  });

  test('a comma after the last member may follow millions of characters of a string', () => {
    const words = 'word \\" '.repeat(2_000_000);
    const text = `{"Resources": {"Disk": {"Type": "AWS::EC2::Volume", "Properties": {"Name": "${words}"},}}}`;
    expect(parseTemplate(text, 'shop.json').resources[0]?.properties).toEqual({ Name: 'word " '.repeat(2_000_000) });
  });

  test('the place of a later error is that in the file', () => {
    const text = 'A: {\nb: 1\n}\nResources:\n  Disk: !Foo x\n';
    expect(() => parseTemplate(text, 'shop.yaml')).toThrow('line 5, column 9: unknown tag !Foo');
  });

  test('a string that is not closed is reported where it should have been', () => {
    expect(() => parseTemplate(`Resources:\n  A:\n    Type: "AWS::EC2::Volume\n${'  B: c\n'.repeat(500)}`, 'shop.yaml')).toThrow(
      'line 4, column 3',
    );
  });
});

describe('language extensions', () => {
  test('loops over literal values, parameters and loops', () => {
    const { resources } = parseTemplate(
      JSON.stringify({
        Transform: 'AWS::LanguageExtensions',
        Parameters: { Zones: { Type: 'CommaDelimitedList', Default: 'a-1,b-2' } },
        Resources: {
          'Fn::ForEach::Zones': [
            'Zone',
            { Ref: 'Zones' },
            {
              'Fn::ForEach::Sizes': [
                'Size',
                ['10', '20'],
                {
                  'Disk&{Zone}${Size}': {
                    Type: 'AWS::EC2::Volume',
                    Properties: { Size: { Ref: 'Size' }, AvailabilityZone: `us-\${Zone}` },
                  },
                },
              ],
            },
          ],
        },
      }),
      'shop.json',
    );
    expect(resources.map(({ id, properties }) => [id, properties])).toEqual([
      ['Diska110', { Size: '10', AvailabilityZone: 'us-a-1' }],
      ['Diska120', { Size: '20', AvailabilityZone: 'us-a-1' }],
      ['Diskb210', { Size: '10', AvailabilityZone: 'us-b-2' }],
      ['Diskb220', { Size: '20', AvailabilityZone: 'us-b-2' }],
    ]);
  });

  // The default is for a key that the map does not have, not for one that is unknown.
  const UNKNOWN_KEY = { 'Fn::FindInMap': ['Sizes', { Ref: 'Unknown' }, 'Gb', { DefaultValue: 50 }] };

  test.each([
    [{ 'Fn::Length': ['a', { Ref: 'Unknown' }] }, 2],
    [{ 'Fn::Length': { Ref: 'Zones' } }, 3],
    [{ 'Fn::FindInMap': ['Sizes', 'test', 'Gb', { DefaultValue: 50 }] }, 50],
    [{ 'Fn::FindInMap': ['Sizes', 'prod', 'Gb', { DefaultValue: 50 }] }, 500],
    [UNKNOWN_KEY, UNKNOWN_KEY],
    [{ 'Fn::ToJsonString': { a: [1, { Ref: 'Zones' }] } }, '{"a":[1,["a","b","c"]]}'],
    [{ 'Fn::ToJsonString': { a: { Ref: 'Unknown' } } }, { 'Fn::ToJsonString': { a: { Ref: 'Unknown' } } }],
    [{ 'Fn::ToJsonString': { a: [1, { Ref: 'Unknown' }], b: 2 } }, { 'Fn::ToJsonString': { a: [1, { Ref: 'Unknown' }], b: 2 } }],
  ])('%j', (value, outcome) => {
    const template = {
      Parameters: { Zones: { Type: 'CommaDelimitedList', Default: 'a,b,c' }, Unknown: { Type: 'String' } },
      Mappings: { Sizes: { prod: { Gb: 500 } } },
      Resources: { Disk: { Type: 'X::Y', Properties: { value } } },
    };
    expect(propertiesOf(JSON.stringify(template))).toEqual({ value: outcome });
  });
});

test('resources that refer to each other before SAM splits them', () => {
  const template = {
    Transform: ['AWS::Serverless-2016-10-31'],
    Resources: {
      Api: { Type: 'AWS::Serverless::Api', Properties: { DefinitionBody: { uri: { 'Fn::Sub': `\${Handler.Arn}` } } } },
      Handler: { Type: 'AWS::Serverless::Function', Properties: { Events: { Root: { Properties: { RestApiId: { Ref: 'Api' } } } } } },
    },
  };
  const ids = parseTemplate(JSON.stringify(template), 'shop.json').resources.map(({ id }) => id);
  expect(ids).toEqual(['Api', 'ApiDeployment', 'ApiStage', 'Handler', 'HandlerRole']);
});

test.each([10_000, 10_001])('a chain of %d conditions is decided', (length) => {
  const Conditions = Object.fromEntries(
    Array.from({ length }, (_, index) => [
      `C${index}`,
      index === length - 1 ? { 'Fn::Equals': ['a', 'a'] } : { 'Fn::Not': [{ Condition: `C${index + 1}` }] },
    ]),
  );
  const Resources = { Disk: { Type: 'AWS::EC2::Volume', Condition: 'C0' }, Topic: { Type: 'AWS::SNS::Topic' } };
  expect(parseTemplate(JSON.stringify({ Conditions, Resources }), 'shop.json').resources).toHaveLength(length % 2 === 1 ? 2 : 1);
});

describe('nested stacks beside their parent', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nested-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const write = (path: string, template: object) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(template));
    return join(folder, path);
  };
  const CHILD = {
    Parameters: { Size: { Type: 'Number' }, Stage: { Type: 'String', Default: 'dev' } },
    Conditions: { Prod: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
    Resources: {
      Disk: { Type: 'AWS::EC2::Volume', Properties: { Size: { Ref: 'Size' } } },
      Copy: { Type: 'AWS::EC2::Volume', Condition: 'Prod', Properties: { Size: { Ref: 'Size' } } },
    },
  };
  const parent = (TemplateURL: unknown, more: object = {}, Parameters: object = { Size: 30 }) => ({
    ...more,
    Resources: {
      Network: {
        Type: 'AWS::CloudFormation::Stack',
        Properties: { TemplateURL, Parameters },
        ...(more as { attributes?: object }).attributes,
      },
    },
  });
  const SETTINGS = { book: openPriceBook('us-east-1'), pricers: PRICERS, freeResources: FREE_RESOURCES, vcpuOf };
  const sizesIn = (templates: readonly Template[]) =>
    templates.flatMap(({ resources }) => resources.map(({ properties }) => properties.Size)).filter((size) => size !== undefined);
  /** Sizes of the disks of the least and the most expensive deployment. */
  const sizes = (path: string, given: Readonly<Record<string, string>> = {}) => {
    const facts = { region: 'us-east-1', given: new Map(Object.entries(given)) };
    const { low, high } = stackRange(readTemplates(path), facts, (template) => estimateTemplates([template], SETTINGS));
    return [sizesIn(low.templates), sizesIn(high.templates)];
  };

  // `aws cloudformation package` uploads the file of a relative path; an https URL is the address of an uploaded file.
  test.each([
    ['child.json'],
    ['./nested/child.json'],
    ['https://s3.amazonaws.com/bucket/v1/nested/child.json?versionId=3'],
    ['https://bucket.s3.amazonaws.com/child.json'],
    [{ 'Fn::Sub': `https://\${Bucket}.s3.\${AWS::Region}.amazonaws.com/\${Prefix}nested/child.json` }],
    [{ 'Fn::Join': ['/', ['https://s3.amazonaws.com', { Ref: 'Bucket' }, 'child.json']] }],
  ])('%j', (url) => {
    write('child.json', CHILD);
    write('nested/child.json', CHILD);
    expect(sizes(write('parent.json', parent(url)))).toEqual([[30], [30]]);
  });

  test('values that the parent computes are passed', () => {
    write('child.json', CHILD);
    const Parameters = { Disk: { Type: 'Number', Default: 7 }, Stage: { Type: 'String' } };
    const path = write('parent.json', parent('child.json', { Parameters }, { Size: { Ref: 'Disk' }, Stage: { Ref: 'Stage' } }));
    expect(sizes(path, { Stage: 'prod' })).toEqual([
      [7, 7],
      [7, 7],
    ]);
    expect(sizes(path, { Stage: 'test', Disk: '9' })).toEqual([['9'], ['9']]);
    expect(sizes(path)).toEqual([[7], [7, 7]]);
  });

  test('a nested stack whose condition is false does not exist', () => {
    write('child.json', CHILD);
    const path = write(
      'parent.json',
      parent('child.json', { Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } }, attributes: { Condition: 'Never' } }),
    );
    expect(sizes(path)).toEqual([[], []]);
  });

  test('branches of a function that name the same file', () => {
    write('child.json', CHILD);
    const branches = (whenFalse: string) => ({ 'Fn::If': ['Test', 'https://s3.amazonaws.com/test/child.json', whenFalse] });
    const given = { Conditions: { Test: { 'Fn::Equals': [{ Ref: 'AWS::AccountId' }, '1'] } } };
    expect(sizes(write('parent.json', parent(branches('https://s3.amazonaws.com/live/child.json'), given)))).toEqual([[30], [30]]);
    write('other.json', CHILD);
    expect(sizes(write('parent.json', parent(branches('https://s3.amazonaws.com/live/other.json'), given)))).toEqual([[], []]);
  });

  test('a URL that ends with the name of the parent is not the parent', () => {
    expect(readTemplates(write('template.json', parent('https://s3.amazonaws.com/network/template.json')))).toHaveLength(1);
  });

  test('a path that leads out of the folder is not followed', () => {
    write('secret.json', CHILD);
    expect(readTemplates(write('app/parent.json', parent('../secret.json')))).toHaveLength(1);
  });
});
