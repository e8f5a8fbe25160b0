import { textOf } from '../property-value';
import type { TransitionRule } from '../rule';

export const ecsLaunchType: TransitionRule = {
  id: 'ecs-launch-type',
  description: 'CloudFormation replaces a service whose launch type changes; the new one starts while the old one runs',
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ecs-service.html'],
  asOf: '2026-11-28',
  *judge(context) {
    for (const { id, before, after } of context.changed('LaunchType', 'AWS::ECS::Service')) {
      const [old, next] = [textOf(before, 'LaunchType') ?? 'a capacity provider', textOf(after, 'LaunchType') ?? 'a capacity provider'];
      yield { resource: id, class: 'replaced', properties: ['LaunchType'], text: `the service moves from ${old} to ${next}` };
    }
  },
};
