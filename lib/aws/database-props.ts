import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as rds from 'aws-cdk-lib/aws-rds';

/** Properties that the primary instance and the replicas of a database share. */
export type SharedServerProps = Omit<rds.DatabaseInstanceNewProps, 'vpcSubnets'> & {
  /** Isolated subnets. */
  readonly vpcSubnets: ec2.SubnetSelection;
  /** Instance class without the `db.` prefix. */
  readonly instanceType: ec2.InstanceType;
  /** Server variables. */
  readonly parameterGroup: rds.ParameterGroup;
};
