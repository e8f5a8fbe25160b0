import { Stack } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';

/**
 * Allows a client to connect to a server. The rules for a client of another stack are in the stack of the client, which depends on that of
 * the server for the credentials: rules in the stack of the server would make both stacks depend on each other.
 */
export function allowClient(server: ec2.IConnectable, client: ec2.IConnectable, port: ec2.Port, description: string): void {
  const [targets, groups] = [server.connections.securityGroups, client.connections.securityGroups];
  const stacks = new Set([...targets, ...groups].map((group) => Stack.of(group)));
  if (stacks.size === 1) {
    server.connections.allowFrom(client, port, description);
    return;
  }
  for (const group of groups) {
    for (const target of targets) {
      target.addIngressRule(group, port, description, true);
      if (!group.allowAllOutbound) group.addEgressRule(target, port, description);
    }
  }
}
