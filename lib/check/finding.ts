import type { Template } from '../cloudformation/template-resource';
import type { RuleFinding } from '../core/rule-finding';
import type { Rule } from './rule';
import type { Violation } from './violation';

/** A violation with everything that a report needs, as plain data. */
export interface Finding extends RuleFinding {
  /** Name of the stack, or the file of a template that is not in a cloud assembly. */
  readonly template: string;
  /** CloudFormation type of the resource: `AWS::ECS::Service`. */
  readonly type: string;
  /** Logical id of the resource. */
  readonly resource: string;
  /** Path of its construct below the stack: `web/Service/Resource`. Absent in templates that the CDK did not write. */
  readonly construct?: string;
}

/** The finding for a violation of a rule. */
export function findingOf(rule: Rule, template: Template, { resource, path, received, expected, suggestion }: Violation): Finding {
  return {
    rule: rule.id,
    severity: rule.severity,
    object: `${resource.type} ${resource.id}`,
    template: template.name,
    type: resource.type,
    resource: resource.id,
    ...(resource.path !== undefined && { construct: resource.path }),
    file: template.file ?? template.name,
    path,
    ...(received !== undefined && { received }),
    expected,
    ...(suggestion !== undefined && { suggestion }),
  };
}
