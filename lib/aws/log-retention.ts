import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge';

/** Retention of the logs that databases export, as of all other logs of a stack. */
export const EXPORTED_LOG_RETENTION = logs.RetentionDays.ONE_MONTH;

/** Log groups that the function may change, each with the reason why its name has a wildcard. */
const LOG_GROUPS = {
  '/aws/rds/*': 'AWS chooses the identifiers of instances, which are parts of these names.',
  '/aws/docdb/*': 'AWS chooses the identifiers of clusters, which are parts of these names.',
  '/aws/lambda/*':
    'CloudFormation chooses the names of functions: of this one, and of those with logRetention that an app adds to the stack, which the CDK serves with this one.',
} as const;

/**
 * The role of the function of the CDK that creates the log groups of databases with a retention period. The template cannot
 * contain them, because their names contain the identifier of the server. The role of the CDK would be allowed to change every
 * log group. The names have wildcards: with the names of the servers, a move would change the policy and use it at once, and IAM
 * applies changes with a delay. Source: IAM user guide, "Troubleshoot IAM": changes are not always immediately visible.
 */
export function logRetentionRole(scope: Construct): iam.IRole {
  const { region } = Stack.of(scope);
  const resources = Object.keys(LOG_GROUPS).map((name) => Stack.of(scope).formatArn({ service: 'logs', resource: `log-group:${name}` }));
  const actions = ['CreateLogGroup', 'CreateLogStream', 'DeleteRetentionPolicy', 'PutLogEvents', 'PutRetentionPolicy'];
  const statement = new iam.PolicyStatement({ actions: actions.map((action) => `logs:${action}`), resources });
  const role = new iam.Role(scope, 'LogRetentionRole', {
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: { LogGroups: new iam.PolicyDocument({ statements: [statement] }) },
  });
  acknowledge(
    role,
    Object.fromEntries(
      Object.entries(LOG_GROUPS).map(([name, reason]) => [
        `IAM5[Resource::arn:aws:logs:${region}:<AWS::AccountId>:log-group:${name}]`,
        reason,
      ]),
    ),
  );
  // The CDK would add a statement about every log group.
  return role.withoutPolicyUpdates();
}
