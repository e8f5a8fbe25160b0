import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { describe, expect, Snapshots, test } from 'vitest';
import { matchersWith, tierSnapshot } from '../../lib/testing';
import { estimateOf, line } from '../support/estimates';
import '../../lib/testing/vitest';

expect.extend(matchersWith(Snapshots));

function stackWith(build: (stack: Stack) => void): Stack {
  const stack = new Stack(new App(), 'Shop');
  build(stack);
  return stack;
}

const bucketStack = () => stackWith((stack) => new s3.Bucket(stack, 'Files', { encryption: s3.BucketEncryption.S3_MANAGED }));
const functionStack = (code: string) =>
  stackWith((stack) => {
    const handler = new lambda.Function(stack, 'Job', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline(code),
    });
    handler.currentVersion;
  });

describe('a tier snapshot, as a user writes it', () => {
  test('of a stack', () => {
    expect(bucketStack()).toMatchTierSnapshot();
  });

  test('of a template, with a hint', () => {
    expect(Template.fromStack(bucketStack())).toMatchTierSnapshot('the same');
  });

  test('with the plain function and the runner’s own matcher', () => {
    expect(tierSnapshot(bucketStack())).toMatchInlineSnapshot(`
      {
        "Resources": {
          "Files8E6940B8": {
            "DeletionPolicy": "Retain",
            "Properties": {
              "BucketEncryption": {
                "ServerSideEncryptionConfiguration": [
                  {
                    "ServerSideEncryptionByDefault": {
                      "SSEAlgorithm": "AES256",
                    },
                  },
                ],
              },
            },
            "Type": "AWS::S3::Bucket",
            "UpdateReplacePolicy": "Retain",
          },
        },
      }
    `);
  });
});

describe('a tier snapshot', () => {
  test('is the same from a stack, a template and plain JSON', () => {
    const snapshot = tierSnapshot(bucketStack());
    expect(tierSnapshot(Template.fromStack(bucketStack()))).toEqual(snapshot);
    expect(tierSnapshot(Template.fromStack(bucketStack()).toJSON())).toEqual(snapshot);
  });

  test('does not depend on the hash of the content', () => {
    const template = (hash: string) => ({
      Resources: { [`JobVersion1A2B3C4D${hash.slice(0, 32)}`]: { Type: 'AWS::Lambda::Version', Properties: { Key: `${hash}.zip` } } },
      Outputs: { Version: { Value: { Ref: `JobVersion1A2B3C4D${hash.slice(0, 32)}` } } },
    });
    expect(tierSnapshot(template('a'.repeat(64)))).toEqual(tierSnapshot(template('b'.repeat(64))));
    const ids = Object.keys(tierSnapshot(functionStack('exports.handler = 1')).Resources as object);
    expect(Object.keys(tierSnapshot(functionStack('exports.handler = 2')).Resources as object)).toEqual(ids);
  });

  test('does depend on what is deployed', () => {
    expect(tierSnapshot(functionStack('exports.handler = 1'))).not.toEqual(tierSnapshot(functionStack('exports.handler = 2')));
  });

  test('has neither paths, nor the bootstrap check, nor the CDK’s own resource', () => {
    const text = JSON.stringify(
      tierSnapshot({
        Parameters: { BootstrapVersion: { Type: 'String' }, Mine: { Type: 'String' } },
        Rules: { CheckBootstrapVersion: {} },
        Conditions: { CDKMetadataAvailable: {} },
        Resources: {
          CDKMetadata: { Type: 'AWS::CDK::Metadata' },
          Files: { Type: 'AWS::S3::Bucket', Metadata: { 'aws:cdk:path': 'Shop/Files/Resource', kept: true } },
        },
      }),
    );
    expect(text).toBe(
      '{"Parameters":{"Mine":{"Type":"String"}},"Resources":{"Files":{"Metadata":{"kept":true},"Type":"AWS::S3::Bucket"}}}',
    );
  });

  test('keeps the quantities of use and not the wording of their assumptions', () => {
    const use = { component: 'api', key: 'logIngestGb', quantity: { low: 1, mid: 2, high: 3 } };
    const template = (assumption: string) => ({
      Metadata: { 'sizing-blueprints': { version: 1, usage: [{ ...use, assumption }] } },
      Resources: { Files: { Type: 'AWS::S3::Bucket' } },
    });
    expect(tierSnapshot(template('so'))).toEqual(tierSnapshot(template('or so')));
    expect(tierSnapshot(template('so')).Metadata).toEqual({ 'sizing-blueprints': { version: 1, usage: [use] } });
  });

  test('sorts keys and keeps the order of lists', () => {
    const snapshot = tierSnapshot({ Resources: { B: { Type: 'T', Properties: { z: 1, a: [3, 1, 2] } }, A: { Type: 'T' } } });
    expect(JSON.stringify(snapshot)).toBe('{"Resources":{"A":{"Type":"T"},"B":{"Properties":{"a":[3,1,2],"z":1},"Type":"T"}}}');
  });

  test.each([
    ['an empty stack', new Stack(new App(), 'Empty')],
    ['an empty template', {}],
    ['a template with nothing but the CDK’s metadata', { Resources: { CDKMetadata: { Type: 'AWS::CDK::Metadata' } } }],
  ])('refuses %s', (_, source) => {
    expect(() => tierSnapshot(source)).toThrow('has no resources');
    expect(() => expect(source).toMatchTierSnapshot()).toThrow('has no resources');
  });
});

describe('toCostAtMost', () => {
  const bill = estimateOf([line({ quantity: { low: 100, mid: 730, high: 1_000 }, price: '1', name: 'Instance hours' })]);

  test('holds the expected bill against the limit', () => {
    expect(bill).toCostAtMost(730);
    expect(bill).not.toCostAtMost('729.99');
  });

  test('or its high end', () => {
    expect(bill).toCostAtMost(1_000, { point: 'high' });
    expect(bill).not.toCostAtMost(999, { point: 'high' });
  });

  test('says what it is and where the money goes', () => {
    expect(() => expect(bill).toCostAtMost(500)).toThrow(
      'expected a bill of at most $500.00 a month, and it is $730.00 (mid). Most of it:\n  $730.00  api: Instance hours',
    );
    expect(() => expect(bill).not.toCostAtMost(1_000)).toThrow('expected a bill above $1000.00 a month');
  });

  test('refuses a bill that is incomplete', () => {
    expect(() => expect(estimateOf([line({ state: 'unpriced' })])).toCostAtMost(10 ** 6)).toThrow(
      'the bill is incomplete: resources without a price: 1',
    );
  });
});
