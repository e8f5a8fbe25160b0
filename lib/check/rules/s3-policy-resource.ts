import { intrinsicOf } from '../../cloudformation/references';
import { bucketStatements } from '../policies';
import type { Rule } from '../rule';
import { isKnownString, stringAt } from '../values';

const BUCKET = 'AWS::S3::Bucket';
/** Actions on objects: `s3:GetObject`, `s3:PutObjectAcl`. */
const ON_OBJECTS = /^s3:(Abort|Delete|Get|Put|Restore)(Multipart|Object)/;

export const s3PolicyResource: Rule = {
  id: 's3-policy-resource',
  severity: 'error',
  description: 'Bucket policy allows actions on objects for the bucket alone, or is about another bucket, which S3 rejects',
  fix: 'Write the objects as the ARN of the bucket with /* at its end',
  citation: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html',
  unsettled:
    'The page states which actions are for objects. Users report that S3 rejects such policies: https://github.com/ministryofjustice/modernisation-platform/pull/10762, https://github.com/aws-samples/aws-serverless-appsync-app/issues/4',
  *check(context) {
    for (const { resource, path, actions, resources } of bucketStatements(context)) {
      if (actions.length > 0 && actions.every((action) => ON_OBJECTS.test(action)) && resources.length > 0 && resources.every(isBucket))
        yield { resource, path: `${path}.Resource`, received: `a bucket, for ${actions[0]}`, expected: 'its objects, with /* at the end' };
      const name = stringAt(context.targetOf(BUCKET, resource.properties.Bucket)?.properties, 'BucketName');
      const other = resources.filter(isKnownString).find((arn) => isKnownString(name) && isOfOtherBucket(arn, name));
      if (other !== undefined) yield { resource, path: `${path}.Resource`, received: other, expected: `the ARN of ${String(name)}` };
    }
  },
};

/** The ARN of a bucket, and not of its objects. */
function isBucket(value: unknown): boolean {
  const [name, argument] = intrinsicOf(value) ?? [];
  if (name === 'Fn::GetAtt') return (Array.isArray(argument) ? argument[1] : String(argument).split('.')[1]) === 'Arn';
  return isKnownString(value) && /^arn:[^:]+:s3:::[^/*]+$/.test(value);
}

function isOfOtherBucket(arn: string, name: string): boolean {
  const bucket = /^arn:[^:]+:s3:::([^/*?]+)(\/|$)/.exec(arn)?.[1];
  return bucket !== undefined && bucket !== name;
}
