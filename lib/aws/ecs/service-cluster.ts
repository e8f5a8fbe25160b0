import type * as ecs from 'aws-cdk-lib/aws-ecs';

/** The ECS cluster of a service: that of the stack, or one of a user. */
export interface ServiceCluster {
  /** The ECS cluster. */
  readonly cluster: ecs.ICluster;
  /** Service Connect namespace of the services. Default: they have no Service Connect. */
  readonly namespace?: string;
  /** Whether the cluster has the capacity providers of Fargate. Services in others use the launch type. */
  readonly hasFargateProviders: boolean;
}
