import type { Rule } from '../rule';
import { isKnownNumber, itemsAt, numberAt, stringAt } from '../values';

/** Classes from the warmest to the coldest: objects move down only. */
const ORDER = ['STANDARD_IA', 'INTELLIGENT_TIERING', 'ONEZONE_IA', 'GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'];
/** Days that an object must be in the bucket before it moves to these classes. */
const MINIMUM_DAYS: Readonly<Record<string, number>> = { STANDARD_IA: 30, ONEZONE_IA: 30 };

/** Lifecycle rule moves objects too early, in the wrong order, or after they expire. */
export const s3Lifecycle: Rule = {
  id: 's3-lifecycle',
  severity: 'error',
  description: 'Lifecycle rule moves objects too early, in the wrong order, or after they expire',
  fix: 'Order transitions from warm to cold, from day 30 for infrequent access, and let objects expire after the last of them',
  citation: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html',
  *check(context) {
    for (const bucket of context.ofType('AWS::S3::Bucket')) {
      for (const [index, rule] of itemsAt(bucket.properties, 'LifecycleConfiguration', 'Rules').entries()) {
        const path = `Properties.LifecycleConfiguration.Rules[${index}]`;
        let before = { days: -1, place: -1, name: '' };
        for (const [position, transition] of itemsAt(rule, 'Transitions').entries()) {
          const [name, days] = [stringAt(transition, 'StorageClass'), numberAt(transition, 'TransitionInDays')];
          if (typeof name !== 'string' || !isKnownNumber(days)) continue;
          const where = `${path}.Transitions[${position}].TransitionInDays`;
          const minimum = MINIMUM_DAYS[name] ?? 0;
          const place = ORDER.indexOf(name);
          if (days < minimum) yield { resource: bucket, path: where, received: String(days), expected: `at least ${minimum} for ${name}` };
          else if (place < before.place && days >= before.days)
            yield {
              resource: bucket,
              path: where,
              received: `${days} for ${name}`,
              expected: `fewer days than ${before.name}, which is colder`,
            };
          before = { days, place, name };
        }
        const expires = numberAt(rule, 'ExpirationInDays');
        if (isKnownNumber(expires) && before.name !== '' && expires <= before.days)
          yield {
            resource: bucket,
            path: `${path}.ExpirationInDays`,
            received: String(expires),
            expected: `more than ${before.days}, when objects move to ${before.name}`,
          };
      }
    }
  },
};
