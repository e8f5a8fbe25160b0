import { CfnResource, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** The function that limits the retention of log groups; it limits that of its own log group too. */
const LIMITS_ITSELF = /^LogRetention/;

/** Id of the log group that the CDK adds to a function, which would stay empty. */
const OWN_LOG_GROUP = 'LogGroup';

/**
 * Gives the functions that the CDK adds to a stack one log group with a retention period. Lambda would create a log group without
 * one for each. Source: AWS Lambda developer guide, "Configuring CloudWatch log groups".
 */
export function logFunctions(scope: Construct): void {
  const functions = Stack.of(scope)
    .node.findAll()
    .filter(
      (construct): construct is CfnResource => construct instanceof CfnResource && construct.cfnResourceType === 'AWS::Lambda::Function',
    )
    .filter(({ node }) => !LIMITS_ITSELF.test(node.scope?.node.id ?? ''));
  if (functions.length === 0) return;
  const group = new logs.LogGroup(scope, 'FunctionLogs', {
    retention: logs.RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  for (const each of functions) {
    each.addPropertyOverride('LoggingConfig.LogGroup', group.logGroupName);
    each.node.scope?.node.tryRemoveChild(OWN_LOG_GROUP);
  }
}
