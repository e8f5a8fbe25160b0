import type { ManifestObject } from '../../manifests/manifest-object';
import { at, itemsAt, objectAt, stringAt, stringsAt } from '../../manifests/values';
import { definitionSchema } from '../definition-schema';
import { isSet, violationAt } from '../field-checks';
import type { Rule } from '../rule';
import { selectableFields } from '../selectable-fields';
import type { Violation } from '../violation';

export const invalidDefinition: Rule = {
  id: 'invalid-definition',
  severity: 'error',
  description: 'CustomResourceDefinition is invalid',
  fix: 'Name it <plural>.<group>, store exactly one version, and give each version a schema',
  citation: 'https://github.com/kubernetes/apiextensions-apiserver/blob/v0.36.0/pkg/apis/apiextensions/validation/validation.go',
  *check({ ofKind }) {
    for (const object of ofKind('CustomResourceDefinition')) if (object.apiVersion === 'apiextensions.k8s.io/v1') yield* violations(object);
  },
};

/** Groups of the Kubernetes project. Source: `IsProtectedCommunityGroup` and `GetAPIApprovalState` of apiextensions-apiserver. */
const PROTECTED = ['k8s.io', 'kubernetes.io'];
const APPROVAL = 'api-approved.kubernetes.io';

function* violations(object: ManifestObject): Generator<Violation> {
  const [plural, group] = [stringAt(object.raw, 'spec', 'names', 'plural'), stringAt(object.raw, 'spec', 'group')];
  if (plural !== undefined && group !== undefined && object.name !== `${plural}.${group}`)
    yield violationAt(object, { value: object.raw, path: [] }, ['metadata', 'name'], `${plural}.${group}, from the plural and the group`);
  const versions = itemsAt(object.raw, 'spec', 'versions');
  const stored = versions.filter(({ value }) => value.storage === true).length;
  if (versions.length > 0 && stored !== 1)
    yield { object, path: ['spec', 'versions'], received: `${stored} versions with storage: true`, expected: 'exactly one' };
  const names = { value: objectAt(object.raw, 'spec', 'names'), path: ['spec', 'names'] };
  if (isSet(names.value.kind) && names.value.kind === names.value.listKind)
    yield violationAt(object, names, ['listKind'], 'another name than the kind');
  const conversion = { value: objectAt(object.raw, 'spec', 'conversion'), path: ['spec', 'conversion'] };
  if (conversion.value.strategy === 'Webhook' && !isSet(conversion.value.webhook))
    yield violationAt(object, conversion, ['webhook'], 'a value with the strategy Webhook');
  if (conversion.value.strategy === 'None' && isSet(conversion.value.webhook))
    yield violationAt(object, conversion, ['webhook'], 'no value with the strategy None');
  const isProtected = group !== undefined && PROTECTED.some((name) => group === name || group.endsWith(`.${name}`));
  const approval = stringsAt(object.raw, 'metadata', 'annotations')[APPROVAL] ?? '';
  if (isProtected && !/^(?:unapproved|https?:\/\/)/.test(approval))
    yield {
      object,
      path: ['metadata', 'annotations', APPROVAL],
      expected: `the address of the approval, because ${group} is a group of Kubernetes`,
    };
  if (at(object.raw, 'spec', 'preserveUnknownFields') === true)
    yield violationAt(
      object,
      { value: object.raw, path: [] },
      ['spec', 'preserveUnknownFields'],
      'false, or x-kubernetes-preserve-unknown-fields in the schema',
    );
  const seen = new Set<unknown>();
  for (const version of versions) {
    if (seen.has(version.value.name)) yield violationAt(object, version, ['name'], 'each version once');
    seen.add(version.value.name);
    if (!isSet(at(version.value, 'schema', 'openAPIV3Schema')))
      yield violationAt(object, version, ['schema', 'openAPIV3Schema'], 'a schema');
    else {
      yield* definitionSchema(object, version);
      yield* selectableFields(object, version);
    }
  }
}
