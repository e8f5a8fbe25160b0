import type { Rule } from '../rule';
import { flagAt, rawAt } from '../values';

export const ec2PrivateDns: Rule = {
  id: 'ec2-private-dns',
  severity: 'error',
  description: 'Endpoint with private DNS names is in a VPC without DNS hostnames, which EC2 rejects',
  fix: 'Set EnableDnsHostnames and EnableDnsSupport of the VPC to true',
  citation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html',
  *check(context) {
    for (const endpoint of context.ofType('AWS::EC2::VPCEndpoint')) {
      if (flagAt(endpoint.properties, 'PrivateDnsEnabled') !== true) continue;
      const vpc = context.targetOf('AWS::EC2::VPC', rawAt(endpoint.properties, 'VpcId'));
      if (vpc === undefined) continue;
      // A new VPC has DNS support, and no DNS hostnames.
      const hostnames = flagAt(vpc.properties, 'EnableDnsHostnames') ?? false;
      const support = flagAt(vpc.properties, 'EnableDnsSupport') ?? true;
      if (hostnames !== false && support !== false) continue;
      const name = hostnames === false ? 'EnableDnsHostnames' : 'EnableDnsSupport';
      yield {
        resource: vpc,
        path: `Properties.${name}`,
        received: 'false',
        expected: `true, because ${endpoint.id} has private DNS names`,
      };
    }
  },
};
