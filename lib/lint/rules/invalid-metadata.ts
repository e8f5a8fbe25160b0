import { shown } from '../../core/problems';
import type { ManifestObject } from '../../manifests/manifest-object';
import { itemsAt, stringAt, stringsAt } from '../../manifests/values';
import { isSet, stringsIn } from '../field-checks';
import { EXPECTED_LABEL_KEY, isLabelKey } from '../names';
import type { Rule } from '../rule';
import { kindOf } from '../schema';
import type { Violation } from '../violation';

export const invalidMetadata: Rule = {
  id: 'invalid-metadata',
  severity: 'error',
  description: 'Metadata of an object is invalid',
  fix: 'Give the object a name, and keep its annotations below 256 KiB',
  citation: 'https://github.com/kubernetes/apimachinery/blob/v0.36.0/pkg/api/validation/objectmeta.go',
  *check({ objects }) {
    for (const object of objects) {
      if (isSet(object.raw.metadata) && object.group !== ISTIOCTL) yield* metadataViolations(object);
    }
  },
};

/** Group of files that istioctl reads, which need no name. */
const ISTIOCTL = 'install.istio.io';

/** Names of roles may have other characters. */
const RBAC = 'rbac.authorization.k8s.io';

/** Finalizers of Kubernetes itself, the only ones without a domain. Source: `validateKubeFinalizerName` of the API server. */
const STANDARD_FINALIZERS: readonly string[] = ['kubernetes', 'orphan', 'foregroundDeletion'];

/** Groups whose finalizers need a domain: their validation calls `ValidateObjectMeta` of core instead of k8s.io/apimachinery. */
const QUALIFIED_GROUPS: ReadonlySet<string> = new Set([
  '',
  'apps',
  'autoscaling',
  'batch',
  'certificates.k8s.io',
  'discovery.k8s.io',
  'flowcontrol.apiserver.k8s.io',
  'networking.k8s.io',
  'rbac.authorization.k8s.io',
  'resource.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
]);

/** Largest size of all annotations. Source: `TotalAnnotationSizeLimitB` of k8s.io/apimachinery. */
const MOST_ANNOTATION_BYTES = 256 * 1024;

function* metadataViolations(object: ManifestObject): Generator<Violation> {
  const prefix = stringAt(object.raw, 'metadata', 'generateName') ?? '';
  const isList = object.kind.endsWith('List') && kindOf(object.apiVersion, object.kind) === undefined;
  if (object.name === '' && prefix === '' && !isList && !isSet((object.raw.metadata as Readonly<Record<string, unknown>>).name))
    yield { object, path: ['metadata', 'name'], expected: 'a name or a generateName' };
  const bytes = Object.entries(stringsAt(object.raw, 'metadata', 'annotations')).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
    0,
  );
  if (bytes > MOST_ANNOTATION_BYTES)
    yield { object, path: ['metadata', 'annotations'], received: `${bytes} bytes`, expected: `at most ${MOST_ANNOTATION_BYTES} bytes` };
  if (prefix !== '' && object.name === '' && object.group !== RBAC && !/^[a-z0-9][-a-z0-9.]*$/.test(prefix))
    yield { object, path: ['metadata', 'generateName'], received: shown(prefix), expected: 'lower-case letters, digits, hyphens and dots' };
  const controllers = itemsAt(object.raw, 'metadata', 'ownerReferences').filter(({ value }) => value.controller === true);
  for (const { path } of controllers.slice(1))
    yield { object, path: [...path, 'controller'], received: 'true', expected: 'true for one owner only' };
  for (const { value, path } of itemsAt(object.raw, 'metadata', 'ownerReferences'))
    if (value.apiVersion === 'v1' && value.kind === 'Event')
      yield { object, path: [...path, 'kind'], received: 'Event', expected: 'another kind, because an Event owns nothing' };
  const isQualified = QUALIFIED_GROUPS.has(object.group);
  for (const [index, finalizer] of stringsIn(object.raw, 'metadata', 'finalizers').entries())
    if (!isLabelKey(finalizer) || (isQualified && !finalizer.includes('/') && !STANDARD_FINALIZERS.includes(finalizer)))
      yield {
        object,
        path: ['metadata', 'finalizers', index],
        received: shown(finalizer),
        expected: isQualified ? `${STANDARD_FINALIZERS.join(', ')}, or a name with a domain and a slash` : EXPECTED_LABEL_KEY,
      };
}
