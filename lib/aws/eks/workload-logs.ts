import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Log group of a container of the stack's namespace: Fluent Bit makes its name from that of the container. */
export function workloadLogGroupName(scope: Construct, container: string): string {
  return `/aws/eks/${Stack.of(scope).stackName}/workloads/${container}`;
}
