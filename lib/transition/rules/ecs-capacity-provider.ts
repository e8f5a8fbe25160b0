import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

export const ecsCapacityProvider: TransitionRule = {
  id: 'ecs-capacity-provider',
  description: 'ECS rejects another capacity provider strategy unless a new deployment is forced',
  // The message of ECS is in the issue: "making a change to a capacity provider strategy …, you must force a new deployment".
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html',
    'https://github.com/aws/aws-cdk/issues/34631',
  ],
  asOf: '2026-11-29',
  *judge(context) {
    for (const change of context.changed('CapacityProviderStrategy', 'AWS::ECS::Service')) {
      const verdict = { resource: change.id, properties: ['CapacityProviderStrategy'] };
      if (changesProperty(change, 'ForceNewDeployment')) {
        yield { ...verdict, class: 'in-place', text: 'tasks move to the other capacity provider by a forced deployment' };
      } else {
        yield { ...verdict, class: 'rejected', text: 'the capacity provider changes and ForceNewDeployment does not' };
      }
    }
  },
};
