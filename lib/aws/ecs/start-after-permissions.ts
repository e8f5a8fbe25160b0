import type { BaseService } from 'aws-cdk-lib/aws-ecs';

/**
 * Creates a service after the policy of its execution role, which tasks need for image, secrets and logs. The CDK orders only the
 * task role, and the circuit breaker fails a deployment after three tasks that cannot start. Source: AWS CloudFormation template
 * reference, AWS::IAM::Policy, `Roles`.
 */
export function startAfterPermissions(service: BaseService): void {
  service.node.addDependency(service.taskDefinition.obtainExecutionRole());
}
