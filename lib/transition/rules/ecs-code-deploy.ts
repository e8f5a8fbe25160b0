import { section } from '../../core/plain-object';
import { valueAt } from '../property-value';
import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

/** Properties of a service that CodeDeploy deploys, and ECS does not update. */
const DEPLOYED = ['TaskDefinition', 'LoadBalancers', 'NetworkConfiguration', 'PlatformVersion', 'LaunchType', 'CapacityProviderStrategy'];

export const ecsCodeDeploy: TransitionRule = {
  id: 'ecs-code-deploy',
  description:
    'ECS rejects another task definition, load balancer, network or platform of a service whose deployments CodeDeploy controls, unless the template has the hook AWS::CodeDeploy::BlueGreen',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/blue-green.html',
  ],
  asOf: '2026-11-29',
  *judge(context) {
    const hooks = Object.values(section(context.after.raw, 'Hooks'));
    if (hooks.some((hook) => valueAt(hook, 'Type') === 'AWS::CodeDeploy::BlueGreen')) return;
    for (const change of context.updated('AWS::ECS::Service')) {
      if (valueAt(change.before.properties, 'DeploymentController', 'Type') !== 'CODE_DEPLOY') continue;
      const names = DEPLOYED.filter((name) => changesProperty(change, name));
      if (names.length === 0) continue;
      const text = `${names.join(', ')}: CodeDeploy controls the deployments of the service, so deploy the new version by CodeDeploy`;
      yield { resource: change.id, class: 'rejected', properties: names, text };
    }
  },
};
