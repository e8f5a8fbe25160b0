import { shown } from '../../core/problems';
import { quantityOf } from '../../core/quantity';
import type { ManifestObject, Path } from '../../manifests/manifest-object';
import { at, type Item, itemsAt, objectAt, stringAt } from '../../manifests/values';
import { cidrOf } from '../addresses';
import { apiSource } from '../api-source';
import { eachOnce, isSet, stringsIn, violationAt } from '../field-checks';
import { DNS_LABEL, EXPECTED_LABEL_KEY, hasFormat, isLabelKey, LABEL_VALUE } from '../names';
import type { Rule } from '../rule';
import { storageViolations } from '../storage-objects';
import { tolerationViolations } from '../tolerations';
import type { Violation } from '../violation';

export const invalidClusterObject: Rule = {
  id: 'invalid-cluster-object',
  severity: 'error',
  description: 'Object of the whole cluster is invalid',
  fix: 'Use names with the format of their field',
  citation: apiSource('storage'),
  *check({ ofKind }) {
    for (const { kind, path, expected, isValid } of NAMES) {
      for (const object of ofKind(kind)) {
        const text = stringAt(object.raw, ...path);
        if (text !== undefined && !isValid(text)) yield violationAt(object, { value: object.raw, path: [] }, path, expected);
      }
    }
    for (const object of ofKind('IngressClass')) {
      const parameters = { value: objectAt(object.raw, 'spec', 'parameters'), path: ['spec', 'parameters'] };
      if (parameters.value.scope === 'Namespace' && (stringAt(parameters.value, 'namespace') ?? '') === '')
        yield violationAt(object, parameters, ['namespace'], 'a namespace, because the scope is Namespace');
      else if (parameters.value.scope !== 'Namespace' && isSet(parameters.value.namespace))
        yield violationAt(object, parameters, ['namespace'], 'no value, because the scope is Cluster');
    }
    for (const object of ofKind('APIService')) yield* apiServiceViolations(object);
    for (const object of ofKind('Namespace')) yield* finalizerViolations(object);
    for (const object of ofKind('CertificateSigningRequest')) yield* requestViolations(object);
    for (const object of ofKind('Node')) {
      const taintOf = ({ value }: Item) => `${stringAt(value, 'key')}:${stringAt(value, 'effect')}`;
      yield* eachOnce(object, itemsAt(object.raw, 'spec', 'taints'), taintOf, ['key'], 'each key once with an effect');
      const families = stringsIn(object.raw, 'spec', 'podCIDRs').map((text) => cidrOf(text)?.family);
      if (families.length > 1 && new Set(families).size < families.length)
        yield violationAt(object, { value: object.raw, path: [] }, ['spec', 'podCIDRs'], 'one CIDR of each family');
    }
    for (const object of ofKind('RuntimeClass')) yield* runtimeClassViolations(object);
    yield* storageViolations(ofKind);
  },
};

/** Source: `validateCertificateSigningRequest` of the API server. */
function* requestViolations(object: ManifestObject): Generator<Violation> {
  const spec = { value: objectAt(object.raw, 'spec'), path: ['spec'] };
  const request = Buffer.from(stringAt(spec.value, 'request') ?? '', 'base64').toString('latin1');
  if (!/-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----/.test(request))
    yield { object, path: ['spec', 'request'], received: 'other data', expected: 'a certificate request in PEM, encoded as base64' };
  if (spec.value.signerName === 'kubernetes.io/legacy-unknown')
    yield violationAt(object, spec, ['signerName'], 'another signer, because certificates.k8s.io/v1 does not have this one');
  const usages = stringsIn(spec.value, 'usages');
  for (const [index, usage] of usages.entries())
    if (usages.indexOf(usage) < index) yield violationAt(object, spec, ['usages', index], 'each usage once');
}

/** Source: `ValidateRuntimeClass` of the API server. */
function* runtimeClassViolations(object: ManifestObject): Generator<Violation> {
  const fixed = { value: objectAt(object.raw, 'overhead', 'podFixed'), path: ['overhead', 'podFixed'] };
  for (const [name, amount] of Object.entries(fixed.value)) {
    const quantity = quantityOf(amount);
    if (quantity !== undefined && quantity < 0) yield violationAt(object, fixed, [name], 'at least 0');
    if (!name.includes('/') && !['cpu', 'memory', 'ephemeral-storage'].includes(name) && !name.startsWith('hugepages-'))
      yield violationAt(object, fixed, [name], 'a standard resource, or a name with a domain');
  }
  const labels = { value: objectAt(object.raw, 'scheduling', 'nodeSelector'), path: ['scheduling', 'nodeSelector'] };
  for (const [key, value] of Object.entries(labels.value)) {
    if (!isLabelKey(key)) yield { object, path: [...labels.path, key], received: shown(key), expected: EXPECTED_LABEL_KEY };
    else if (typeof value === 'string' && !hasFormat(value, LABEL_VALUE)) yield violationAt(object, labels, [key], LABEL_VALUE.expected);
  }
  const tolerations = itemsAt(object.raw, 'scheduling', 'tolerations');
  for (const toleration of tolerations) yield* tolerationViolations(object, toleration);
  yield* eachOnce(object, tolerations, ({ value }) => JSON.stringify(value), ['key'], 'each toleration once');
}

interface NamedField {
  readonly kind: string;
  readonly path: Path;
  readonly expected: string;
  readonly isValid: (text: string) => boolean;
}

/** Fields with a name. Sources: `ValidateStorageClass`, `ValidateIngressClass` and `ValidateRuntimeClass` of the API server. */
const NAMES: readonly NamedField[] = [
  { kind: 'StorageClass', path: ['provisioner'], expected: EXPECTED_LABEL_KEY, isValid: (text) => isLabelKey(text.toLowerCase()) },
  {
    kind: 'IngressClass',
    path: ['spec', 'controller'],
    expected: 'a domain and a path, such as example.com/controller',
    isValid: (text) => text.length <= 250 && /^[a-z0-9.-]+\/[A-Za-z0-9/._~%!$&'()*+,;=:-]+$/.test(text),
  },
  { kind: 'RuntimeClass', path: ['handler'], expected: DNS_LABEL.expected, isValid: (text) => hasFormat(text, DNS_LABEL) },
];

/** Source: `ValidateAPIService` of kube-aggregator. */
function* apiServiceViolations(object: ManifestObject): Generator<Violation> {
  const [version, group] = [stringAt(object.raw, 'spec', 'version'), stringAt(object.raw, 'spec', 'group') ?? ''];
  if (version !== undefined && object.name !== `${version}.${group}`)
    yield { object, path: ['metadata', 'name'], received: `"${object.name}"`, expected: `${version}.${group}, the version and the group` };
  if (at(object.raw, 'spec', 'insecureSkipTLSVerify') === true && isSet(at(object.raw, 'spec', 'caBundle')))
    yield { object, path: ['spec', 'insecureSkipTLSVerify'], received: 'true', expected: 'false, because caBundle is set' };
}

/** Source: `validateFinalizerName` of the API server. */
function* finalizerViolations(object: ManifestObject): Generator<Violation> {
  for (const [index, name] of stringsIn(object.raw, 'spec', 'finalizers').entries())
    if (name !== 'kubernetes' && !name.includes('/'))
      yield { object, path: ['spec', 'finalizers', index], received: `"${name}"`, expected: 'kubernetes, or a name with a domain' };
}
