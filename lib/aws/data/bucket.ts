import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { environmentPrefix } from '../../conventions/environment';
import { acknowledge } from '../acknowledge';
import type { BuildContext, Client, ComponentOf, Dependency } from '../build-context';
import { outputPrefix } from '../names';
import { output } from '../outputs';
import { copyBucketName } from '../regional-names';

/** Days during which an overwritten or deleted object can be restored. */
const RECOVERABLE_DAYS = 30;

/** Actions to read and write objects; object locks and bucket settings are not included. */
const OBJECT_ACTIONS = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'] as const;

/** An S3 bucket: encrypted, private, TLS only, versioned, and retained when the stack is deleted. */
export class Bucket extends Construct implements Dependency {
  /** The bucket; in a standby region, the bucket that files are replicated to. */
  readonly bucket: s3.IBucket;

  constructor(scope: Construct, component: ComponentOf<'bucket'>, context: BuildContext) {
    super(scope, component.id);
    const { observability, primaryStackName } = context;
    if (component.copyOf !== undefined) {
      this.bucket = s3.Bucket.fromBucketName(this, 'Copy', copyBucketName(primaryStackName, component.id, Stack.of(this).region));
      return;
    }
    const bucket = new s3.Bucket(this, 'Bucket', {
      // SSE-S3: as strong as a customer managed key, without a charge per request.
      ...(component.restoreFrom === undefined ? {} : { bucketName: component.restoreFrom }),
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [lifecycleOf(component)],
      serverAccessLogsBucket: observability.accessLogs,
      serverAccessLogsPrefix: `buckets/${component.id}/`,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      ...replication(this, component, primaryStackName),
    });
    this.bucket = bucket;
    if (component.copiedTo !== undefined) acknowledgeReplication(bucket, component, primaryStackName);
    output(this, 'Name', this.bucket.bucketName, 'Name of the bucket');
  }

  /** Allows the client to read and write objects, and gives it the name of the bucket. */
  serve(client: Client): void {
    const everyObject = this.bucket.arnForObjects('*');
    client.role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: [...OBJECT_ACTIONS], resources: [everyObject] }));
    client.role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }));
    client.setEnvironment(`${environmentPrefix(this.node.id)}_BUCKET`, this.bucket.bucketName);
    acknowledge(client.role, {
      [`IAM5[Resource::${this.arnInFindings()}/*]`]:
        'Names of objects are not known before they are written; the actions are limited to reading and writing objects.',
    });
  }

  /** ARN of the bucket in ids of cdk-nag findings: by logical id, or by name for a bucket of another stack. */
  private arnInFindings(): string {
    const own = this.bucket.node.defaultChild as s3.CfnBucket | undefined;
    if (own !== undefined) return `<${Stack.of(this).resolve(own.logicalId)}.Arn>`;
    return findingText(Stack.of(this).resolve(this.bucket.bucketArn));
  }
}

/** Text of an ARN in ids of cdk-nag findings, with references in angle brackets. */
function findingText(value: unknown): string {
  if (typeof value === 'string') return value;
  const { Ref: ref, 'Fn::Join': join } = value as { readonly Ref?: string; readonly 'Fn::Join'?: readonly [string, readonly unknown[]] };
  return join === undefined ? `<${ref}>` : join[1].map(findingText).join(join[0]);
}

/** Replicates new objects and deletions to each standby region. */
function replication(
  scope: Construct,
  { id, copiedTo }: ComponentOf<'bucket'>,
  stackName: string,
): Pick<s3.BucketProps, 'replicationRules'> {
  if (copiedTo === undefined) return {};
  return {
    replicationRules: copiedTo.map((region, index) => ({
      id: `to-${region}`,
      priority: index + 1,
      destination: s3.Bucket.fromBucketName(scope, `CopyIn${outputPrefix(region)}`, copyBucketName(stackName, id, region)),
      deleteMarkerReplication: true,
    })),
  };
}

/** Accepts the findings about the replication role of the CDK, which reads objects here and writes them in standby regions. */
function acknowledgeReplication(bucket: s3.Bucket, { id, copiedTo = [] }: ComponentOf<'bucket'>, stackName: string): void {
  const stack = Stack.of(bucket);
  const own = `<${stack.resolve((bucket.node.defaultChild as s3.CfnBucket).logicalId)}.Arn>`;
  const copies = copiedTo.map((region) => findingText(stack.resolve(`arn:aws:s3:::${copyBucketName(stackName, id, region)}`)));
  const reason = 'Names of objects are not known before they are written; the role only replicates them.';
  acknowledge(bucket, Object.fromEntries([own, ...copies].map((arn) => [`IAM5[Resource::${arn}/*]`, reason])));
}

/** Lifecycle of objects: retention of noncurrent versions, and the transition to Infrequent Access. */
export function lifecycleOf({ infrequentAccessAfterDays }: ComponentOf<'bucket'>): s3.LifecycleRule {
  const transitions =
    infrequentAccessAfterDays === undefined
      ? {}
      : {
          transitions: [{ storageClass: s3.StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(infrequentAccessAfterDays) }],
        };
  return {
    ...transitions,
    abortIncompleteMultipartUploadAfter: Duration.days(7),
    noncurrentVersionExpiration: Duration.days(RECOVERABLE_DAYS),
  };
}
