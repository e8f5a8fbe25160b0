import { isPlainObject, own } from '../../core/plain-object';
import { quantityOf } from '../../core/quantity';
import type { ManifestObject } from '../../manifests/manifest-object';
import { at, type Item, itemsOf, numberAt, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { fieldPathViolations, resourceFieldViolations, VOLUME_FIELDS } from '../downward-fields';
import { atMostOneOf, eachOnce, exactlyOneOf, formatAt, isSet, nonEmpty, pathInVolume, violationAt } from '../field-checks';
import { DATA_KEY, DNS_SUBDOMAIN } from '../names';
import type { Rule } from '../rule';
import type { Violation } from '../violation';
import { secretViolations, volumeSourceViolations } from '../volume-sources';

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
      if (object.kind === 'Pod' && object.name !== '') yield* createdClaims(object, itemsOf(pod, 'volumes'));
    }
  },
};

/** Source: `ValidateVolumes` of the API server. */
function* createdClaims(object: ManifestObject, volumes: readonly Item[]): Generator<Violation> {
  const created = volumes
    .filter(({ value }) => isSet(own(value, 'ephemeral')))
    .map(({ value }) => `${object.name}-${stringAt(value, 'name') ?? ''}`);
  for (const volume of volumes)
    if (created.includes(stringAt(volume.value, 'persistentVolumeClaim', 'claimName') ?? ''))
      yield violationAt(object, volume, ['persistentVolumeClaim', 'claimName'], 'a claim that no ephemeral volume of the pod creates');
}

/** Fields that a source must have, by the name of the source. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  persistentVolumeClaim: ['claimName'],
  hostPath: ['path'],
  nfs: ['server', 'path'],
  awsElasticBlockStore: ['volumeID'],
};

const PROJECTIONS = ['secret', 'configMap', 'downwardAPI', 'serviceAccountToken', 'clusterTrustBundle', 'podCertificate'];

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
  yield* volumeSourceViolations(object, volume, stringAt(volume.value, 'name') ?? '');
  for (const name of ['cinder', 'storageos']) yield* secretViolations(object, below(volume, name), ['secretRef'], ['name']);
  yield* secretViolations(object, below(volume, 'csi'), ['nodePublishSecretRef'], ['name']);
  yield* formatAt(object, below(volume, 'csi'), ['nodePublishSecretRef', 'name'], DNS_SUBDOMAIN);
  if (object.kind === 'Pod' && isSet(own(volume.value, 'image')) && (stringAt(volume.value, 'image', 'reference') ?? '') === '')
    yield violationAt(object, volume, ['image', 'reference'], 'an image');
}

function below({ value, path }: Item, field: string): Item {
  return { value: objectAt(value, field), path: [...path, field] };
}

function* files(object: ManifestObject, source: Item): Generator<Violation> {
  for (const item of itemsOf(source, 'items')) {
    yield* nonEmpty(object, item, 'key', 'path');
    yield* formatAt(object, item, ['key'], DATA_KEY);
    yield* pathInVolume(object, item, 'path');
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
    yield* pathInVolume(object, item, 'path');
  }
}

/** Fields of a certificate of a pod with paths of files. */
const CERTIFICATE_PATHS = ['credentialBundlePath', 'keyPath', 'certificateChainPath'] as const;

function* projected(object: ManifestObject, volume: Item): Generator<Violation> {
  const sources = itemsOf(below(volume, 'projected'), 'sources');
  const projectedFiles = sources.flatMap((source) => [
    ...['secret', 'configMap', 'downwardAPI'].flatMap((name) => itemsOf(below(source, name), 'items').map((item) => pathIn(item, 'path'))),
    pathIn(below(source, 'clusterTrustBundle'), 'path'),
    ...CERTIFICATE_PATHS.map((field) => pathIn(below(source, 'podCertificate'), field)),
  ]);
  yield* eachOnce(object, projectedFiles, ({ value }) => stringAt(value, 'text') || undefined, [], 'each path once');
  for (const source of sources) {
    yield* atMostOneOf(object, source, PROJECTIONS);
    for (const name of ['secret', 'configMap']) {
      if (!isSet(own(source.value, name))) continue;
      if ((stringAt(source.value, name, 'name') ?? '') === '') yield violationAt(object, below(source, name), ['name'], 'a name');
      yield* files(object, below(source, name));
    }
    yield* downward(object, below(source, 'downwardAPI'));
    const bundle = below(source, 'clusterTrustBundle');
    if (isSet(own(source.value, 'clusterTrustBundle'))) yield* exactlyOneOf(object, bundle, ['name', 'signerName']);
    if (isSet(bundle.value.name) && isSet(bundle.value.labelSelector))
      yield violationAt(object, bundle, ['labelSelector'], 'no value, because there is a name');
    if (isSet(own(source.value, 'podCertificate'))) yield* certificate(object, below(source, 'podCertificate'));
  }
}

/** A path of a file as an item of its own, whose path is that of the field. */
function pathIn({ value, path }: Item, field: string): Item {
  return { value: { text: value[field] }, path: [...path, field] };
}

/** Longest lifetime of a certificate of a signer of Kubernetes: a day. Source: `KubernetesMaxMaxExpirationSeconds`, certificates.k8s.io. */
const MOST_SECONDS_OF_KUBERNETES = 24 * 3_600;

function* certificate(object: ManifestObject, source: Item): Generator<Violation> {
  if (CERTIFICATE_PATHS.every((field) => (stringAt(source.value, field) ?? '') === ''))
    yield { object, path: source.path, received: 'without a path', expected: `at least one of ${CERTIFICATE_PATHS.join(', ')}` };
  const seconds = numberAt(source.value, 'maxExpirationSeconds') ?? 0;
  const signer = stringAt(source.value, 'signerName') ?? '';
  if (seconds > MOST_SECONDS_OF_KUBERNETES && /^(?:[^/]*\.)?kubernetes\.io\//.test(signer))
    yield violationAt(object, source, ['maxExpirationSeconds'], `at most ${MOST_SECONDS_OF_KUBERNETES} with the signer ${signer}`);
}
