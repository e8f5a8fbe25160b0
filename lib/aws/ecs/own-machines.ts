import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { acknowledge } from '../acknowledge';

/** How the rule pack writes a resource of this stack's account, which is not known at synthesis. */
export function findingOf(scope: IConstruct, resource: string): string {
  return `IAM5[Resource::arn:aws:ec2:${Stack.of(scope).region}:<AWS::AccountId>:${resource}]`;
}

export function arnOf(scope: IConstruct, resource: string): string {
  return Stack.of(scope).formatArn({ service: 'ec2', resource });
}

/**
 * Allows a machine's role an action that joins other resources to a machine, and of all machines only to those of
 * this stack: CloudFormation tags the autoscaling group, and the group its machines.
 */
export function allowOnOwnMachines(role: iam.IRole, action: string, ...others: string[]): void {
  role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: [action], resources: others }));
  role.addToPrincipalPolicy(
    new iam.PolicyStatement({
      actions: [action],
      resources: [arnOf(role, 'instance/*')],
      conditions: { StringEquals: { 'ec2:ResourceTag/aws:cloudformation:stack-name': Stack.of(role).stackName } },
    }),
  );
  acknowledge(role, {
    [findingOf(role, 'instance/*')]: 'Machines have no name before they start; a condition leaves those of this stack.',
  });
}
