import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTemplate } from '../../lib/cloudformation/parse-template';
import { templateFrom } from '../../lib/cloudformation/template-from';
import type { Template } from '../../lib/cloudformation/template-resource';

/** The properties of the one resource of a template. */
function propertiesOf({ resources }: Template): unknown {
  expect(resources).toHaveLength(1);
  return resources[0]?.properties;
}

const resolved = (properties: object, more: object = {}, region?: string) =>
  propertiesOf(templateFrom({ Resources: { It: { Type: 'X::Y', Properties: properties } }, ...more }, 'test', region));

const PARAMETERS = {
  Parameters: {
    Size: { Type: 'String', Default: 't3.large' },
    Count: { Type: 'Number', Default: 3 },
    Zones: { Type: 'CommaDelimitedList', Default: 'a, b' },
    Image: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: '/aws/service/ami' },
    Asked: { Type: 'String' },
  },
};

describe('references with a known value are replaced, others remain', () => {
  test.each([
    [{ Ref: 'Size' }, 't3.large'],
    [{ Ref: 'Count' }, 3],
    [{ Ref: 'Zones' }, ['a', 'b']],
    [{ Ref: 'Asked' }, { Ref: 'Asked' }],
    [{ Ref: 'Image' }, { Ref: 'Image' }],
    [{ Ref: 'AWS::Region' }, 'eu-west-1'],
    [{ Ref: 'AWS::AccountId' }, { Ref: 'AWS::AccountId' }],
    [{ 'Fn::Join': ['-', [{ Ref: 'Size' }, 'x']] }, 't3.large-x'],
    [{ 'Fn::Join': ['-', [{ Ref: 'Size' }, { Ref: 'Asked' }]] }, { 'Fn::Join': ['-', ['t3.large', { Ref: 'Asked' }]] }],
    [{ 'Fn::Join': ['-', [true, 1]] }, 'true-1'],
    [{ 'Fn::Join': 'a-b' }, { 'Fn::Join': 'a-b' }],
    [{ 'Fn::Select': ['1', { Ref: 'Zones' }] }, 'b'],
    [{ 'Fn::Select': 'b' }, { 'Fn::Select': 'b' }],
    [{ 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }, { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }],
    [{ 'Fn::Select': [1, { 'Fn::Split': ['.', { Ref: 'Size' }] }] }, 'large'],
    [{ 'Fn::Split': ['.', { Ref: 'Asked' }] }, { 'Fn::Split': ['.', { Ref: 'Asked' }] }],
    [{ 'Fn::Split': 'a.b' }, { 'Fn::Split': 'a.b' }],
    // The members of a list that is joined by the separator and split by it again are known, although their values are not.
    [{ 'Fn::Split': [',', { 'Fn::Join': [',', [{ Ref: 'Asked' }, 'b']] }] }, [{ Ref: 'Asked' }, 'b']],
    [
      { 'Fn::Split': [',', { 'Fn::Join': ['-', [{ Ref: 'Asked' }, 'b']] }] },
      { 'Fn::Split': [',', { 'Fn::Join': ['-', [{ Ref: 'Asked' }, 'b']] }] },
    ],
    [
      { 'Fn::Split': [',', { 'Fn::Join': [',', [{ Ref: 'Asked' }, 'b,c']] }] },
      { 'Fn::Split': [',', { 'Fn::Join': [',', [{ Ref: 'Asked' }, 'b,c']] }] },
    ],
    [{ 'Fn::Split': [',', { 'Fn::Join': [',', [{ Ref: 'Asked' }]] }] }, { 'Fn::Split': [',', { 'Fn::Join': [',', [{ Ref: 'Asked' }]] }] }],
    [{ 'Fn::Sub': `\${Size} in \${AWS::Region} for \${!Size}` }, `t3.large in eu-west-1 for \${Size}`],
    [{ 'Fn::Sub': [`\${A}`, { A: { Ref: 'Count' } }] }, '3'],
    [{ 'Fn::Sub': `\${Asked}` }, { 'Fn::Sub': `\${Asked}` }],
    [{ 'Fn::Sub': { Ref: 'Asked' } }, { 'Fn::Sub': { Ref: 'Asked' } }],
    [{ 'Fn::FindInMap': 'Sizes' }, { 'Fn::FindInMap': 'Sizes' }],
    [{ 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'db'] }, 'db.m6g.large'],
    [{ 'Fn::FindInMap': ['Sizes', 'nowhere', 'db'] }, { 'Fn::FindInMap': ['Sizes', 'nowhere', 'db'] }],
    [{ 'Fn::GetAtt': ['Db', 'Arn'] }, { 'Fn::GetAtt': ['Db', 'Arn'] }],
  ])('%j', (value, outcome) => {
    const Mappings = { Sizes: { 'eu-west-1': { db: 'db.m6g.large' } } };
    expect(resolved({ Value: value }, { ...PARAMETERS, Mappings }, 'eu-west-1')).toEqual({ Value: outcome });
  });

  test('without a region, references to it remain', () => {
    expect(resolved({ Value: { Ref: 'AWS::Region' } })).toEqual({ Value: { Ref: 'AWS::Region' } });
  });

  test('a value without functions does not change', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ minLength: 1 }).filter((key) => !/^(?:Ref|Condition|Fn::|__proto__)/.test(key)),
          fc.jsonValue({ maxDepth: 3 }),
        ),
        (properties) => {
          fc.pre(!/"(?:Ref|Condition|Fn::[^"]*|__proto__)"/.test(JSON.stringify(properties)));
          expect(resolved(properties)).toEqual(properties);
        },
      ),
    );
  });
});

describe('conditions', () => {
  const Conditions = {
    IsLarge: { 'Fn::Equals': [{ Ref: 'Size' }, 't3.large'] },
    IsSmall: { 'Fn::Not': [{ Condition: 'IsLarge' }] },
    IsProduction: { 'Fn::Equals': [{ Ref: 'Asked' }, 'production'] },
    Both: { 'Fn::And': [{ Condition: 'IsLarge' }, { Condition: 'IsProduction' }] },
    Neither: { 'Fn::And': [{ Condition: 'IsSmall' }, { Condition: 'IsProduction' }] },
    Either: { 'Fn::Or': [{ Condition: 'IsProduction' }, { Condition: 'IsLarge' }] },
    IsThree: { 'Fn::Equals': [{ Ref: 'Count' }, '3'] },
  };

  test('resources whose condition is false are left out; those whose condition is known only at deployment stay', () => {
    const Resources = Object.fromEntries(Object.keys(Conditions).map((name) => [name, { Type: 'X::Y', Condition: name }]));
    const { resources } = templateFrom({ ...PARAMETERS, Conditions, Resources }, 'test');
    expect(resources.map(({ id }) => id)).toEqual(['IsLarge', 'IsProduction', 'Both', 'Either', 'IsThree']);
  });

  test.each([
    [{ 'Fn::If': ['IsLarge', 'yes', 'no'] }, { Value: 'yes' }],
    [{ 'Fn::If': ['IsSmall', 'yes', { Ref: 'AWS::NoValue' }] }, {}],
    [
      { 'Fn::If': ['IsProduction', { Ref: 'Size' }, { Ref: 'AWS::NoValue' }] },
      { Value: { 'Fn::If': ['IsProduction', 't3.large', { Ref: 'AWS::NoValue' }] } },
    ],
    [['a', { 'Fn::If': ['IsSmall', 'b', { Ref: 'AWS::NoValue' }] }], { Value: ['a'] }],
  ])('%j', (value, outcome) => {
    expect(resolved({ Value: value }, { ...PARAMETERS, Conditions })).toEqual(outcome);
  });

  test('a circular dependency through an excluded resource is valid', () => {
    const Resources = {
      A: { Type: 'X::Y', Properties: { x: { 'Fn::If': ['IsSmall', { Ref: 'B' }, 'none'] } } },
      B: { Type: 'X::Y', DependsOn: 'A' },
    };
    expect(templateFrom({ ...PARAMETERS, Conditions, Resources }, 'test').resources).toHaveLength(2);
  });
});

describe('YAML', () => {
  test('short tags are long forms', () => {
    const text = `
AWSTemplateFormatVersion: 2010-09-09
Metadata: {made: by hand}
Conditions:
  Big: !Not [!Equals [!Ref Asked, small]]
Resources:
  It:
    Type: X::Y
    DeletionPolicy: Retain
    Properties:
      A: !Ref Other
      B: !GetAtt Db.Endpoint.Address
      C: !GetAtt [Db, Arn]
      D: !Sub "arn:\${Other}"
      E: !Sub ["\${x}", {x: !Ref Other}]
      F: !Join ['', [a, !Ref Other]]
      G: !If [Big, !Ref Other, !Ref AWS::NoValue]
      H: !Select [0, !GetAZs '']
      I: !Base64
        Fn::Sub: "\${Other}"
      J: !FindInMap [M, a, b]
      K: !ImportValue shared
      L: &list [1, 2]
      M: *list
`;
    const template = parseTemplate(text, 'test.yaml');
    expect(propertiesOf(template)).toEqual({
      A: { Ref: 'Other' },
      B: { 'Fn::GetAtt': ['Db', 'Endpoint.Address'] },
      C: { 'Fn::GetAtt': ['Db', 'Arn'] },
      D: { 'Fn::Sub': `arn:\${Other}` },
      E: { 'Fn::Sub': [`\${x}`, { x: { Ref: 'Other' } }] },
      F: { 'Fn::Join': ['', ['a', { Ref: 'Other' }]] },
      G: { 'Fn::If': ['Big', { Ref: 'Other' }, { Ref: 'AWS::NoValue' }] },
      H: { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] },
      I: { 'Fn::Base64': { 'Fn::Sub': `\${Other}` } },
      J: { 'Fn::FindInMap': ['M', 'a', 'b'] },
      K: { 'Fn::ImportValue': 'shared' },
      L: [1, 2],
      M: [1, 2],
    });
    expect(template.metadata).toEqual({ made: 'by hand' });
    expect(template.resources[0]).toMatchObject({ id: 'It', component: 'It', deletionPolicy: 'Retain' });
  });

  test('a template is the same in JSON, in YAML and as JSON with a YAML name', () => {
    const json = '{"Resources": {"It": {"Type": "X::Y", "Properties": {"A": {"Ref": "B"}}}}}';
    const yaml = 'Resources:\n  It:\n    Type: X::Y\n    Properties:\n      A: !Ref B\n';
    const expected = parseTemplate(json, 't');
    expect(parseTemplate(yaml, 't')).toEqual(expected);
    expect(parseTemplate(`\uFEFF${json}`, 't')).toEqual(expected);
    expect({ ...parseTemplate(json, 't.yaml'), name: 't' }).toEqual(expected);
  });
});

test('names of JavaScript properties are names like others', () => {
  const { resources } = parseTemplate(
    '{"Resources": {"__proto__": {"Type": "X::Y"}, "constructor": {"Type": "X::Z", "DependsOn": "toString"}}}',
    't',
  );
  expect(resources.map(({ id, type }) => `${id} ${type}`)).toEqual(['__proto__ X::Y', 'constructor X::Z']);
});

test('ten thousand resources in a chain are read without running out of stack', () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `R${index}`);
  const Resources = Object.fromEntries(
    names.map((name, index) => [name, { Type: 'X::Y', ...(index > 0 && { DependsOn: `R${index - 1}` }) }]),
  );
  expect(templateFrom({ Resources }, 'chain').resources).toHaveLength(10_000);
});
