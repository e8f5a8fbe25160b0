import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Client } from '../build-context';

/**
 * A service on EKS as the client of one component. Environment variables become connection settings of the component for all
 * of its clients. External Secrets reads secrets, so pods need no permission for them.
 */
export class WorkloadClient implements Client {
  constructor(
    /** The cluster security group. */
    readonly connections: ec2.Connections,
    /** Role of the pods. */
    readonly role: iam.IRole,
    private readonly settings: Map<string, string>,
    private readonly secretReader: iam.IGrantable,
  ) {}

  /** Adds a connection setting of the component. */
  setEnvironment(name: string, value: string): void {
    this.settings.set(name, value);
  }

  /** Allows External Secrets to read the secret. */
  setSecret(_name: string, secret: ecs.Secret): void {
    secret.grantRead(this.secretReader);
  }
}
