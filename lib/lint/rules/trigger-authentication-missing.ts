import { shown } from '../../core/problems';
import { namespaceOf } from '../../manifests/namespace';
import { itemsAt, stringAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const triggerAuthenticationMissing: Rule = {
  id: 'trigger-authentication-missing',
  severity: 'error',
  description: 'ScaledObject refers to a TriggerAuthentication that does not exist',
  fix: 'Add the TriggerAuthentication that the trigger names',
  *check(context) {
    for (const object of context.ofKind('ScaledObject', 'ScaledJob')) {
      for (const { value, path } of itemsAt(object.raw, 'spec', 'triggers')) {
        const name = stringAt(value, 'authenticationRef', 'name');
        const kind = stringAt(value, 'authenticationRef', 'kind') ?? 'TriggerAuthentication';
        if (name === undefined || context.find(kind, namespaceOf(object), name) !== undefined) continue;
        yield { object, path: [...path, 'authenticationRef', 'name'], received: shown(name), expected: `a ${kind} in the manifests` };
      }
    }
  },
};
