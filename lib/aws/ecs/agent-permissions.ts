import type { ICluster } from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';

/**
 * Permissions of the ECS agent on an instance: register the instance, receive tasks and report their states. Less than the CDK and the
 * managed policy of AWS grant: images are pulled and logs are written with the execution role of each task. Source: Amazon ECS
 * developer guide, "Amazon ECS container instance IAM role"; Service Authorization Reference, Amazon Elastic Container Service.
 */
export function agentPermissions({ clusterArn }: ICluster): iam.PolicyStatement[] {
  return [
    new iam.PolicyStatement({
      actions: ['ecs:DeregisterContainerInstance', 'ecs:RegisterContainerInstance', 'ecs:Submit*'],
      resources: [clusterArn],
    }),
    new iam.PolicyStatement({
      actions: ['ecs:Poll', 'ecs:StartTelemetrySession'],
      resources: ['*'],
      conditions: { ArnEquals: { 'ecs:cluster': clusterArn } },
    }),
    // Returns an address, and has no resource-level permissions.
    new iam.PolicyStatement({ actions: ['ecs:DiscoverPollEndpoint'], resources: ['*'] }),
  ];
}
