import { scaled } from '../autoscaler';
import { objectText } from '../finding';
import type { Rule } from '../rule';
import type { Workload } from '../workload';

export const autoscalerTwice: Rule = {
  id: 'autoscaler-twice',
  severity: 'error',
  description: 'Two autoscalers scale the same workload',
  fix: 'Keep one autoscaler per workload. Otherwise each reverts the other',
  *check(context) {
    const first = new Map<Workload, string>();
    for (const [{ object, target }, workload] of scaled(context)) {
      const before = first.get(workload);
      const own = objectText(object);
      if (before === undefined) first.set(workload, own);
      // Duplicate objects are reported by another rule.
      else if (before !== own)
        yield {
          object,
          path: [...target.path, 'name'],
          received: `a workload that ${before} scales as well`,
          expected: 'one autoscaler per workload',
        };
    }
  },
};
