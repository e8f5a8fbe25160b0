import { isPresent } from '../property';
import type { Rule } from '../rule';
import { isAbsent, itemsAt } from '../values';

/** Each needs the other. */
const PAIR = ['ResponsePagePath', 'ResponseCode'] as const;

export const cloudfrontErrorResponse: Rule = {
  id: 'cloudfront-error-response',
  severity: 'error',
  description: 'Custom error response has a page without a status code, or a status code without a page',
  fix: 'Set ResponsePagePath and ResponseCode, or none of them',
  citation: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomErrorResponse.html',
  *check(context) {
    for (const distribution of context.ofType('AWS::CloudFront::Distribution')) {
      for (const [index, response] of itemsAt(distribution.properties, 'DistributionConfig', 'CustomErrorResponses').entries()) {
        const missing = PAIR.filter((name) => isAbsent(response, name));
        const [name] = missing;
        const stated = PAIR.find((each) => isPresent(response, each));
        if (name === undefined || stated === undefined) continue;
        const path = `Properties.DistributionConfig.CustomErrorResponses[${index}].${name}`;
        yield { resource: distribution, path, expected: `a value next to ${stated}` };
      }
    }
  },
};
