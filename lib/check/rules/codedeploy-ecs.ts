import { has } from '../property-condition';
import { noneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const codedeployEcs: Rule = {
  id: 'codedeploy-ecs',
  severity: 'error',
  description: 'Deployment group of ECS services deploys in place, or without a load balancer',
  fix: 'Set DeploymentType to BLUE_GREEN and DeploymentOption to WITH_TRAFFIC_CONTROL',
  citation: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments.html',
  unsettled:
    'The page states the type. That a load balancer is required is in https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-codedeploy-deploymentgroup-deploymentstyle.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::CodeDeploy::DeploymentGroup',
      when(
        has('ECSServices'),
        noneOf('DeploymentStyle.DeploymentType', 'IN_PLACE'),
        noneOf('DeploymentStyle.DeploymentOption', 'WITHOUT_TRAFFIC_CONTROL'),
      ),
    ),
};
