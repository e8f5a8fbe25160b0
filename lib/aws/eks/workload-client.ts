import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Client } from '../build-context';

/**
 * A service of a cluster as one thing that it uses sees it: variables become settings of what is used, for all who use
 * it; secrets are read by External Secrets, and pods never ask for them.
 */
export class WorkloadClient implements Client {
  constructor(
    readonly connections: ec2.Connections,
    readonly role: iam.IRole,
    private readonly settings: Map<string, string>,
    private readonly secretReader: iam.IGrantable,
  ) {}

  setEnvironment(name: string, value: string): void {
    this.settings.set(name, value);
  }

  setSecret(_name: string, secret: ecs.Secret): void {
    secret.grantRead(this.secretReader);
  }
}
