import { itemsAt } from '../../manifests/values';
import { customResourceChecks } from '../custom-resource-checks';
import { versionOf } from '../definitions';
import { publishedRuleViolations } from '../published-rules';
import type { Rule } from '../rule';

const REJECTED = 'rejected by a rule of the CustomResourceDefinition';

export const invalidCustomResource: Rule = {
  id: 'invalid-custom-resource',
  severity: 'error',
  description: 'Custom resource does not match its CustomResourceDefinition',
  fix: 'Use the fields and values that the schema and the rules of the definition allow',
  citation: 'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/',
  *check(context) {
    for (const { object, defined, version, violations, rules } of customResourceChecks(context)) {
      yield* violations;
      for (const { path, outcome } of rules) {
        if (outcome.kind === 'broken')
          yield { object, path, received: REJECTED, expected: `a value that the rule accepts: ${outcome.message}` };
      }
      const isUnserved = itemsAt(defined.definition.raw, 'spec', 'versions').some(
        ({ value }) => value.name === versionOf(object) && value.served === false,
      );
      if (version === undefined && (defined.schemas.size > 0 || isUnserved)) {
        const versions = [...defined.schemas.keys()].join(', ') || 'none';
        yield {
          object,
          path: ['apiVersion'],
          received: object.apiVersion,
          expected: `a version that ${defined.definition.name} serves: ${versions}`,
        };
      }
    }
    yield* publishedRuleViolations(context);
  },
};
