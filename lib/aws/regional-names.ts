import { Aws } from 'aws-cdk-lib';
import { InputError } from '../core/problems';

/** Names that another region must know before the resource is there: no lookup can tell it what AWS would have chosen. */

/** Longest name of a bucket. */
const BUCKET_NAME_CHARACTERS = 63;
const ACCOUNT_CHARACTERS = 12;

/** The server of a database: `shop-dev-database`. RDS writes names in lower case. */
export function serverName(stackName: string, component: string): string {
  return `${stackName}-${component}`.toLowerCase();
}

/** ARN of a server of this account in another region. */
export function serverArn(region: string, name: string): string {
  return `arn:${Aws.PARTITION}:rds:${region}:${Aws.ACCOUNT_ID}:db:${name}`;
}

/** The secret of a database, which is copied to other regions under its name. */
export function secretName(stackName: string, component: string): string {
  return `${stackName}/${component}`;
}

/**
 * The copy of a bucket in a region. Names of buckets are of the whole world, so the account is in it. Throws an InputError
 * when there is no room for it.
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
