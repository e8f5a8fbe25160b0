import { didYouMean, shown } from '../../core/problems';
import type { Rule } from '../rule';
import { IGNORE_PATH, suppressionsOf } from '../suppressions';

export const badSuppression: Rule = {
  id: 'bad-suppression',
  severity: 'error',
  description: 'Annotation that suppresses findings has an unknown rule or no reason',
  fix: 'Write the id of the rule, a colon and the reason, such as `missing-probes: the job runs once`',
  *check({ objects, ruleIds }) {
    for (const object of objects) {
      for (const { rules, reason } of suppressionsOf(object)) {
        for (const id of rules.filter((rule) => !ruleIds.includes(rule))) {
          const suggestion = didYouMean(id, ruleIds);
          yield {
            object,
            path: IGNORE_PATH,
            received: shown(id),
            expected: 'a rule that `sizing lint --list-rules` lists',
            ...(suggestion !== undefined && { suggestion }),
          };
        }
        if (reason === '')
          yield { object, path: IGNORE_PATH, received: shown(rules.join(', ')), expected: 'a reason after the rules and a colon' };
      }
    }
  },
};
