import type { ManifestObject, Path } from '../../manifests/manifest-object';
import { namespaceOf } from '../../manifests/namespace';
import { itemsAt, itemsOf, stringAt } from '../../manifests/values';
import { ROUTES } from '../backends';
import type { LintContext } from '../lint-context';
import type { Rule } from '../rule';

export const referenceNotGranted: Rule = {
  id: 'reference-not-granted',
  severity: 'warning',
  description: 'Route or Gateway refers to another namespace without a ReferenceGrant',
  fix: 'Add a ReferenceGrant to the namespace of the object that is referred to',
  citation: 'https://gateway-api.sigs.k8s.io/api-types/referencegrant/',
  *check(context) {
    for (const { object, path, kind, namespace, name } of references(context)) {
      if (context.ofKind('ReferenceGrant').some((grant) => namespaceOf(grant) === namespace && grants(grant, object, kind, name))) continue;
      yield {
        object,
        path: [...path, 'namespace'],
        received: `"${namespace}"`,
        expected: `a ReferenceGrant in this namespace from ${object.kind} of ${namespaceOf(object)} to ${kind}`,
      };
    }
  },
};

interface Reference {
  readonly object: ManifestObject;
  readonly path: Path;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** Whether a route belongs to a mesh: its parents are Services, and its references need no grant. Source: Gateway API, conformance test MeshConsumerRoute. */
function isOfMesh({ raw }: ManifestObject): boolean {
  const parents = itemsAt(raw, 'spec', 'parentRefs');
  return parents.length > 0 && parents.every(({ value }) => value.kind === 'Service');
}

/** References of routes to backends, and of Gateways to certificates, in other namespaces. */
function references(context: LintContext): readonly Reference[] {
  const backends = context
    .ofKind(...ROUTES)
    .filter((object) => !isOfMesh(object))
    .flatMap((object) =>
      itemsAt(object.raw, 'spec', 'rules').flatMap((rule) =>
        itemsOf(rule, 'backendRefs').map((item) => ({ object, item, kind: 'Service' })),
      ),
    );
  const certificates = context
    .ofKind('Gateway')
    .flatMap((object) =>
      itemsAt(object.raw, 'spec', 'listeners').flatMap((listener) =>
        itemsOf(listener, 'tls', 'certificateRefs').map((item) => ({ object, item, kind: 'Secret' })),
      ),
    );
  return [...backends, ...certificates].flatMap(({ object, item: { value, path }, kind }) => {
    const namespace = stringAt(value, 'namespace');
    if (namespace === undefined || namespace === namespaceOf(object)) return [];
    return [{ object, path, kind: stringAt(value, 'kind') ?? kind, namespace, name: stringAt(value, 'name') ?? '' }];
  });
}

function grants(grant: ManifestObject, object: ManifestObject, target: string, name: string): boolean {
  const isFrom = itemsAt(grant.raw, 'spec', 'from').some(
    ({ value }) => value.group === object.group && value.kind === object.kind && value.namespace === namespaceOf(object),
  );
  const isTo = itemsAt(grant.raw, 'spec', 'to').some(
    ({ value }) => value.kind === target && (stringAt(value, 'name') === undefined || value.name === name),
  );
  return isFrom && isTo;
}
