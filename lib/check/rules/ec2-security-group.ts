import { is } from '../property-condition';
import { each, matching, ordered, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

/** ICMP has a type and a code in the place of ports. */
const PORTS = when(is('IpProtocol', 'tcp', 'udp', '6', '17'), ordered('FromPort', 'ToPort'));

export const ec2SecurityGroup: Rule = {
  id: 'ec2-security-group',
  severity: 'error',
  description: 'Security group has a name that begins with sg-, or a rule whose first port is above its last',
  fix: 'Choose another GroupName, and set FromPort to at most ToPort',
  citation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html',
  unsettled:
    'The page states the name. FromPort is the start of a range and ToPort its end: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html',
  *check(context) {
    yield* violationsOf(
      context,
      'AWS::EC2::SecurityGroup',
      matching('GroupName', /^(?!sg-)/i, 'a name that does not begin with sg-'),
      each('SecurityGroupIngress', PORTS),
      each('SecurityGroupEgress', PORTS),
    );
    yield* violationsOf(context, 'AWS::EC2::SecurityGroupIngress', PORTS);
    yield* violationsOf(context, 'AWS::EC2::SecurityGroupEgress', PORTS);
  },
};
