import { cacheBehaviors } from '../cloudfront';
import { isPresent } from '../property';
import type { Rule } from '../rule';
import { itemsAt, rawAt } from '../values';

export const cloudfrontEdgeFunction: Rule = {
  id: 'cloudfront-edge-function',
  severity: 'error',
  description: 'Distribution runs a function without a version, or one with environment variables, which CloudFront rejects',
  fix: 'Use an AWS::Lambda::Version of a function without Environment',
  citation: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions.html',
  *check(context) {
    for (const distribution of context.ofType('AWS::CloudFront::Distribution')) {
      for (const { behavior, path: place } of cacheBehaviors(distribution)) {
        for (const [index, association] of itemsAt(behavior, 'LambdaFunctionAssociations').entries()) {
          const path = `${place}.LambdaFunctionAssociations[${index}].LambdaFunctionARN`;
          const arn = rawAt(association, 'LambdaFunctionARN');
          const target = context.target(arn);
          // A qualifier that is not a number is $LATEST or an alias.
          if (typeof arn === 'string' && arn.startsWith('arn:') && !/:function:[^:]+:\d+$/.test(arn))
            yield { resource: distribution, path, received: arn, expected: 'the ARN of a version of a function' };
          if (target?.type === 'AWS::Lambda::Function' || target?.type === 'AWS::Lambda::Alias')
            yield { resource: distribution, path, received: target.id, expected: 'a version of a function' };
          if (target?.type !== 'AWS::Lambda::Version') continue;
          const lambda = context.targetOf('AWS::Lambda::Function', rawAt(target.properties, 'FunctionName'));
          if (lambda === undefined || !isPresent(lambda.properties, 'Environment')) continue;
          yield {
            resource: lambda,
            path: 'Properties.Environment',
            received: 'set',
            expected: `absent, because ${distribution.id} runs it`,
          };
        }
      }
    }
  },
};
