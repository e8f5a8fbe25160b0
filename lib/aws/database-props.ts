import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as rds from 'aws-cdk-lib/aws-rds';

/** What servers and replicas of a database have in common. */
export type SharedServerProps = Omit<rds.DatabaseInstanceNewProps, 'vpcSubnets'> & {
  readonly vpcSubnets: ec2.SubnetSelection;
  readonly instanceType: ec2.InstanceType;
  readonly parameterGroup: rds.ParameterGroup;
};
