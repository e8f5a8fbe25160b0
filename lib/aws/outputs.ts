import { CfnOutput } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { outputPrefix } from './names';

/** Adds a stack output with a value that operators need after a deployment, named by its component: `EntryEndpoint`. Never a secret. */
export function output(component: Construct, name: string, value: string, description: string): void {
  new CfnOutput(component, `${name}Output`, { value, description }).overrideLogicalId(`${outputPrefix(component.node.id)}${name}`);
}
