import { own } from '../../core/plain-object';
import { shown } from '../../core/problems';
import type { ManifestObject } from '../../manifests/manifest-object';
import { type Item, itemsOf, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { ENVIRONMENT_FIELDS, fieldPathViolations, resourceFieldViolations } from '../downward-fields';
import { exactlyOneOf, formatAt, isSet, nonEmpty, violationAt } from '../field-checks';
import { DATA_KEY, DNS_SUBDOMAIN } from '../names';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const invalidEnvironment: Rule = {
  id: 'invalid-environment',
  severity: 'error',
  description: 'Environment variable is invalid',
  fix: 'Give each variable a name and either a value or one source',
  citation: apiSource('core'),
  *check({ workloads }) {
    for (const { object, pod, containers } of workloads) {
      for (const container of containers) {
        for (const variable of itemsOf(container, 'env')) {
          yield* variableViolations(object, variable);
          yield* fileVolume(object, pod, variable);
        }
        for (const source of itemsOf(container, 'envFrom')) {
          yield* exactlyOneOf(object, source, ['configMapRef', 'secretRef']);
          yield* name(object, source, 'prefix');
          for (const field of ['configMapRef', 'secretRef']) if (isSet(own(source.value, field))) yield* nameOf(object, source, field);
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
  const version = stringAt(source.value, 'fieldRef', 'apiVersion') || 'v1';
  if (version !== 'v1') yield violationAt(object, source, ['fieldRef', 'apiVersion'], 'v1');
  yield* fieldPathViolations(object, source, ENVIRONMENT_FIELDS);
  yield* resourceFieldViolations(object, source);
  for (const reference of ['configMapKeyRef', 'secretKeyRef']) {
    if (!isSet(own(source.value, reference))) continue;
    const item = { value: objectAt(source.value, reference), path: [...source.path, reference] };
    yield* nameOf(object, source, reference);
    yield* nonEmpty(object, item, 'key');
    yield* formatAt(object, item, ['key'], DATA_KEY);
  }
}

/** The name of a ConfigMap or Secret, which must exist as a name even if it is optional. */
function* nameOf(object: ManifestObject, source: Item, field: string): Generator<Violation> {
  if ((stringAt(source.value, field, 'name') ?? '') === '') yield violationAt(object, source, [field, 'name'], 'a name');
  else yield* formatAt(object, source, [field, 'name'], DNS_SUBDOMAIN);
}

/** Source: `validateFileKeyRefVolumes` of the API server. */
function* fileVolume(object: ManifestObject, pod: Item, variable: Item): Generator<Violation> {
  const name = stringAt(variable.value, 'valueFrom', 'fileKeyRef', 'volumeName');
  if (name === undefined) return;
  const volume = itemsOf(pod, 'volumes').find(({ value }) => value.name === name);
  if (!isSet(own(volume?.value ?? {}, 'emptyDir')))
    yield violationAt(object, variable, ['valueFrom', 'fileKeyRef', 'volumeName'], 'a volume of the pod of the type emptyDir');
}
