import { autoscalers } from '../autoscaler';
import type { Rule } from '../rule';

export const autoscalerBounds: Rule = {
  id: 'autoscaler-bounds',
  severity: 'error',
  description: 'Autoscaler has a minimum above its maximum',
  fix: 'Lower the minimum, or raise the maximum',
  *check(context) {
    for (const { object, min, max, minPath } of autoscalers(context)) {
      if (min > max) yield { object, path: minPath, received: String(min), expected: `at most the maximum, which is ${max}` };
    }
  },
};
