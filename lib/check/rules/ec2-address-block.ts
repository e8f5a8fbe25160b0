import { matching, violationsOf } from '../requirements';
import type { Rule } from '../rule';

const BLOCK = matching('CidrBlock', /\/(1[6-9]|2[0-8])$/, 'a netmask between /16 and /28');

export const ec2AddressBlock: Rule = {
  id: 'ec2-address-block',
  severity: 'error',
  description: 'VPC or subnet has an IPv4 block that is not between /16 and /28',
  fix: 'Choose a netmask between /16 and /28',
  citation: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
  *check(context) {
    yield* violationsOf(context, 'AWS::EC2::VPC', BLOCK);
    yield* violationsOf(context, 'AWS::EC2::VPCCidrBlock', BLOCK);
    yield* violationsOf(context, 'AWS::EC2::Subnet', BLOCK);
  },
};
