import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Log group of a container in the namespace of the stack. Fluent Bit makes the name from the name of the container. */
export function workloadLogGroupName(scope: Construct, container: string): string {
  return `/aws/eks/${Stack.of(scope).stackName}/workloads/${container}`;
}
