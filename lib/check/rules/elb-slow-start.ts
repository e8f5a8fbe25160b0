import { attributesOf, TARGET_GROUP } from '../elb';
import type { Rule } from '../rule';

export const elbSlowStart: Rule = {
  id: 'elb-slow-start',
  severity: 'error',
  description: 'Target group has slow start mode and another routing algorithm than round robin',
  fix: 'Set load_balancing.algorithm.type to round_robin, or slow_start.duration_seconds to 0',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html',
  *check(context) {
    for (const group of context.ofType(TARGET_GROUP)) {
      const attributes = attributesOf(group, 'TargetGroupAttributes');
      const seconds = Number(attributes.get('slow_start.duration_seconds') ?? 0);
      const algorithm = attributes.get('load_balancing.algorithm.type') ?? 'round_robin';
      if (!(seconds > 0) || algorithm === 'round_robin') continue;
      yield {
        resource: group,
        path: 'Properties.TargetGroupAttributes',
        received: `slow start of ${seconds} s with ${algorithm}`,
        expected: 'one of both',
      };
    }
  },
};
