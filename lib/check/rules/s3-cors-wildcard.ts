import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { isKnownString, itemsAt } from '../values';

export const s3CorsWildcard: Rule = {
  id: 's3-cors-wildcard',
  severity: 'error',
  description: 'Allowed origin of a bucket has more than one wildcard',
  fix: 'Name the origins, or keep one asterisk in each',
  citation: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html',
  *check(context) {
    for (const bucket of context.ofType('AWS::S3::Bucket')) {
      for (const [index, rule] of itemsAt(bucket.properties, 'CorsConfiguration', 'CorsRules').entries()) {
        for (const [place, origin] of itemsAt(rule, 'AllowedOrigins').entries()) {
          if (!isKnownString(origin) || origin.split('*').length <= 2) continue;
          const path = `Properties.CorsConfiguration.CorsRules[${index}].AllowedOrigins[${place}]`;
          yield { resource: bucket, path, received: shown(origin), expected: 'at most one asterisk' };
        }
      }
    }
  },
};
