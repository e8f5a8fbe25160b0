import { own } from '../../core/plain-object';
import { shown } from '../../core/problems';
import type { ManifestObject } from '../../manifests/manifest-object';
import { type Item, itemsOf, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { ENVIRONMENT_FIELDS, fieldPathViolations, resourceFieldViolations } from '../downward-fields';
import { exactlyOneOf, formatAt, isSet, nonEmpty } from '../field-checks';
import { DATA_KEY } from '../names';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const invalidEnvironment: Rule = {
  id: 'invalid-environment',
  severity: 'error',
  description: 'Environment variable is invalid',
  fix: 'Give each variable a name and either a value or one source',
  citation: apiSource('core'),
  *check({ workloads }) {
    for (const { object, containers } of workloads) {
      for (const container of containers) {
        for (const variable of itemsOf(container, 'env')) yield* variableViolations(object, variable);
        for (const source of itemsOf(container, 'envFrom')) {
          yield* exactlyOneOf(object, source, ['configMapRef', 'secretRef']);
          yield* name(object, source, 'prefix');
        }
      }
    }
  },
};

const SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'];

/** Names of variables since Kubernetes 1.32: printable ASCII without `=`. Source: `IsRelaxedEnvVarName` of k8s.io/apimachinery. */
const NAME = /^[ -<>-~]+$/;

function* name(object: ManifestObject, item: Item, field: string): Generator<Violation> {
  const text = stringAt(item.value, field);
  if (text === undefined || (field === 'prefix' && text === '') || NAME.test(text)) return;
  yield { object, path: [...item.path, field], received: shown(text), expected: 'printable ASCII characters without =' };
}

function* variableViolations(object: ManifestObject, variable: Item): Generator<Violation> {
  yield* name(object, variable, 'name');
  if (!isSet(own(variable.value, 'valueFrom'))) return;
  const source = { value: objectAt(variable.value, 'valueFrom'), path: [...variable.path, 'valueFrom'] };
  const text = stringAt(variable.value, 'value') ?? '';
  if (text !== '') yield { object, path: source.path, received: 'set together with value', expected: 'only one of them' };
  else yield* exactlyOneOf(object, source, SOURCES);
  yield* fieldPathViolations(object, source, ENVIRONMENT_FIELDS);
  yield* resourceFieldViolations(object, source);
  for (const reference of ['configMapKeyRef', 'secretKeyRef']) {
    if (!isSet(own(source.value, reference))) continue;
    const item = { value: objectAt(source.value, reference), path: [...source.path, reference] };
    yield* nonEmpty(object, item, 'name', 'key');
    yield* formatAt(object, item, ['key'], DATA_KEY);
  }
}
