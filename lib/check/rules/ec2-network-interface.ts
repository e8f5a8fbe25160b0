import { isPresent } from '../property';
import { has } from '../property-condition';
import { absent, mayBeOther, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';
import { itemsAt } from '../values';

/** Where each type states its network interfaces. */
const DATA: Readonly<Record<string, readonly string[]>> = { 'AWS::EC2::Instance': [], 'AWS::EC2::LaunchTemplate': ['LaunchTemplateData'] };
/** Properties that a network interface has instead of the instance. */
const OF_INTERFACE = ['SecurityGroupIds', 'SecurityGroups', 'SubnetId'];

export const ec2NetworkInterface: Rule = {
  id: 'ec2-network-interface',
  severity: 'error',
  description:
    'Instance states security groups or a subnet next to its network interfaces, or names of security groups next to its subnet, which EC2 rejects',
  fix: 'State them in NetworkInterfaces (Groups, GroupSet, SubnetId), and security groups in a subnet as SecurityGroupIds',
  citation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html',
  *check(context) {
    yield* violationsOf(context, 'AWS::EC2::Instance', when(has('SubnetId'), absent('SecurityGroups')));
    for (const [type, path] of Object.entries(DATA)) {
      for (const resource of context.ofType(type)) {
        if (itemsAt(resource.properties, ...path, 'NetworkInterfaces').every(mayBeOther)) continue;
        for (const name of OF_INTERFACE) {
          if (!isPresent(resource.properties, [...path, name].join('.'))) continue;
          const place = ['Properties', ...path, name].join('.');
          yield { resource, path: place, received: 'set', expected: 'absent next to NetworkInterfaces' };
        }
      }
    }
  },
};
