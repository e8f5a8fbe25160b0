import { scaled } from '../autoscaler';
import { objectText } from '../finding';
import type { Rule } from '../rule';
import type { Workload } from '../workload';

export const autoscalerTwice: Rule = {
  id: 'autoscaler-twice',
  severity: 'error',
  description: 'two autoscalers of the same workload',
  fix: 'keep one: each undoes what the other has set',
  *check(context) {
    const first = new Map<Workload, string>();
    for (const [{ object, target }, workload] of scaled(context)) {
      const before = first.get(workload);
      const own = objectText(object);
      if (before === undefined) first.set(workload, own);
      // The same object twice is another fault.
      else if (before !== own)
        yield {
          object,
          path: [...target.path, 'name'],
          received: `a workload that ${before} scales`,
          expected: 'one autoscaler a workload',
        };
    }
  },
};
