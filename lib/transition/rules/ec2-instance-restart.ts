import { textOf } from '../property-value';
import type { TransitionRule } from '../rule';
import { changesProperty, type TransitionContext } from '../transition-context';

/** Properties that CloudFormation changes while the instance is stopped. */
const RESTARTING = ['AdditionalInfo', 'EbsOptimized', 'InstanceType', 'KernelId', 'RamdiskId', 'UserData'];

/** Families whose root volume may be an instance store, which makes CloudFormation replace the instance. Source: EC2 user guide, "Root device type". */
const WITH_INSTANCE_STORE_ROOT: ReadonlySet<string> = new Set(['c1', 'c3', 'd2', 'g2', 'i2', 'm1', 'm2', 'm3', 'r3', 'x1']);

export const ec2InstanceRestart: TransitionRule = {
  id: 'ec2-instance-restart',
  description:
    'CloudFormation stops and starts an instance for another type or other user data, and changes its security groups while it runs; it replaces an instance with an instance store root volume',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-instance.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-resize.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/RootDeviceStorage.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Stop_Start.html',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    for (const change of context.updated('AWS::EC2::Instance')) {
      const { id: resource, before, after } = change;
      // Another property replaces the instance, or may do so.
      const others = change.properties.filter(({ name }) => name !== 'SecurityGroupIds' && !RESTARTING.includes(name));
      if (others.some(({ impact }) => impact !== 'updates')) continue;
      // The specification says replacement for EC2-Classic, which AWS has retired: every instance is in a VPC.
      if (changesProperty(change, 'SecurityGroupIds')) {
        yield { resource, class: 'in-place', properties: ['SecurityGroupIds'], text: 'security groups change while the instance runs' };
      }
      const properties = RESTARTING.filter((name) => changesProperty(change, name));
      // An unknown type, and one of another architecture, stay with the replacement that the specification states.
      if (
        properties.length === 0 ||
        !canRestart(
          context,
          [before, after].map((instance) => textOf(instance, 'InstanceType')),
        )
      )
        continue;
      const userData = properties.includes('UserData') ? ', does not run the new user data' : '';
      yield {
        resource,
        class: 'in-place-with-interruption',
        properties,
        text: `${properties.join(', ')}: the instance stops and starts${userData}, loses the data of its instance store, and gets another public IPv4 address unless it has an Elastic IP address`,
        // Source: "It can take a few minutes for the instance to stop".
        interruption: { of: 'the instance', lowMinutes: 2 },
      };
    }
  },
};

/** Whether an instance of the first type, with its root volume, can start as the second type. */
function canRestart({ facts }: TransitionContext, [old, next]: readonly (string | undefined)[]): boolean {
  if (old === undefined || next === undefined || WITH_INSTANCE_STORE_ROOT.has(old.split('.')[0] ?? '')) return false;
  const architecture = facts.instanceArchitecture(old);
  return architecture !== undefined && architecture === facts.instanceArchitecture(next);
}
