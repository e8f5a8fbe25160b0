import { isPresent } from '../property';
import type { Rule } from '../rule';
import { isAbsent, stringAt } from '../values';

export const ec2NatAddress: Rule = {
  id: 'ec2-nat-address',
  severity: 'error',
  description: 'Public NAT gateway has no Elastic IP address, or a private one has one, which EC2 rejects',
  fix: 'Set AllocationId for a public gateway, and ConnectivityType to private for one without it',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-natgateway.html',
  *check(context) {
    for (const gateway of context.ofType('AWS::EC2::NatGateway')) {
      const type = stringAt(gateway.properties, 'ConnectivityType') ?? 'public';
      const hasNone = isAbsent(gateway.properties, 'AllocationId');
      // A regional gateway allocates its addresses itself.
      const isZonal = (stringAt(gateway.properties, 'AvailabilityMode') ?? 'zonal') === 'zonal';
      const path = 'Properties.AllocationId';
      if (type === 'private' && isPresent(gateway.properties, 'AllocationId'))
        yield { resource: gateway, path, received: 'set', expected: 'absent for a private gateway' };
      if (type === 'public' && hasNone && isZonal) yield { resource: gateway, path, expected: 'an address for a public gateway' };
    }
  },
};
