import { definedObjects, hasRules } from '../definitions';
import type { Rule } from '../rule';

/** CustomResourceDefinition has CEL rules that lint does not evaluate. */
export const unevaluatedRules: Rule = {
  id: 'unevaluated-rules',
  severity: 'info',
  description: 'CustomResourceDefinition has CEL rules that lint does not evaluate',
  fix: 'Check the custom resources with `kubectl apply --dry-run=server` too',
  *check(context) {
    for (const definition of new Set(definedObjects(context).map(([, defined]) => defined.definition))) {
      if (hasRules(definition.raw.spec))
        yield {
          object: definition,
          path: ['spec', 'versions'],
          received: 'with x-kubernetes-validations',
          expected: 'a check by the API server',
        };
    }
  },
};
