import { shown } from '../../core/problems';
import { itemsOf, stringAt } from '../../manifests/values';
import { absence, namesOf } from '../absence';
import type { Rule } from '../rule';

export const deviceClaimMissing: Rule = {
  id: 'device-claim-missing',
  severity: 'warning',
  description: 'Pod refers to a ResourceClaim or its template that does not exist',
  fix: 'Add the ResourceClaim or ResourceClaimTemplate, or name an existing one. The pod is not scheduled without it',
  citation: 'https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/',
  *check(context) {
    for (const { object, pod, namespace } of context.workloads) {
      for (const { value, path } of itemsOf(pod, 'resourceClaims')) {
        for (const [field, kind] of REFERENCES) {
          const name = stringAt(value, field);
          if (name === undefined || context.find(kind, namespace, name) !== undefined || context.mayBeCreated(namespace, name)) continue;
          yield {
            object,
            path: [...path, field],
            received: shown(name),
            expected: `a ${kind} in the manifests`,
            ...absence(name, namesOf(context, kind, namespace)),
          };
        }
      }
    }
  },
};

const REFERENCES = [
  ['resourceClaimName', 'ResourceClaim'],
  ['resourceClaimTemplateName', 'ResourceClaimTemplate'],
] as const;
