import { has } from '../property-condition';
import { required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const lambdaVpcSetting: Rule = {
  id: 'lambda-vpc-setting',
  severity: 'error',
  description: 'Function has subnets without security groups, or security groups without subnets',
  fix: 'Set both SubnetIds and SecurityGroupIds',
  citation: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
  unsettled:
    'The page names both. That one requires the other is known from an error of Lambda: https://github.com/rackerlabs/lambda-uploader/issues/130',
  check: (context) =>
    violationsOf(
      context,
      'AWS::Lambda::Function',
      when(has('VpcConfig.SubnetIds'), required('VpcConfig.SecurityGroupIds')),
      when(has('VpcConfig.SecurityGroupIds'), required('VpcConfig.SubnetIds')),
    ),
};
