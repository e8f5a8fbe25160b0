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

/** How long an overwritten or deleted object can be brought back. */
const RECOVERABLE_DAYS = 30;

/** What reading and writing objects takes, and no more: their locks and the bucket's settings stay closed. */
const OBJECT_ACTIONS = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'] as const;

/** Files in S3: encrypted, private, over TLS only, versioned, kept when the stack is deleted. */
export class Bucket extends Construct implements Dependency {
  readonly bucket: s3.IBucket;

  constructor(scope: Construct, component: ComponentOf<'bucket'>, context: BuildContext) {
    super(scope, component.id);
    const { observability, primaryStackName } = context;
    if (component.copyOf !== undefined) {
      this.bucket = s3.Bucket.fromBucketName(this, 'Copy', copyBucketName(primaryStackName, component.id, Stack.of(this).region));
      return;
    }
    const bucket = new s3.Bucket(this, 'Bucket', {
      // Keys of S3 itself: as strong as a customer key, and free of a charge for each request.
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [lifecycleOf(component)],
      serverAccessLogsBucket: observability.accessLogs,
      serverAccessLogsPrefix: `buckets/${component.id}/`,
      removalPolicy: RemovalPolicy.RETAIN,
      ...replication(this, component, primaryStackName),
    });
    this.bucket = bucket;
    if (component.copiedTo !== undefined) acknowledgeReplication(bucket, component, primaryStackName);
    output(this, 'Name', this.bucket.bucketName, 'Name of the bucket');
  }

  serve(client: Client): void {
    const everyObject = this.bucket.arnForObjects('*');
    client.role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: [...OBJECT_ACTIONS], resources: [everyObject] }));
    client.role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }));
    client.setEnvironment(`${environmentPrefix(this.node.id)}_BUCKET`, this.bucket.bucketName);
    acknowledge(client.role, {
      [`IAM5[Resource::${this.arnInFindings()}/*]`]:
        'Objects get their names when they are written; the actions are those of reading and writing them.',
    });
  }

  /** How the rule pack writes the bucket's ARN: by reference, or for a bucket of another stack by its name. */
  private arnInFindings(): string {
    const own = this.bucket.node.defaultChild as s3.CfnBucket | undefined;
    if (own !== undefined) return `<${Stack.of(this).resolve(own.logicalId)}.Arn>`;
    return findingText(Stack.of(this).resolve(this.bucket.bucketArn));
  }
}

/** References are written in angle brackets. */
function findingText(value: unknown): string {
  if (typeof value === 'string') return value;
  const { Ref: ref, 'Fn::Join': join } = value as { readonly Ref?: string; readonly 'Fn::Join'?: readonly [string, readonly unknown[]] };
  return join === undefined ? `<${ref}>` : join[1].map(findingText).join(join[0]);
}

/** Every new file goes to each of the other regions, deletions too. */
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

/** The rights of the role that copies, which CDK writes: to read each file here, and to write each one there. */
function acknowledgeReplication(bucket: s3.Bucket, { id, copiedTo = [] }: ComponentOf<'bucket'>, stackName: string): void {
  const stack = Stack.of(bucket);
  const own = `<${stack.resolve((bucket.node.defaultChild as s3.CfnBucket).logicalId)}.Arn>`;
  const copies = copiedTo.map((region) => findingText(stack.resolve(`arn:aws:s3:::${copyBucketName(stackName, id, region)}`)));
  const reason = 'Files get their names when they are written; the role does nothing but copy them.';
  acknowledge(bucket, Object.fromEntries([own, ...copies].map((arn) => [`IAM5[Resource::${arn}/*]`, reason])));
}

/** How long old versions are kept, and when files move to a cheaper class. */
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
