import { isPlainObject, own } from '../../core/plain-object';
import { quantityOf } from '../../core/quantity';
import type { ManifestObject } from '../../manifests/manifest-object';
import { at, type Item, itemsOf, numberAt, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { fieldPathViolations, resourceFieldViolations, VOLUME_FIELDS } from '../downward-fields';
import { atMostOneOf, exactlyOneOf, formatAt, isSet, nonEmpty, pathBelow, violationAt } from '../field-checks';
import { DATA_KEY } from '../names';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

/** Volume of a pod is invalid. */
export const invalidVolume: Rule = {
  id: 'invalid-volume',
  severity: 'error',
  description: 'Volume of a pod is invalid',
  fix: 'Give each volume one source with its required fields, and relative paths to its files',
  citation: apiSource('core'),
  *check({ workloads }) {
    for (const { object, pod } of workloads) {
      for (const volume of itemsOf(pod, 'volumes')) {
        yield* atMostOneOf(
          object,
          volume,
          Object.keys(volume.value).filter((field) => isPlainObject(volume.value[field])),
        );
        yield* sourceViolations(object, volume);
      }
    }
  },
};

/** Fields that a source must have, by the name of the source. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  persistentVolumeClaim: ['claimName'],
  hostPath: ['path'],
  nfs: ['server', 'path'],
  csi: ['driver'],
  awsElasticBlockStore: ['volumeID'],
};

const PROJECTIONS = ['secret', 'configMap', 'downwardAPI', 'serviceAccountToken', 'clusterTrustBundle', 'podCertificate'];

/** Least duration of a projected token. Source: `validateProjectionSources` of the API server. */
const LEAST_TOKEN_SECONDS = 600;

function* sourceViolations(object: ManifestObject, volume: Item): Generator<Violation> {
  for (const [name, fields] of Object.entries(REQUIRED))
    if (isSet(own(volume.value, name))) yield* nonEmpty(object, below(volume, name), ...fields);
  for (const [name, field] of [
    ['secret', 'secretName'],
    ['configMap', 'name'],
  ] as const) {
    if (!isSet(own(volume.value, name))) continue;
    if ((own(objectAt(volume.value, name), field) ?? '') === '') yield violationAt(object, below(volume, name), [field], 'a name');
    yield* files(object, below(volume, name));
  }
  yield* hostPath(object, volume);
  yield* emptyDir(object, volume);
  yield* downward(object, below(volume, 'downwardAPI'));
  yield* projected(object, volume);
}

function below({ value, path }: Item, field: string): Item {
  return { value: objectAt(value, field), path: [...path, field] };
}

function* files(object: ManifestObject, source: Item): Generator<Violation> {
  for (const item of itemsOf(source, 'items')) {
    yield* nonEmpty(object, item, 'key', 'path');
    yield* formatAt(object, item, ['key'], DATA_KEY);
    yield* pathBelow(object, item, 'path');
  }
}

function* hostPath(object: ManifestObject, volume: Item): Generator<Violation> {
  const path = stringAt(volume.value, 'hostPath', 'path') ?? '';
  if (path.split('/').includes('..')) yield violationAt(object, volume, ['hostPath', 'path'], 'a path without ".."');
  const shared = stringAt(volume.value, 'nfs', 'path') ?? '';
  if (shared !== '' && !shared.startsWith('/')) yield violationAt(object, volume, ['nfs', 'path'], 'an absolute path');
}

function* emptyDir(object: ManifestObject, volume: Item): Generator<Violation> {
  const limit = quantityOf(at(volume.value, 'emptyDir', 'sizeLimit'));
  if (limit !== undefined && limit < 0) yield violationAt(object, volume, ['emptyDir', 'sizeLimit'], 'at least 0');
  const medium = stringAt(volume.value, 'emptyDir', 'medium') ?? '';
  if (!/^(?:|Memory|HugePages(?:-\S+)?)$/.test(medium))
    yield violationAt(object, volume, ['emptyDir', 'medium'], 'Memory, HugePages, HugePages-<size> or no value');
}

function* downward(object: ManifestObject, source: Item): Generator<Violation> {
  for (const item of itemsOf(source, 'items')) {
    yield* exactlyOneOf(object, item, ['fieldRef', 'resourceFieldRef']);
    yield* fieldPathViolations(object, item, VOLUME_FIELDS);
    yield* resourceFieldViolations(object, item);
    if (isSet(own(item.value, 'resourceFieldRef')) && (stringAt(item.value, 'resourceFieldRef', 'containerName') ?? '') === '')
      yield violationAt(object, item, ['resourceFieldRef', 'containerName'], 'the name of a container');
    yield* nonEmpty(object, item, 'path');
    yield* pathBelow(object, item, 'path');
  }
}

function* projected(object: ManifestObject, volume: Item): Generator<Violation> {
  for (const source of itemsOf(below(volume, 'projected'), 'sources')) {
    yield* atMostOneOf(object, source, PROJECTIONS);
    for (const name of ['secret', 'configMap']) {
      if (!isSet(own(source.value, name))) continue;
      if ((stringAt(source.value, name, 'name') ?? '') === '') yield violationAt(object, below(source, name), ['name'], 'a name');
      yield* files(object, below(source, name));
    }
    yield* downward(object, below(source, 'downwardAPI'));
    const seconds = numberAt(source.value, 'serviceAccountToken', 'expirationSeconds');
    if (seconds !== undefined && seconds < LEAST_TOKEN_SECONDS)
      yield violationAt(object, source, ['serviceAccountToken', 'expirationSeconds'], `at least ${LEAST_TOKEN_SECONDS}`);
  }
}
