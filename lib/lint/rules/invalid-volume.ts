import { isPlainObject, own } from '../../core/plain-object';
import { quantityOf } from '../../core/quantity';
import type { ManifestObject } from '../../manifests/manifest-object';
import { at, type Item, itemsOf, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { fieldPathViolations, resourceFieldViolations, VOLUME_FIELDS } from '../downward-fields';
import { atMostOneOf, eachOnce, exactlyOneOf, formatAt, isSet, lengthOf, nonEmpty, pathBelow, violationAt } from '../field-checks';
import { DATA_KEY } from '../names';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

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
  yield* networkDisk(object, volume);
  const secret = { value: objectAt(volume.value, 'csi', 'nodePublishSecretRef'), path: [...volume.path, 'csi', 'nodePublishSecretRef'] };
  if (isSet(at(volume.value, 'csi', 'nodePublishSecretRef')) && (stringAt(secret.value, 'name') ?? '') === '')
    yield violationAt(object, secret, ['name'], 'a name');
  if (object.kind === 'Pod' && isSet(own(volume.value, 'image')) && (stringAt(volume.value, 'image', 'reference') ?? '') === '')
    yield violationAt(object, volume, ['image', 'reference'], 'an image');
}

/** Sources: `validateISCSIVolumeSource`, `validateFCVolumeSource` and `validateAzureDisk` of the API server. */
function* networkDisk(object: ManifestObject, volume: Item): Generator<Violation> {
  const iscsi = below(volume, 'iscsi');
  if ((iscsi.value.chapAuthDiscovery === true || iscsi.value.chapAuthSession === true) && !isSet(iscsi.value.secretRef))
    yield violationAt(object, iscsi, ['secretRef'], 'a Secret, because CHAP is used');
  const channel = below(volume, 'fc');
  if (isSet(own(volume.value, 'fc'))) {
    const found = ['targetWWNs', 'wwids'].filter((field) => lengthOf(channel.value, field) > 0);
    if (found.length !== 1)
      yield {
        object,
        path: channel.path,
        received: found.join(' and ') || 'without any of them',
        expected: 'exactly one of targetWWNs, wwids',
      };
    else if (found[0] === 'targetWWNs' && !isSet(channel.value.lun))
      yield violationAt(object, channel, ['lun'], 'a number with targetWWNs');
  }
  const disk = below(volume, 'azureDisk');
  const address = stringAt(disk.value, 'diskURI');
  if (address === undefined) return;
  const isManaged = disk.value.kind === 'Managed';
  if (isManaged !== address.startsWith('/subscriptions/'))
    yield violationAt(
      object,
      disk,
      ['diskURI'],
      isManaged ? 'an ID such as /subscriptions/…/disks/a' : 'an https address, because the kind is not Managed',
    );
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
  const sources = itemsOf(below(volume, 'projected'), 'sources');
  const projectedFiles = sources.flatMap((source) =>
    ['secret', 'configMap', 'downwardAPI'].flatMap((name) => itemsOf(below(source, name), 'items')),
  );
  yield* eachOnce(object, projectedFiles, (file) => stringAt(file.value, 'path'), ['path'], 'each path once');
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
  }
}
