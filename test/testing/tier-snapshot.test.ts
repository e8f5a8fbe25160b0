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

describe('toMatchTierSnapshot', () => {
  test('accepts a stack', () => {
    expect(bucketStack()).toMatchTierSnapshot();
  });

  test('accepts a template and a hint', () => {
    expect(Template.fromStack(bucketStack())).toMatchTierSnapshot('the same');
  });

  test('works with the snapshot matcher of the test runner', () => {
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

describe('tierSnapshot', () => {
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

  test('depends on the code that is deployed', () => {
    expect(tierSnapshot(functionStack('exports.handler = 1'))).not.toEqual(tierSnapshot(functionStack('exports.handler = 2')));
  });

  test('has no paths, no bootstrap check and no CDK metadata resource', () => {
    const text = JSON.stringify(
      tierSnapshot({
        Parameters: { BootstrapVersion: { Type: 'String' }, Mine: { Type: 'String' } },
        Rules: { CheckBootstrapVersion: {} },
        Conditions: { CDKMetadataAvailable: {} },
        Resources: {
          CDKMetadata: { Type: 'AWS::CDK::Metadata' },
          Files: { Type: 'AWS::S3::Bucket', Metadata: { 'aws:cdk:path': 'Shop/Files/Resource', stable: true } },
        },
      }),
    );
    expect(text).toBe(
      '{"Parameters":{"Mine":{"Type":"String"}},"Resources":{"Files":{"Metadata":{"stable":true},"Type":"AWS::S3::Bucket"}}}',
    );
  });

  test('contains usage quantities without their basis', () => {
    const use = { component: 'api', key: 'logIngestGb', quantity: { low: 1, mid: 2, high: 3 } };
    const template = (text: string) => ({
      Metadata: { 'sizing-blueprints': { version: 1, usage: [{ ...use, basis: { kind: 'stated', text } }] } },
      Resources: { Files: { Type: 'AWS::S3::Bucket' } },
    });
    expect(tierSnapshot(template('measured'))).toEqual(tierSnapshot(template('guessed')));
    expect(tierSnapshot(template('measured')).Metadata).toEqual({ 'sizing-blueprints': { version: 1, usage: [use] } });
  });

  test('sorts keys and keeps the order of lists', () => {
    const snapshot = tierSnapshot({ Resources: { B: { Type: 'T', Properties: { z: 1, a: [3, 1, 2] } }, A: { Type: 'T' } } });
    expect(JSON.stringify(snapshot)).toBe('{"Resources":{"A":{"Type":"T"},"B":{"Properties":{"a":[3,1,2],"z":1},"Type":"T"}}}');
  });

  test.each([
    ['an empty stack', new Stack(new App(), 'Empty')],
    ['an empty template', {}],
    ['a template with only CDK metadata', { Resources: { CDKMetadata: { Type: 'AWS::CDK::Metadata' } } }],
  ])('refuses %s', (_, source) => {
    expect(() => tierSnapshot(source)).toThrow('has no resources');
    expect(() => expect(source).toMatchTierSnapshot()).toThrow('has no resources');
  });
});

describe('toCostAtMost', () => {
  const estimate = estimateOf([line({ quantity: { low: 100, mid: 730, high: 1_000 }, price: '1', name: 'Instance hours' })]);

  test('compares the expected cost with the limit', () => {
    expect(estimate).toCostAtMost(730);
    expect(estimate).not.toCostAtMost('729.99');
  });

  test('compares the high cost with the limit on request', () => {
    expect(estimate).toCostAtMost(1_000, { point: 'high' });
    expect(estimate).not.toCostAtMost(999, { point: 'high' });
  });

  test('reports the cost and the largest line items', () => {
    expect(() => expect(estimate).toCostAtMost(500)).toThrow(
      'expected the estimate to cost at most $500.00/month, but it costs $730.00/month (mid). Largest line items:\n  $730.00  api: Instance hours',
    );
    expect(() => expect(estimate).not.toCostAtMost(1_000)).toThrow('expected the estimate to cost more than $1000.00/month');
  });

  test('fails for an incomplete estimate', () => {
    expect(() => expect(estimateOf([line({ state: 'unpriced' })])).toCostAtMost(10 ** 6)).toThrow(
      'the estimate is incomplete: 1 unpriced resource',
    );
  });
});
