import { intrinsicOf } from '../../cloudformation/references';
import { isPlainObject } from '../../core/plain-object';
import { shown } from '../../core/problems';
import { mayBeOther } from '../requirements';
import type { Rule } from '../rule';
import { rawAt } from '../values';

/** Source: Lambda API reference, Environment. */
const NAME = /^[a-zA-Z][a-zA-Z0-9_]+$/;

export const lambdaEnvironmentName: Rule = {
  id: 'lambda-environment-name',
  severity: 'error',
  description: 'Environment variable of a function has an invalid name',
  fix: 'Begin the name with a letter, and write at least two letters, digits and underscores',
  citation: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
  *check(context) {
    for (const resource of context.ofType('AWS::Lambda::Function')) {
      const variables = rawAt(resource.properties, 'Environment', 'Variables');
      if (!isPlainObject(variables) || intrinsicOf(variables) !== undefined) continue;
      for (const [name, value] of Object.entries(variables)) {
        if (NAME.test(name) || mayBeOther(value)) continue;
        const expected = 'at least two letters, digits and underscores that begin with a letter';
        yield { resource, path: `Properties.Environment.Variables.${name}`, received: shown(name), expected };
      }
    }
  },
};
