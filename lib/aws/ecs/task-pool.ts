import type * as ec2 from 'aws-cdk-lib/aws-ec2';

/** The EC2 instances that tasks run on: a node pool of the stack, or a capacity provider of a user. */
export interface TaskPool {
  /** Security groups of the instances. */
  readonly connections: ec2.Connections;
  /** Capacity provider of the instances. */
  readonly capacityProvider: {
    /** Its name in the cluster. */
    readonly capacityProviderName: string;
  };
  /** Fixed public IP address of the single host. Default: none. */
  readonly address?: string;
}
