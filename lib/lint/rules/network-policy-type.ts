import { at } from '../../manifests/values';
import { isSet, stringsIn } from '../field-checks';
import type { Rule } from '../rule';

export const networkPolicyType: Rule = {
  id: 'network-policy-type',
  severity: 'warning',
  description: 'NetworkPolicy has rules for a direction that policyTypes does not list',
  fix: 'Add the direction to policyTypes, or remove its rules, which have no effect',
  citation: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource',
  *check({ ofKind }) {
    for (const object of ofKind('NetworkPolicy')) {
      const types = stringsIn(object.raw, 'spec', 'policyTypes');
      if (types.length === 0) continue;
      for (const [direction, type] of DIRECTIONS) {
        if (types.includes(type) || !isSet(at(object.raw, 'spec', direction))) continue;
        yield { object, path: ['spec', direction], received: `rules without ${type} in policyTypes`, expected: `policyTypes with ${type}` };
      }
    }
  },
};

const DIRECTIONS = [
  ['ingress', 'Ingress'],
  ['egress', 'Egress'],
] as const;
