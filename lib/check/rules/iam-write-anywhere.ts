import { identityStatements } from '../policies';
import type { Rule } from '../rule';

/**
 * Actions that change something or read secrets and take the ARN of a resource or a condition key, by the Service Authorization
 * Reference: those that instance roles and task roles often have.
 */
const WRITES = [
  /^ec2:(Run|Start|Stop|Terminate|Reboot|Attach|Detach|Delete)(?!Tags$)/,
  /^s3:(Put|Delete)/,
  /^sqs:(Send|Delete|Purge)/,
  /^sns:Publish$/,
  /^dynamodb:(Put|Update|Delete|BatchWrite)/,
  /^lambda:Invoke/,
  /^secretsmanager:(Get|Put|Update|Delete)/,
  /^kms:(Decrypt|Encrypt|GenerateDataKey)/,
  /^iam:PassRole$/,
  /^sts:AssumeRole$/,
  /^ecs:(Put|Update|Delete|Run|Stop)/,
  // The function of the CDK that sets retention periods serves log groups of any name. Source: aws-cdk-lib/aws-logs, LogRetention.
  /^logs:(Put|Delete)(?!RetentionPolicy$)/,
  /^rds:(Delete|Modify|Reboot)/,
  /^autoscaling:(Set|Terminate|Update|Delete|Complete)/,
];

export const iamWriteAnywhere: Rule = {
  id: 'iam-write-anywhere',
  severity: 'warning',
  description: 'Policy allows an action that changes or reads data on every resource of the account',
  fix: 'Name the ARNs of the resources, or add a condition such as a tag',
  citation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  *check(context) {
    for (const { resource, path, actions, resources, condition } of identityStatements(context)) {
      const write = actions.find((action) => WRITES.some((pattern) => pattern.test(action)));
      if (write === undefined || condition !== undefined || !resources.includes('*')) continue;
      yield { resource, path: `${path}.Resource`, received: `"*" for ${write}`, expected: 'the ARNs of the resources' };
    }
  },
};
