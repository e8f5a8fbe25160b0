import { Aws } from 'aws-cdk-lib';
import { InputError } from '../core/problems';

/** Largest length of a bucket name. Source: Amazon S3 user guide, bucket naming rules. */
const BUCKET_NAME_CHARACTERS = 63;
const ACCOUNT_CHARACTERS = 12;

/** Largest length of the identifier of a database instance. Source: Amazon RDS API reference, CreateDBInstance, DBInstanceIdentifier. */
const SERVER_NAME_CHARACTERS = 63;

/**
 * Identifier of a database instance: `shop-dev-database`. RDS stores identifiers in lower case. Throws an InputError when it would be
 * too long.
 */
export function serverName(stackName: string, component: string): string {
  const name = `${stackName}-${component}`.toLowerCase();
  requireLength('database identifier', name, SERVER_NAME_CHARACTERS);
  return name;
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
  requireLength('bucket name', own, room);
  return `${own}-${region}-${Aws.ACCOUNT_ID}`;
}

/** Throws an InputError when a name that contains the environment is too long. */
function requireLength(kind: string, name: string, most: number): void {
  if (name.length <= most) return;
  throw new InputError('blueprint', [
    {
      path: 'environment',
      reason: `makes a ${kind} of ${name.length} characters (${name})`,
      expected: `a name that makes a ${kind} of at most ${most} characters`,
    },
  ]);
}
