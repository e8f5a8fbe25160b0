import type { Broken } from '../texts';

/** Broken networks, load balancers, instances, distributions and log groups. */
export const BROKEN_NETWORK: readonly Broken[] = [
  {
    rule: 'ec2-fixed-zone',
    what: 'a subnet in a zone of some account',
    base: 'fargate-web.yaml',
    change: [
      ["CidrBlock: 10.0.48.0/20, AvailabilityZone: !Select [1, !GetAZs '']", 'CidrBlock: 10.0.48.0/20, AvailabilityZone: eu-west-1b'],
    ],
    at: 'PrivateB Properties.AvailabilityZone',
  },
  {
    rule: 'elb-listener-port',
    what: 'HTTP and HTTPS on one port',
    base: 'fargate-web.yaml',
    change: [['      Protocol: HTTPS\n      Port: 443\n', '      Protocol: HTTPS\n      Port: 80\n']],
    at: 'Https Properties.Port',
  },
  {
    rule: 'log-retention',
    what: 'a log group without an end',
    base: 'ec2-web.yaml',
    change: [[', Properties: { RetentionInDays: 14 }', '']],
    at: 'Logs Properties.RetentionInDays',
  },
];
