import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { acknowledge } from '../acknowledge';

/** Id of the IAM5 finding of cdk-nag for an EC2 resource of the account of the stack. */
export function findingOf(scope: IConstruct, resource: string): string {
  return `IAM5[Resource::arn:aws:ec2:${Stack.of(scope).region}:<AWS::AccountId>:${resource}]`;
}

/** ARN of an EC2 resource in the account and region of the stack. */
export function arnOf(scope: IConstruct, resource: string): string {
  return Stack.of(scope).formatArn({ service: 'ec2', resource });
}

/**
 * Allows a role an action on the instances of this stack together with the resources in `others`. Instances are selected by
 * the stack name in their tags: CloudFormation tags the Auto Scaling group, which propagates its tags to its instances.
 */
export function allowOnOwnInstances(role: iam.IRole, action: string, ...others: string[]): void {
  role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: [action], resources: others }));
  role.addToPrincipalPolicy(
    new iam.PolicyStatement({
      actions: [action],
      resources: [arnOf(role, 'instance/*')],
      conditions: { StringEquals: { 'ec2:ResourceTag/aws:cloudformation:stack-name': Stack.of(role).stackName } },
    }),
  );
  acknowledge(role, {
    [findingOf(role, 'instance/*')]:
      'Instance ids are not known before launch; a condition limits the statement to the instances of this stack.',
  });
}
