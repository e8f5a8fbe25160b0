import type { Rule } from '../rule';
import { isAbsent, stringAt } from '../values';

export const ec2NatAddress: Rule = {
  id: 'ec2-nat-address',
  severity: 'error',
  description: 'Private NAT gateway has an Elastic IP address, which EC2 rejects',
  fix: 'Remove AllocationId, or set ConnectivityType to public',
  citation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNatGateway.html',
  *check(context) {
    for (const gateway of context.ofType('AWS::EC2::NatGateway')) {
      if (stringAt(gateway.properties, 'ConnectivityType') !== 'private' || isAbsent(gateway.properties, 'AllocationId')) continue;
      yield { resource: gateway, path: 'Properties.AllocationId', received: 'set', expected: 'absent for a private gateway' };
    }
  },
};
