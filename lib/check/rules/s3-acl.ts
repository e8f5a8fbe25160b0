import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { isAbsent, isKnownString, stringAt } from '../values';

const OWNERSHIP = ['OwnershipControls', 'Rules', 0, 'ObjectOwnership'] as const;
const ENFORCED = 'BucketOwnerEnforced';
/** Access control lists that give access to the owner of the bucket alone. */
const OWN = ['Private', 'BucketOwnerFullControl', 'BucketOwnerRead'];

export const s3Acl: Rule = {
  id: 's3-acl',
  severity: 'error',
  description:
    'Bucket has an access control list for others, and its object ownership, as of every new bucket, disables access control lists',
  fix: 'Replace AccessControl by a bucket policy, or set ObjectOwnership to ObjectWriter or BucketOwnerPreferred',
  citation: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
  unsettled:
    'That CloudFormation fails is known from a report: https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1606. That Private is accepted, from a change of the CDK: https://github.com/aws/aws-cdk/pull/25303',
  *check(context) {
    for (const resource of context.ofType('AWS::S3::Bucket')) {
      const acl = stringAt(resource.properties, 'AccessControl');
      const isEnforced = isAbsent(resource.properties, 'OwnershipControls') || stringAt(resource.properties, ...OWNERSHIP) === ENFORCED;
      if (!isKnownString(acl) || acl === '' || OWN.includes(acl) || !isEnforced) continue;
      yield { resource, path: 'Properties.AccessControl', received: shown(acl), expected: `absent with ${ENFORCED}` };
    }
  },
};
