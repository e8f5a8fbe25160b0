import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

/** Another capacity provider needs a forced deployment. */
export const ecsCapacityProvider: TransitionRule = {
  id: 'ecs-capacity-provider',
  description: 'ECS rejects another capacity provider strategy unless a new deployment is forced',
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html'],
  asOf: '2026-11-28',
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
