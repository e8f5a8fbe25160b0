import type { TransitionRule } from '../rule';

export const ecsNetworkConfiguration: TransitionRule = {
  id: 'ecs-network-configuration',
  description:
    'ECS rejects a network configuration with a task definition that does not use awsvpc, and retains one that a template no longer contains',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html',
    'https://github.com/aws-actions/amazon-ecs-deploy-task-definition/issues/616',
  ],
  asOf: '2026-11-28',
  *judge(context) {
    for (const { id, before, after } of context.changed('NetworkConfiguration', 'AWS::ECS::Service')) {
      if (before.properties.NetworkConfiguration === undefined || after.properties.NetworkConfiguration !== undefined) continue;
      // No document describes a way to clear it. The safe side is to refuse.
      yield {
        resource: id,
        class: 'rejected',
        properties: ['NetworkConfiguration'],
        text: 'the service leaves awsvpc, and no documented update removes its network configuration: delete the service first, or keep awsvpc',
      };
    }
  },
};
