import type { Template } from '../cloudformation/template-resource';
import { CheckContext } from './check-context';
import { type Finding, findingOf } from './finding';
import type { Rule } from './rule';
import { RULES } from './rules';

/**
 * Checks templates against the rules, each template for itself: a reference to another stack is known only at
 * deployment. A property that is missing is no finding where the Serverless Application Model generates the resource. Findings are in the order of the templates, then of their resources, then of the rules.
 */
export function check(templates: readonly Template[], rules: readonly Rule[] = RULES): readonly Finding[] {
  return templates.flatMap((template) => {
    const context = new CheckContext(template);
    const positions = new Map(template.resources.map(({ id }, index) => [id, index]));
    const findings = rules.flatMap((rule) =>
      [...rule.check(context)]
        .filter(({ resource, received }) => received !== undefined || !context.isGenerated(resource))
        .map((violation) => findingOf(rule, template, violation)),
    );
    return findings.sort((a, b) => (positions.get(a.resource) ?? 0) - (positions.get(b.resource) ?? 0));
  });
}
