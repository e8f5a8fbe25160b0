import { LOAD_BALANCER } from '../elb';
import { all, is, isByDefault } from '../property-condition';
import { absent, each, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const elbStaticAddress: Rule = {
  id: 'elb-static-address',
  severity: 'error',
  description:
    'Application Load Balancer has Elastic IP addresses, an internet-facing load balancer has private addresses, or an internal one has Elastic IP addresses',
  fix: 'Use a Network Load Balancer, with AllocationId when it is internet-facing, and with PrivateIPv4Address when it is internal',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html',
  check: (context) =>
    violationsOf(
      context,
      LOAD_BALANCER,
      when(isByDefault('Type', 'application'), each('SubnetMappings', absent('AllocationId'))),
      when(isByDefault('Scheme', 'internet-facing'), each('SubnetMappings', absent('PrivateIPv4Address'))),
      when(all(is('Type', 'network'), is('Scheme', 'internal')), each('SubnetMappings', absent('AllocationId'))),
    ),
};
