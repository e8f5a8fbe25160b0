import { is } from '../property-condition';
import { noneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const ecsDeploymentController: Rule = {
  id: 'ecs-deployment-controller',
  severity: 'error',
  description: 'Service that CodeDeploy or another controller deploys has a circuit breaker or alarms, which only deployments by ECS have',
  fix: 'Remove DeploymentCircuitBreaker and Alarms, or use the deployment controller ECS',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::ECS::Service',
      when(
        is('DeploymentController.Type', 'CODE_DEPLOY', 'EXTERNAL'),
        noneOf('DeploymentConfiguration.DeploymentCircuitBreaker.Enable', 'true'),
        noneOf('DeploymentConfiguration.Alarms.Enable', 'true'),
      ),
    ),
};
