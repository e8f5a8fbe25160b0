import { referencesIn } from '../../cloudformation/references';
import { ecsServices } from '../ecs';
import type { Rule } from '../rule';
import { isAbsent, isKnownNumber, numberAt, stringAt } from '../values';

export const ecsScaledDesiredCount: Rule = {
  id: 'ecs-scaled-desired-count',
  severity: 'warning',
  description: 'Service with autoscaling has a desired count, to which each update of the service resets it',
  fix: 'Remove DesiredCount: a new service starts with one task until its scaling is registered, and an update keeps the count',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html',
  *check(context) {
    const targets = context
      .ofType('AWS::ApplicationAutoScaling::ScalableTarget')
      .filter(({ properties }) => stringAt(properties, 'ScalableDimension') === 'ecs:service:DesiredCount');
    for (const { service } of ecsServices(context)) {
      const count = numberAt(service.properties, 'DesiredCount');
      if (isAbsent(service.properties, 'DesiredCount') || !isKnownNumber(count)) continue;
      if (!targets.some(({ properties }) => referencesIn(properties.ResourceId).includes(service.id))) continue;
      yield { resource: service, path: 'Properties.DesiredCount', received: String(count), expected: 'no value' };
    }
  },
};
