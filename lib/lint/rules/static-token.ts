import { stringAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const staticToken: Rule = {
  id: 'static-token',
  severity: 'warning',
  set: 'security',
  description: 'Secret has a token of a ServiceAccount that does not expire',
  fix: 'Request a token that expires, with a projected volume or `kubectl create token`',
  citation: 'https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets',
  *check({ ofKind }) {
    for (const object of ofKind('Secret')) {
      if (stringAt(object.raw, 'type') !== TYPE) continue;
      yield { object, path: ['type'], received: `"${TYPE}"`, expected: 'a projected volume with a token that expires' };
    }
  },
};

const TYPE = 'kubernetes.io/service-account-token';
