import { sameValueKey } from '../check-context';
import { duplicates } from '../duplicates';
import { is } from '../property-condition';
import { required, violationsOf, when, within } from '../requirements';
import type { Rule } from '../rule';
import { flagAt, isKnownNumber, numberAt } from '../values';

const ENTRY = 'AWS::EC2::NetworkAclEntry';

export const ec2NetworkAcl: Rule = {
  id: 'ec2-network-acl',
  severity: 'error',
  description: 'Entry of a network ACL has no ports for TCP or UDP, no ICMP type, or the number of another entry or a reserved one',
  fix: 'Set PortRange or Icmp, and a RuleNumber of its own of 1 to 32766',
  citation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html',
  *check(context) {
    yield* violationsOf(
      context,
      ENTRY,
      within('RuleNumber', { least: 1, most: 32_766 }),
      when(is('Protocol', '6', '17'), required('PortRange')),
      when(is('Protocol', '1'), required('Icmp')),
    );
    const entries = context.ofType(ENTRY);
    const keyOf = ({ properties }: (typeof entries)[number]) => {
      const [number, isEgress] = [numberAt(properties, 'RuleNumber'), flagAt(properties, 'Egress') ?? false];
      return isKnownNumber(number) && typeof isEgress === 'boolean' ? sameValueKey([properties.NetworkAclId, number, isEgress]) : undefined;
    };
    for (const { resource, other } of duplicates(context, entries, keyOf))
      yield {
        resource,
        path: 'Properties.RuleNumber',
        received: `the number of ${other.id}`,
        expected: 'a number that no other entry has',
      };
  },
};
