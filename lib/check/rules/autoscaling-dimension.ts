import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { isKnownString, stringAt } from '../values';

export const autoscalingDimension: Rule = {
  id: 'autoscaling-dimension',
  severity: 'error',
  description: 'Scalable dimension belongs to a different service than its namespace',
  fix: 'Begin ScalableDimension with ServiceNamespace, such as ecs:service:DesiredCount',
  citation: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html',
  *check(context) {
    for (const resource of context.ofType('AWS::ApplicationAutoScaling::ScalableTarget', 'AWS::ApplicationAutoScaling::ScalingPolicy')) {
      const [dimension, service] = ['ScalableDimension', 'ServiceNamespace'].map((name) => stringAt(resource.properties, name));
      if (!isKnownString(dimension) || !isKnownString(service) || dimension.startsWith(`${service}:`)) continue;
      const path = 'Properties.ScalableDimension';
      yield { resource, path, received: shown(dimension), expected: `a dimension of ${service}` };
    }
  },
};
