import { isPlainObject, own } from '../core/plain-object';
import type { ManifestObject } from '../manifests/manifest-object';
import { type Item, stringAt } from '../manifests/values';
import { violationAt } from './field-checks';
import { isLabelKey } from './names';
import type { Violation } from './violation';

/** Fields of a pod that environment variables can have. Source: `validEnvDownwardAPIFieldPathExpressions` of the API server. */
export const ENVIRONMENT_FIELDS: readonly string[] = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];

/** Fields of a pod that files of volumes can have. Source: `validVolumeDownwardAPIFieldPathExpressions` of the API server. */
export const VOLUME_FIELDS: readonly string[] = [
  'metadata.name',
  'metadata.namespace',
  'metadata.labels',
  'metadata.annotations',
  'metadata.uid',
];

const RESOURCE_FIELD = /^(?:limits|requests)\.(?:cpu|memory|ephemeral-storage|hugepages-.+)$/;

/** Units of resource fields. Source: `validateContainerResourceDivisor` of the API server. */
const CPU_DIVISORS: readonly string[] = ['1m', '1'];
const BYTE_DIVISOR = /^1(?:[kMGTPE]|[KMGTPE]i)?$/;

/** The violation of `fieldRef.fieldPath` when the field is not one of those that the reference can have. */
export function* fieldPathViolations(object: ManifestObject, item: Item, fields: readonly string[]): Generator<Violation> {
  const fieldPath = stringAt(item.value, 'fieldRef', 'fieldPath');
  if (fieldPath === undefined || fields.includes(fieldPath)) return;
  const [, map, key] = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(fieldPath) ?? [];
  if (key !== undefined && isLabelKey(map === 'annotations' ? key.toLowerCase() : key)) return;
  yield violationAt(
    object,
    item,
    ['fieldRef', 'fieldPath'],
    `one of ${fields.join(', ')}, metadata.labels['<key>'], metadata.annotations['<key>']`,
  );
}

/** The violations of `resourceFieldRef`: an unknown resource, or a divisor that its unit does not have. */
export function* resourceFieldViolations(object: ManifestObject, item: Item): Generator<Violation> {
  const reference = own(item.value, 'resourceFieldRef');
  if (!isPlainObject(reference)) return;
  const resource = stringAt(reference, 'resource');
  if (resource !== undefined && !RESOURCE_FIELD.test(resource))
    yield violationAt(object, item, ['resourceFieldRef', 'resource'], 'limits or requests of cpu, memory, ephemeral-storage or hugepages');
  const divisor = own(reference, 'divisor');
  if ((typeof divisor !== 'string' && typeof divisor !== 'number') || String(divisor) === '0' || resource === undefined) return;
  const isCpu = resource.endsWith('.cpu');
  if (isCpu ? CPU_DIVISORS.includes(String(divisor)) : BYTE_DIVISOR.test(String(divisor))) return;
  yield violationAt(object, item, ['resourceFieldRef', 'divisor'], isCpu ? '1m or 1' : '1 with a unit, such as 1Mi');
}
