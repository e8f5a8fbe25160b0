import { shown } from '../../core/problems';
import { itemsAt, textAt } from '../../manifests/values';
import type { Rule } from '../rule';
import { namespaceOf } from '../scene';

export const triggerAuthenticationMissing: Rule = {
  id: 'trigger-authentication-missing',
  severity: 'error',
  description: 'a trigger whose credentials are not there',
  fix: 'add the TriggerAuthentication that the trigger names',
  *check(scene) {
    for (const object of scene.ofKind('ScaledObject', 'ScaledJob')) {
      for (const { value, path } of itemsAt(object.raw, 'spec', 'triggers')) {
        const name = textAt(value, 'authenticationRef', 'name');
        const kind = textAt(value, 'authenticationRef', 'kind') ?? 'TriggerAuthentication';
        if (name === undefined || scene.find(kind, namespaceOf(object), name) !== undefined) continue;
        yield { object, path: [...path, 'authenticationRef', 'name'], received: shown(name), expected: `a ${kind} among the manifests` };
      }
    }
  },
};
