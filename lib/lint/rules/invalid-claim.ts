import { isPlainObject } from '../../core/plain-object';
import { shown } from '../../core/problems';
import { quantityOf } from '../../core/quantity';
import type { ManifestObject } from '../../manifests/manifest-object';
import { at, type Item, itemsAt, itemsOf, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { exactlyOneOf, formatAt, isSet, lengthOf, stringsIn, violationAt } from '../field-checks';
import { DNS_SUBDOMAIN, EXPECTED_LABEL_KEY, hasFormat, isLabelKey, LABEL_VALUE } from '../names';
import { nodeSelectorViolations } from '../node-selector';
import type { Rule } from '../rule';
import type { Violation } from '../violation';
import { secretViolations, volumeSourceViolations } from '../volume-sources';

export const invalidClaim: Rule = {
  id: 'invalid-claim',
  severity: 'error',
  description: 'PersistentVolume or PersistentVolumeClaim is invalid',
  fix: 'Give it an access mode and storage, and a PersistentVolume one source',
  citation: apiSource('core'),
  *check({ ofKind, workloads }) {
    for (const object of ofKind('PersistentVolumeClaim'))
      yield* claimViolations(object, { value: objectAt(object.raw, 'spec'), path: ['spec'] });
    for (const { object, pod } of workloads) {
      for (const volume of itemsOf(pod, 'volumes')) {
        const template = at(volume.value, 'ephemeral', 'volumeClaimTemplate', 'spec');
        const path = [...volume.path, 'ephemeral', 'volumeClaimTemplate', 'spec'];
        if (isPlainObject(template)) yield* claimViolations(object, { value: template, path });
        yield* templateMetadata(object, volume);
      }
      for (const { value, path } of itemsAt(object.raw, 'spec', 'volumeClaimTemplates'))
        yield* claimViolations(object, { value: objectAt(value, 'spec'), path: [...path, 'spec'] });
    }
    for (const object of ofKind('PersistentVolume'))
      yield* volumeViolations(object, { value: objectAt(object.raw, 'spec'), path: ['spec'] });
  },
};

/** The metadata of a claim that a pod creates: the API server gives it a name. Source: `allowedPVCTemplateObjectMetaFields`. */
function* templateMetadata(object: ManifestObject, volume: Item): Generator<Violation> {
  const field = ['ephemeral', 'volumeClaimTemplate', 'metadata'];
  for (const [name, value] of Object.entries(objectAt(volume.value, ...field)))
    if (isSet(value) && value !== '' && name !== 'labels' && name !== 'annotations')
      yield violationAt(object, volume, [...field, name], 'no value, only labels and annotations');
  const labels = { value: objectAt(volume.value, ...field, 'labels'), path: [...volume.path, ...field, 'labels'] };
  for (const [key, value] of Object.entries(labels.value)) {
    if (!isLabelKey(key)) yield { object, path: [...labels.path, key], received: shown(key), expected: EXPECTED_LABEL_KEY };
    else if (typeof value === 'string' && !hasFormat(value, LABEL_VALUE)) yield violationAt(object, labels, [key], LABEL_VALUE.expected);
  }
}

const ONLY_POD = 'ReadWriteOncePod';

function* claimViolations(object: ManifestObject, spec: Item): Generator<Violation> {
  yield* accessModes(object, spec);
  yield* amount(object, spec, ['resources', 'requests', 'storage']);
  yield* formatAt(object, spec, ['storageClassName'], DNS_SUBDOMAIN);
  const [request, limit] = ['requests', 'limits'].map((section) => quantityOf(at(spec.value, 'resources', section, 'storage')));
  if (request !== undefined && limit !== undefined && limit < request)
    yield violationAt(object, spec, ['resources', 'limits', 'storage'], 'at least the request');
  const [source, reference] = ['dataSource', 'dataSourceRef'].map((field) => objectAt(spec.value, field));
  if (isSet(spec.value.dataSource) && isSet(spec.value.dataSourceRef)) {
    const differs =
      (stringAt(reference, 'namespace') ?? '') === '' &&
      ['apiGroup', 'kind', 'name'].some((field) => (source?.[field] ?? '') !== (reference?.[field] ?? ''));
    if (differs) yield violationAt(object, spec, ['dataSource'], 'the same object as dataSourceRef');
  }
  if (isSet(spec.value.dataSource) && (stringAt(reference, 'namespace') ?? '') !== '')
    yield violationAt(object, spec, ['dataSource'], 'no value, because dataSourceRef has a namespace');
  for (const field of ['dataSource', 'dataSourceRef']) {
    const kind = stringAt(spec.value, field, 'kind');
    if (kind !== undefined && kind !== 'PersistentVolumeClaim' && (stringAt(spec.value, field, 'apiGroup') ?? '') === '')
      yield violationAt(object, spec, [field, 'kind'], 'PersistentVolumeClaim, or an apiGroup');
  }
}

/** Fields of a PersistentVolume that name the Secrets of its CSI driver. */
const CSI_SECRETS = [
  'controllerPublishSecretRef',
  'nodeStageSecretRef',
  'nodePublishSecretRef',
  'controllerExpandSecretRef',
  'nodeExpandSecretRef',
];

function* accessModes(object: ManifestObject, spec: Item): Generator<Violation> {
  if (lengthOf(spec.value, 'accessModes') === 0) yield violationAt(object, spec, ['accessModes'], 'at least one access mode');
  const modes = stringsIn(spec.value, 'accessModes');
  if (modes.includes(ONLY_POD) && modes.length > 1)
    yield { object, path: [...spec.path, 'accessModes'], received: modes.join(' and '), expected: `no other mode with ${ONLY_POD}` };
}

/** Sizes that cannot be read are reported by the rules about structure. */
function* amount(object: ManifestObject, spec: Item, field: readonly string[]): Generator<Violation> {
  const size = at(spec.value, ...field);
  const bytes = quantityOf(size);
  if (!isSet(size) || (bytes !== undefined && bytes <= 0)) yield violationAt(object, spec, field, 'more than 0');
}

/** Fields of a PersistentVolume that are no source of storage. */
const OTHER_FIELDS: readonly string[] = [
  'capacity',
  'accessModes',
  'claimRef',
  'mountOptions',
  'nodeAffinity',
  'persistentVolumeReclaimPolicy',
  'storageClassName',
  'volumeAttributesClassName',
  'volumeMode',
];

function* volumeViolations(object: ManifestObject, spec: Item): Generator<Violation> {
  yield* accessModes(object, spec);
  yield* amount(object, spec, ['capacity', 'storage']);
  const sources = Object.keys(spec.value).filter((field) => !OTHER_FIELDS.includes(field) && isPlainObject(spec.value[field]));
  if (sources.length === 0) yield { object, path: spec.path, received: 'without a source', expected: 'one source, such as csi' };
  else if (sources.length > 1) yield* exactlyOneOf(object, spec, sources);
  for (const name of Object.keys(objectAt(spec.value, 'capacity')))
    if (name !== 'storage') yield violationAt(object, spec, ['capacity', name], 'only storage');
  const source = (field: string) => ({ value: objectAt(spec.value, field), path: [...spec.path, field] });
  for (const field of CSI_SECRETS) yield* secretViolations(object, source('csi'), [field], ['name', 'namespace']);
  yield* secretViolations(object, source('iscsi'), ['secretRef'], ['name']);
  for (const name of ['cinder', 'storageos']) yield* secretViolations(object, source(name), ['secretRef'], ['name', 'namespace']);
  yield* volumeSourceViolations(object, spec, object.name);
  if (isSet(spec.value.volumeAttributesClassName) && !isSet(spec.value.csi))
    yield violationAt(object, spec, ['volumeAttributesClassName'], 'no value, because the volume is not of a CSI driver');
  const required = { value: objectAt(spec.value, 'nodeAffinity', 'required'), path: [...spec.path, 'nodeAffinity', 'required'] };
  if (isSet(at(spec.value, 'nodeAffinity', 'required'))) yield* nodeSelectorViolations(object, required);
  else if (isSet(spec.value.nodeAffinity)) yield violationAt(object, spec, ['nodeAffinity', 'required'], 'a selector of nodes');
  if ((stringAt(spec.value, 'local', 'path') ?? '').split('/').includes('..'))
    yield violationAt(object, spec, ['local', 'path'], 'a path without ".."');
  if (isSet(spec.value.local) && !isSet(spec.value.nodeAffinity))
    yield violationAt(object, spec, ['nodeAffinity', 'required'], 'a value, because the volume is local');
  const path = stringAt(spec.value, 'hostPath', 'path') ?? '';
  if (path.split('/').includes('..')) yield violationAt(object, spec, ['hostPath', 'path'], 'a path without ".."');
  if (path === '/' && spec.value.persistentVolumeReclaimPolicy === 'Recycle')
    yield violationAt(object, spec, ['persistentVolumeReclaimPolicy'], 'another policy, because the volume is the root of the host');
  yield* formatAt(object, spec, ['storageClassName'], DNS_SUBDOMAIN);
}
