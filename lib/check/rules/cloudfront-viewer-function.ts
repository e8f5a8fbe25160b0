import { cacheBehaviors } from '../cloudfront';
import type { Rule } from '../rule';
import { isKnownString, itemsAt, stringAt } from '../values';

export const cloudfrontViewerFunction: Rule = {
  id: 'cloudfront-viewer-function',
  severity: 'error',
  description:
    'Cache behavior runs two functions for an event, Lambda@Edge next to CloudFront Functions for viewers, or the latter for an origin',
  fix: 'Keep one function for each event and one kind of functions for the events of viewers; run Lambda@Edge for the events of origins',
  citation: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html',
  *check(context) {
    for (const distribution of context.ofType('AWS::CloudFront::Distribution')) {
      for (const { behavior, path: place } of cacheBehaviors(distribution)) {
        const eventsOf = (list: string) =>
          itemsAt(behavior, list)
            .map((item) => stringAt(item, 'EventType'))
            .filter(isKnownString);
        const [functions, lambdas] = [eventsOf('FunctionAssociations'), eventsOf('LambdaFunctionAssociations')];
        const path = `${place}.FunctionAssociations`;
        const ofOrigin = functions.find((event) => event.startsWith('origin-'));
        if (ofOrigin !== undefined)
          yield { resource: distribution, path, received: ofOrigin, expected: 'viewer-request or viewer-response' };
        else if (functions.length > 0 && lambdas.some((event) => event.startsWith('viewer-')))
          yield {
            resource: distribution,
            path,
            received: 'CloudFront Functions next to Lambda@Edge for viewer events',
            expected: 'one of both for viewer events',
          };
        for (const [list, events] of [
          ['FunctionAssociations', functions],
          ['LambdaFunctionAssociations', lambdas],
        ] as const) {
          const twice = events.find((event, index) => events.indexOf(event) !== index);
          if (twice !== undefined)
            yield { resource: distribution, path: `${place}.${list}`, received: `two functions for ${twice}`, expected: 'one function' };
        }
      }
    }
  },
};
