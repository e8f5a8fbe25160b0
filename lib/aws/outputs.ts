import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { outputPrefix } from './names';

/**
 * Adds a stack output with a value that operators need after a deployment, named by its component: `EntryEndpoint`. Never a secret.
 * A component that is not directly in its stack has an output that is named by its path.
 */
export function output(component: Construct, name: string, value: string, description: string): void {
  const created = new CfnOutput(component, `${name}Output`, { value, description });
  if (component.node.scope !== undefined && Stack.isStack(component.node.scope))
    created.overrideLogicalId(`${outputPrefix(component.node.id)}${name}`);
}
