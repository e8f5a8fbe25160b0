import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import type { ResolvedBucket } from '../../blueprint/resolved-component';
import { DECLARATION_KEY } from '../../contract/key';
import { declarationOfCopies, isCopy } from '../../contract/stacks';
import { acknowledge } from '../acknowledge';
import { lifecycleOf } from '../data/bucket';
import { SYNTHESIS_CONTEXT } from '../feature-flags';
import { copyBucketName } from '../regional-names';
import { type StackSettings, stackPropsOf } from '../stack-settings';

/** Properties of CopiedFiles. */
interface CopiedFilesProps extends StackSettings {
  /** Blueprint of the standby region. */
  readonly blueprint: Blueprint;
  /** Name of the stack in the primary region. */
  readonly primaryStackName: string;
}

/**
 * The buckets of a standby region that files are replicated to. They are a stack of their own, because the primary stack
 * depends on them, and the standby stack depends on the primary stack.
 */
export class CopiedFiles extends Stack {
  constructor(scope: Construct, id: string, { blueprint, primaryStackName, ...settings }: CopiedFilesProps) {
    super(scope, id, stackPropsOf(scope, blueprint, settings, 'copied files'));
    for (const [key, value] of Object.entries(SYNTHESIS_CONTEXT)) this.node.setContext(key, value);
    const copies = Object.values(blueprint.components).filter(isCopy);
    this.templateOptions.metadata = { [DECLARATION_KEY]: declarationOfCopies(blueprint) };
    for (const copy of copies) copyOf(new Construct(this, copy.id), copy, copyBucketName(primaryStackName, copy.id, this.region));
  }
}

function copyOf(scope: Construct, component: ResolvedBucket, bucketName: string): void {
  const bucket = new s3.Bucket(scope, 'Bucket', {
    bucketName,
    encryption: s3.BucketEncryption.S3_MANAGED,
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    // S3 replicates to versioned buckets only.
    versioned: true,
    lifecycleRules: [lifecycleOf(component)],
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  acknowledge(bucket, { S1: 'Only replication writes here until this region takes over; access to the originals is logged.' });
}
