import { expect, test } from 'vitest';
import { hasTags } from '../../lib/cdk/resource-tags';

const SEARCH = [{ Key: 'team', Value: 'search' }];

// The forms of the properties are those of the CloudFormation template reference of each type.
test.each<[string, Record<string, unknown>, boolean | undefined]>([
  ['a list of tags', { Tags: SEARCH }, true],
  ['another value', { Tags: [{ Key: 'team', Value: 'orders' }] }, false],
  ['another key', { Tags: [{ Key: 'Team', Value: 'search' }] }, false],
  ['no tags', {}, false],
  ['an object, as of AWS::SSM::Parameter', { Tags: { team: 'search' } }, true],
  ['AWS::EFS::FileSystem', { FileSystemTags: SEARCH }, true],
  ['AWS::Cognito::UserPool', { UserPoolTags: { team: 'search' } }, true],
  ['AWS::ECS::Service without tags', { PropagateTags: 'SERVICE' }, false],
  ['a value of a parameter', { Tags: [{ Key: 'team', Value: { Ref: 'Team' } }] }, undefined],
  ['the value of another key is a parameter', { Tags: [{ Key: 'stage', Value: { Ref: 'Stage' } }, ...SEARCH] }, true],
  ['a key of a parameter', { Tags: [{ Key: { Ref: 'Key' }, Value: 'search' }] }, undefined],
  ['a conditional tag', { Tags: [{ 'Fn::If': ['HasTeam', SEARCH[0], { Ref: 'AWS::NoValue' }] }] }, undefined],
  ['conditional tags', { Tags: { 'Fn::If': ['HasTeam', SEARCH, []] } }, undefined],
])('%s', (_, properties, expected) => {
  const resource = { id: 'Orders', type: 'Example::Shop::Orders', properties, metadata: {}, component: 'Orders' };
  expect(hasTags(resource, { team: 'search' })).toBe(expected);
});
