import { isPlainObject } from '../../core/plain-object';
import type { Rule } from '../rule';
import { isKnownString, rawAt } from '../values';

const MOST_BYTES = 4096;

export const lambdaEnvironmentSize: Rule = {
  id: 'lambda-environment-size',
  severity: 'error',
  description: 'Environment variables of a function have more than 4 KB together',
  fix: 'Read large values from Parameter Store, Secrets Manager or AppConfig',
  citation: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
  *check(context) {
    for (const resource of context.ofType('AWS::Lambda::Function')) {
      const variables = rawAt(resource.properties, 'Environment', 'Variables');
      if (!isPlainObject(variables)) continue;
      // References count as none, because their length is known only at deployment.
      const texts = Object.entries(variables).flat().filter(isKnownString);
      const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
      if (bytes <= MOST_BYTES) continue;
      yield { resource, path: 'Properties.Environment.Variables', received: `at least ${bytes} bytes`, expected: `at most ${MOST_BYTES}` };
    }
  },
};
