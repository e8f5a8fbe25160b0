import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { blueprintOf, small, veryLarge } from '../support/blueprints';
import { resourceOf, resourcesAt, resourcesOf, templateOf } from '../support/templates';

describe('bucket', () => {
  const { Properties, DeletionPolicy } = resourceOf(small, 'files', 'AWS::S3::Bucket');

  test('is private, encrypted, versioned, logged and retained', () => {
    expect(Properties).toMatchObject({
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: 'Enabled' },
      LoggingConfiguration: { LogFilePrefix: 'buckets/files/' },
    });
    expect(DeletionPolicy).toBe('RetainExceptOnCreate');
  });

  test('moves old objects, aborts incomplete uploads and expires old versions', () => {
    expect(Properties.LifecycleConfiguration).toEqual({
      Rules: [
        {
          Status: 'Enabled',
          Transitions: [{ StorageClass: 'STANDARD_IA', TransitionInDays: 90 }],
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
          NoncurrentVersionExpiration: { NoncurrentDays: 30 },
        },
      ],
    });
    const never = blueprintOf({ components: [{ kind: 'bucket', id: 'files' }] });
    expect(JSON.stringify(resourceOf(never, 'files', 'AWS::S3::Bucket').Properties.LifecycleConfiguration)).not.toContain('Transitions');
  });

  test('rejects plain HTTP', () => {
    expect(JSON.stringify(resourceOf(small, 'files', 'AWS::S3::BucketPolicy').Properties)).toContain('"aws:SecureTransport":"false"');
  });
});

describe('queue', () => {
  const queues = resourcesAt(small, 'jobs', 'AWS::SQS::Queue');

  test('moves messages that failed too often to a dead-letter queue', () => {
    expect(queues).toHaveLength(2);
    expect(queues.filter(({ Properties }) => 'RedrivePolicy' in Properties).map(({ Properties }) => Properties)).toEqual([
      expect.objectContaining({ VisibilityTimeout: 300, RedrivePolicy: expect.objectContaining({ maxReceiveCount: 5 }) }),
    ]);
  });

  test('is encrypted, rejects plain HTTP and is retained', () => {
    for (const { Properties, DeletionPolicy } of queues) {
      expect(Properties.SqsManagedSseEnabled).toBe(true);
      expect(DeletionPolicy).toBe('RetainExceptOnCreate');
    }
    expect(resourcesAt(small, 'jobs', 'AWS::SQS::QueuePolicy')).toHaveLength(2);
  });
});

describe('CDN', () => {
  test('serves only the static folder of its bucket, with signed requests, HTTPS and logs', () => {
    templateOf(veryLarge).hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        HttpVersion: 'http2and3',
        DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https', Compress: true },
        Origins: [Match.objectLike({ OriginPath: '/static', OriginAccessControlId: Match.anyValue() })],
        Logging: Match.objectLike({ Bucket: Match.anyValue() }),
      },
    });
  });

  test('cannot read other files of the bucket', () => {
    const { Properties } = resourceOf(veryLarge, 'files', 'AWS::S3::BucketPolicy');
    const { Statement } = Properties.PolicyDocument as { readonly Statement: readonly { Effect: string; Resource: unknown }[] };
    const allowed = Statement.filter(({ Effect }) => Effect === 'Allow');
    expect(allowed).toHaveLength(1);
    expect(JSON.stringify(allowed[0]?.Resource)).toContain('"/static/*"');
    expect(JSON.stringify(allowed[0])).toMatch(/"aws:SourceArn".*distribution/);
  });

  test('can be in two regions of an account: the name of its origin access control contains the region', () => {
    const names = (['us-east-1', 'ap-southeast-1'] as const).map((region) => {
      const network = { ...veryLarge.network, region, zones: [`${region}a`, `${region}b`, `${region}c`] } as const;
      const there = { ...veryLarge, options: { ...veryLarge.options, region }, network } as const;
      const [control] = Object.values(templateOf(there).findResources('AWS::CloudFront::OriginAccessControl'));
      return String(control?.Properties.OriginAccessControlConfig.Name);
    });
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(64);
  });
});

test('shared resources are below network, cluster and observability, all others below their component', () => {
  // The CDK puts the function that limits the retention of logs directly into the stack.
  const known = new Set([
    ...Object.keys(veryLarge.components),
    'network',
    'cluster',
    'observability',
    'LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a',
  ]);
  for (const [id, { Metadata }] of Object.entries(resourcesOf(veryLarge))) {
    expect(known, id).toContain(String(Metadata?.['aws:cdk:path']).split('/')[1]);
  }
});
