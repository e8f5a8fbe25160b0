import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { output } from '../outputs';

/** Retention of database logs, as of all other logs of the stack. */
const RETENTION_DAYS = 30;

/**
 * Adds an output with the commands that limit the retention of log groups which AWS creates at the first event. A template
 * cannot create them first: their names contain the identifier of the server, which AWS chooses unless the template fixes it,
 * and CloudFormation cannot replace a server with a fixed identifier. Source: AWS CloudFormation user guide, "Name Type".
 */
export function logRetentionOutput(component: Construct, logGroups: readonly string[]): void {
  if (logGroups.length === 0) return;
  const { region } = Stack.of(component);
  const commands = logGroups.map(
    (name) => `aws logs put-retention-policy --region ${region} --retention-in-days ${RETENTION_DAYS} --log-group-name ${name}`,
  );
  output(component, 'LogRetention', commands.join('; '), `Commands that delete logs of ${component.node.id} after ${RETENTION_DAYS} days`);
}
