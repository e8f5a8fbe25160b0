import { own } from '../core/plain-object';
import type { ManifestObject, Path } from '../manifests/manifest-object';
import { at, type Item, objectAt, stringAt } from '../manifests/values';
import { exactlyOneOf, isSet, lengthOf, violationAt } from './field-checks';
import type { Violation } from './violation';

/** Longest name of a volume and portal of iSCSI together. Source: `validateVolumeSource` of the API server. */
const MOST_INITIATOR_CHARACTERS = 64;

/**
 * The violations of sources that a volume of a pod and a PersistentVolume have, by the name of the volume. Sources:
 * `validateISCSIVolumeSource`, `validateFCVolumeSource`, `validateAzureDisk`, `validateFlockerVolumeSource` and
 * `validateFlexVolumeSource` of the API server.
 */
export function* volumeSourceViolations(object: ManifestObject, volume: Item, name: string): Generator<Violation> {
  const source = (field: string): Item => ({ value: objectAt(volume.value, field), path: [...volume.path, field] });
  yield* iscsi(object, source('iscsi'), name);
  if (isSet(own(volume.value, 'fc'))) yield* fibreChannel(object, source('fc'));
  yield* azureDisk(object, source('azureDisk'));
  if (isSet(own(volume.value, 'flocker'))) yield* exactlyOneOf(object, source('flocker'), ['datasetName', 'datasetUUID']);
  const flex = source('flexVolume');
  for (const key of Object.keys(objectAt(flex.value, 'options')))
    if (/(?:^|\.)(?:kubernetes|k8s)\.io(?:\/|$)/i.test(key))
      yield violationAt(object, flex, ['options', key], 'another key, because kubernetes.io and k8s.io are reserved');
}

/** The violations of a reference to a Secret that lacks some of its fields. */
export function* secretViolations(
  object: ManifestObject,
  source: Item,
  field: Path,
  required: readonly ('name' | 'namespace')[],
): Generator<Violation> {
  if (!isSet(at(source.value, ...field))) return;
  for (const part of required)
    if ((stringAt(source.value, ...field, part) ?? '') === '')
      yield violationAt(object, source, [...field, part], `the ${part} of a Secret`);
}

function* iscsi(object: ManifestObject, source: Item, name: string): Generator<Violation> {
  if ((source.value.chapAuthDiscovery === true || source.value.chapAuthSession === true) && !isSet(source.value.secretRef))
    yield violationAt(object, source, ['secretRef'], 'a Secret, because CHAP is used');
  const portal = stringAt(source.value, 'targetPortal') ?? '';
  if (isSet(source.value.initiatorName) && `${name}:${portal}`.length > MOST_INITIATOR_CHARACTERS)
    yield violationAt(
      object,
      source,
      ['targetPortal'],
      `at most ${MOST_INITIATOR_CHARACTERS} characters together with the name of the volume and a colon`,
    );
}

function* fibreChannel(object: ManifestObject, channel: Item): Generator<Violation> {
  const found = ['targetWWNs', 'wwids'].filter((field) => lengthOf(channel.value, field) > 0);
  if (found.length !== 1)
    yield {
      object,
      path: channel.path,
      received: found.join(' and ') || 'without any of them',
      expected: 'exactly one of targetWWNs, wwids',
    };
  else if (found[0] === 'targetWWNs' && !isSet(channel.value.lun)) yield violationAt(object, channel, ['lun'], 'a number with targetWWNs');
}

function* azureDisk(object: ManifestObject, disk: Item): Generator<Violation> {
  const address = stringAt(disk.value, 'diskURI') ?? '';
  const isManaged = disk.value.kind === 'Managed';
  if (address === '' || address.startsWith(isManaged ? '/subscriptions/' : 'https://')) return;
  yield violationAt(
    object,
    disk,
    ['diskURI'],
    isManaged ? 'an ID such as /subscriptions/…/disks/a' : 'an https address, because the kind is not Managed',
  );
}
