import { describe, expect, test } from 'vitest';
import { intrinsicOf, referencesIn } from '../../lib/cloudformation/references';

describe('referencesIn', () => {
  test.each([
    [{ Ref: 'A' }, ['A']],
    [{ 'Fn::GetAtt': ['A', 'Endpoint.Address'] }, ['A']],
    [{ 'Fn::GetAtt': 'A.Arn' }, ['A']],
    [{ 'Fn::Sub': `\${A}-\${B.Arn}-\${!C}-\${AWS::Region}` }, ['A', 'B', 'AWS::Region']],
    [{ 'Fn::Sub': [`\${A}-\${own}`, { own: { Ref: 'B' } }] }, ['A', 'B']],
    [{ 'Fn::Join': ['', ['arn:', { Ref: 'A' }, { 'Fn::Select': [0, [{ Ref: 'B' }]] }]] }, ['A', 'B']],
    [{ x: [{ Ref: 'A' }, { y: { Ref: 'A' } }] }, ['A']],
    ['A', []],
    [null, []],
  ])('%j mentions %j', (value, names) => {
    expect(referencesIn(value)).toEqual(names);
  });
});

describe('intrinsicOf', () => {
  test.each([
    [{ Ref: 'A' }, ['Ref', 'A']],
    [{ 'Fn::Join': [] }, ['Fn::Join', []]],
    [{ Condition: 'A' }, ['Condition', 'A']],
    [{ Ref: 'A', More: 1 }, undefined],
    [{ Name: 'A' }, undefined],
    [['Ref'], undefined],
    ['Ref', undefined],
  ])('%j', (value, expected) => {
    expect(intrinsicOf(value)).toEqual(expected);
  });
});
