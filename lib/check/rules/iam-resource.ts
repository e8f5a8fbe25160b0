import { shown } from '../../core/problems';
import { identityStatements } from '../policies';
import type { Rule } from '../rule';
import { isKnownString } from '../values';

/** An ARN has six parts, of which wildcards may stand for several. */
const ARN = /^(\*|arn:[^:]*:[^:]*:[^:]*:[^:]*:.+|arn:.*\*.*)$/s;

export const iamResource: Rule = {
  id: 'iam-resource',
  severity: 'error',
  description: 'Resource of a policy is neither an ARN nor an asterisk, which IAM rejects',
  fix: 'Write the ARN with its six parts, such as arn:aws:s3:::example/*',
  citation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
  *check(context) {
    for (const { resource, path, resources } of identityStatements(context)) {
      const wrong = resources.filter(isKnownString).find((text) => !ARN.test(text) && !text.includes('{{'));
      if (wrong !== undefined) yield { resource, path: `${path}.Resource`, received: shown(wrong), expected: 'an ARN or *' };
    }
  },
};
