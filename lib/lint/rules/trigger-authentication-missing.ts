import { shown } from '../../core/problems';
import { namespaceOf } from '../../manifests/namespace';
import { itemsAt, stringAt } from '../../manifests/values';
import { absence, namesOf } from '../absence';
import type { Rule } from '../rule';

export const triggerAuthenticationMissing: Rule = {
  id: 'trigger-authentication-missing',
  severity: 'warning',
  description: 'ScaledObject refers to a TriggerAuthentication that does not exist',
  fix: 'Add the TriggerAuthentication that the trigger names',
  *check(context) {
    for (const object of context.ofKind('ScaledObject', 'ScaledJob')) {
      for (const { value, path } of itemsAt(object.raw, 'spec', 'triggers')) {
        const name = stringAt(value, 'authenticationRef', 'name');
        const kind = stringAt(value, 'authenticationRef', 'kind') ?? 'TriggerAuthentication';
        const namespace = namespaceOf(object);
        if (name === undefined || context.find(kind, namespace, name) !== undefined) continue;
        yield {
          object,
          path: [...path, 'authenticationRef', 'name'],
          received: shown(name),
          expected: `a ${kind} in the manifests`,
          ...absence(name, namesOf(context, kind, kind === 'TriggerAuthentication' ? namespace : undefined)),
        };
      }
    }
  },
};
