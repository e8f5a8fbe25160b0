import { is } from '../property-condition';
import { oneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

const SPOT = 'LaunchTemplateData.InstanceMarketOptions.SpotOptions';

export const ec2SpotInterruption: Rule = {
  id: 'ec2-spot-interruption',
  severity: 'error',
  description: 'Spot Instances stop or hibernate when they are interrupted, and their request is not persistent',
  fix: 'Set SpotInstanceType to persistent, or InstanceInterruptionBehavior to terminate',
  citation: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/interruption-behavior.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::EC2::LaunchTemplate',
      when(is(`${SPOT}.InstanceInterruptionBehavior`, 'stop', 'hibernate'), oneOf(`${SPOT}.SpotInstanceType`, ['persistent'], 'one-time')),
    ),
};
