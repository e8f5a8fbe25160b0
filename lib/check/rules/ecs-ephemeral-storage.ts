import { violationsOf, within } from '../requirements';
import type { Rule } from '../rule';

export const ecsEphemeralStorage: Rule = {
  id: 'ecs-ephemeral-storage',
  severity: 'error',
  description: 'Task has ephemeral storage below 21 GiB or above 200 GiB, which Fargate does not offer',
  fix: 'Set SizeInGiB to 21 to 200, or remove EphemeralStorage for the default of 20 GiB',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html',
  check: (context) => violationsOf(context, 'AWS::ECS::TaskDefinition', within('EphemeralStorage.SizeInGiB', { least: 21, most: 200 })),
};
