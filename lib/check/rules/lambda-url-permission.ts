import type { TemplateResource } from '../../cloudformation/template-resource';
import { type CheckContext, sameValueKey } from '../check-context';
import { FUNCTION_PERMISSION, mayPermit } from '../function-permissions';
import { textAt } from '../property';
import type { Rule } from '../rule';
import { stringAt } from '../values';

const BY_URL = 'lambda:InvokeFunctionUrl';
/** Actions of a permission that include the invocation itself. */
const INVOKE: readonly unknown[] = ['lambda:InvokeFunction', 'lambda:*'];

export const lambdaUrlPermission: Rule = {
  id: 'lambda-url-permission',
  severity: 'error',
  description:
    'Function URL is public and no permission allows its calls, or its callers may invoke the URL and not the function, which Lambda requires since October 2025',
  fix: 'Add a permission for lambda:InvokeFunctionUrl, and one for lambda:InvokeFunction of the same principal with InvokedViaFunctionUrl',
  citation: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  unsettled:
    'Identity-based policies are not read: a role of the same account may invoke the function without a permission of the function',
  *check(context) {
    const permissions = context.ofType(FUNCTION_PERMISSION);
    const byUrl = permissions.filter(({ properties }) => stringAt(properties, 'Action') === BY_URL);
    for (const permission of byUrl) {
      if (permissions.some((other) => allowsInvocation(other, permission, context))) continue;
      yield {
        resource: permission,
        path: 'Properties.Action',
        received: `${BY_URL} alone`,
        expected: 'another permission of the principal for lambda:InvokeFunction',
      };
    }
    for (const url of context.ofType('AWS::Lambda::Url')) {
      const called = context.target(url.properties.TargetFunctionArn);
      if (called === undefined || context.isGenerated(url) || textAt(url.properties, 'AuthType') !== 'NONE') continue;
      if (byUrl.some((permission) => mayPermit(permission, called, context))) continue;
      yield { resource: url, path: 'Properties.AuthType', received: 'NONE', expected: `a permission for ${BY_URL} with AuthType NONE` };
    }
  },
};

function allowsInvocation({ properties }: TemplateResource, permission: TemplateResource, context: CheckContext): boolean {
  const callers = [properties.Principal, permission.properties.Principal];
  const isOtherCaller = callers.every((caller) => typeof caller === 'string') && callers[0] !== callers[1];
  return INVOKE.includes(properties.Action) && !isOtherCaller && isSameFunction(properties, permission.properties, context);
}

function isSameFunction(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>, context: CheckContext): boolean {
  const targets = [one, other].map(({ FunctionName }) => context.target(FunctionName)?.id ?? sameValueKey(FunctionName));
  return targets[0] === targets[1];
}
