import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import type { CheckContext } from '../check-context';
import { flatText } from '../flat-text';
import { FUNCTION_PERMISSION, mayPermit } from '../function-permissions';
import { isServiceDomain } from '../roles';
import type { Rule } from '../rule';
import { isAbsent, itemsAt, rawAt } from '../values';

/** Targets that have a policy of their own, and the types that allow EventBridge to use them. */
const GRANTS: Readonly<Record<string, readonly string[]>> = {
  'AWS::Lambda::Function': [FUNCTION_PERMISSION],
  'AWS::SNS::Topic': ['AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy'],
  'AWS::SQS::Queue': ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'],
};
const SERVICE = 'events.amazonaws.com';

export const eventsPermission: Rule = {
  id: 'events-permission',
  severity: 'error',
  description: 'Rule has a function, queue or topic as a target that does not allow EventBridge to use it, so events are lost',
  fix: `Add an AWS::Lambda::Permission, queue policy or topic policy for ${SERVICE}, or RoleArn of the target`,
  citation: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html',
  *check(context) {
    for (const rule of context.ofType('AWS::Events::Rule')) {
      if (context.isGenerated(rule)) continue;
      for (const [index, item] of itemsAt(rule.properties, 'Targets').entries()) {
        const target = context.target(rawAt(item, 'Arn'));
        const types = target === undefined ? undefined : GRANTS[target.type];
        if (target === undefined || types === undefined || !isAbsent(item, 'RoleArn') || context.isGenerated(target)) continue;
        if (context.ofType(...types).some((grant) => mayAllow(grant, target, context))) continue;
        yield {
          resource: rule,
          path: `Properties.Targets[${index}].Arn`,
          received: target.id,
          expected: `a target with ${types[0]} for ${SERVICE}`,
        };
      }
    }
  },
};

/** Whether a permission or policy is about the target and may name EventBridge. One whose target or principal is not known may. */
function mayAllow(grant: TemplateResource, target: TemplateResource, context: CheckContext): boolean {
  if (grant.type === FUNCTION_PERMISSION) {
    const principal = flatText(grant.properties.Principal);
    return mayPermit(grant, target, context) && (principal === undefined || isServiceDomain(principal, 'events'));
  }
  const names = referencesIn(grant.properties).filter((id) => context.find(id) !== undefined);
  return names.length === 0 || names.includes(target.id);
}
