import type { TemplateResource } from '../../cloudformation/template-resource';
import type { CheckContext } from '../check-context';
import { createdBefore } from '../created-before';
import { servicesWithTask } from '../ecs';
import type { Rule } from '../rule';
import { itemsAt, rawAt } from '../values';

const ROLES = ['ExecutionRoleArn', 'TaskRoleArn'] as const;

export const ecsServiceBeforePolicy: Rule = {
  id: 'ecs-service-before-policy',
  severity: 'warning',
  description: 'Tasks of a service may start before the policy of their role exists, so they cannot read images or secrets',
  fix: 'Add the policy to DependsOn of the service',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html',
  unsettled: 'CloudFormation may happen to create the policy first; the rule requires the order',
  *check(context) {
    const policies = context.ofType('AWS::IAM::Policy', 'AWS::IAM::RolePolicy');
    for (const { service, task } of servicesWithTask(context)) {
      const roles = ROLES.flatMap((property) => context.targetOf('AWS::IAM::Role', task.properties[property])?.id ?? []);
      const before = createdBefore(service, context);
      const missing = policies.filter(
        (policy) =>
          rolesOf(policy, context).some((id) => roles.includes(id)) &&
          !before.has(policy.id) &&
          // A policy about the service itself cannot exist before it.
          !createdBefore(policy, context).has(service.id),
      );
      if (missing.length > 0) yield { resource: service, path: 'DependsOn', expected: missing.map(({ id }) => id).join(' and ') };
    }
  },
};

/** Logical ids of the roles that a policy belongs to. */
function rolesOf({ properties }: TemplateResource, context: CheckContext): readonly string[] {
  return [...itemsAt(properties, 'Roles'), rawAt(properties, 'RoleName')].flatMap(
    (role) => context.targetOf('AWS::IAM::Role', role)?.id ?? [],
  );
}
