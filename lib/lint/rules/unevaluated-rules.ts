import { pathText } from '../../manifests/manifest-object';
import { customResourceChecks } from '../custom-resource-checks';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const unevaluatedRules: Rule = {
  id: 'unevaluated-rules',
  severity: 'info',
  description: 'CustomResourceDefinition has CEL rules that lint cannot evaluate',
  fix: 'Check the custom resources with `kubectl apply --dry-run=server` too',
  citation: 'https://kubernetes.io/docs/reference/using-api/cel/',
  *check(context) {
    const found = new Map<string, Violation>();
    for (const { defined, version, rules } of customResourceChecks(context)) {
      for (const { rulePath, outcome } of rules) {
        if (outcome.kind !== 'unevaluated' || version === undefined) continue;
        const path = [...version.path, ...rulePath];
        const expected = 'a check by the API server';
        found.set(`${defined.definition.name} ${pathText(path)}`, { object: defined.definition, path, received: outcome.reason, expected });
      }
    }
    yield* found.values();
  },
};
