import { Aws } from 'aws-cdk-lib';
import { InputError } from '../core/problems';

/** Largest length of a bucket name. Source: Amazon S3 user guide, bucket naming rules. */
const BUCKET_NAME_CHARACTERS = 63;
const ACCOUNT_CHARACTERS = 12;

/** Identifier of a database instance: `shop-dev-database`. RDS stores identifiers in lower case. */
export function serverName(stackName: string, component: string): string {
  return `${stackName}-${component}`.toLowerCase();
}

/** ARN of a database instance of this account in another region. */
export function serverArn(region: string, name: string): string {
  return `arn:${Aws.PARTITION}:rds:${region}:${Aws.ACCOUNT_ID}:db:${name}`;
}

/** Name of the secret of a component: `shop-dev/database`. Replicas of the secret in other regions have the same name. */
export function secretName(stackName: string, component: string): string {
  return `${stackName}/${component}`;
}

/**
 * Name of the replica of a bucket in a region. It contains the account id, because bucket names are globally unique. Throws
 * an InputError when the name would be too long.
 */
export function copyBucketName(stackName: string, component: string, region: string): string {
  const own = `${stackName}-${component}`.toLowerCase();
  const room = BUCKET_NAME_CHARACTERS - ACCOUNT_CHARACTERS - region.length - '--'.length;
  if (own.length > room) {
    throw new InputError('blueprint', [
      {
        path: 'environment',
        reason: `makes a bucket name of ${own.length} characters (${own})`,
        expected: `a name that makes a bucket name of at most ${room} characters`,
      },
    ]);
  }
  return `${own}-${region}-${Aws.ACCOUNT_ID}`;
}
