import { anyOf, atMostOne, count, each, unique, violationsOf } from '../requirements';
import type { Rule } from '../rule';

export const eventsRule: Rule = {
  id: 'events-rule',
  severity: 'error',
  description: 'Rule has neither an event pattern nor a schedule, more than five targets, two targets of one ID, or two inputs of a target',
  fix: 'Set EventPattern or ScheduleExpression, give each target an ID of its own, and keep one of Input, InputPath and InputTransformer',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::Events::Rule',
      anyOf('EventPattern', 'ScheduleExpression'),
      count('Targets', { most: 5 }),
      unique('Targets', 'Id'),
      each('Targets', atMostOne('Input', 'InputPath', 'InputTransformer')),
    ),
};
