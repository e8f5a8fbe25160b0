import { own } from '../../core/plain-object';
import { quantityOf } from '../../core/quantity';
import type { ManifestObject } from '../../manifests/manifest-object';
import { type Item, itemsOf, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { eachOnce, isSet, violationAt } from '../field-checks';
import { EXPECTED_LABEL_KEY, isLabelKey } from '../names';
import { EXPECTED_RESOURCE_NAME, HUGE_PAGES, isResourceName } from '../resource-names';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const invalidResource: Rule = {
  id: 'invalid-resource',
  severity: 'error',
  description: 'Resource of a container is invalid',
  fix: 'Use cpu, memory, ephemeral-storage, hugepages or a name with a domain such as nvidia.com/gpu; the latter as whole numbers with equal limits',
  citation: apiSource('core'),
  *check({ workloads }) {
    for (const { object, pod, containers } of workloads) {
      const claims = new Set(itemsOf(pod, 'resourceClaims').map(({ value }) => stringAt(value, 'name')));
      const overhead = { value: objectAt(pod.value, 'overhead'), path: [...pod.path, 'overhead'] };
      for (const name of Object.keys(overhead.value))
        if (!isResourceName(name)) yield violationAt(object, overhead, [name], EXPECTED_RESOURCE_NAME);
      for (const container of containers) {
        for (const section of ['limits', 'requests']) yield* sectionViolations(object, container, section);
        yield* hugePagesAlone(object, container);
        for (const claim of itemsOf(container, 'resources', 'claims')) {
          const name = stringAt(claim.value, 'name');
          if (name !== undefined && !claims.has(name)) yield violationAt(object, claim, ['name'], 'a claim of resourceClaims of the pod');
        }
        const keyOf = ({ value }: Item) => [stringAt(value, 'name'), stringAt(value, 'request')].join('/');
        yield* eachOnce(object, itemsOf(container, 'resources', 'claims'), keyOf, ['name'], 'each claim once');
        yield* wholeClaims(object, itemsOf(container, 'resources', 'claims'));
      }
    }
  },
};

/** A claim without a request has all its devices. Source: `validateResourceClaimNames` of the API server. */
function* wholeClaims(object: ManifestObject, claims: readonly Item[]): Generator<Violation> {
  const requested = new Set(claims.filter(({ value }) => isSet(value.request)).map(({ value }) => value.name));
  for (const claim of claims)
    if (!isSet(claim.value.request) && requested.has(claim.value.name))
      yield violationAt(object, claim, ['name'], 'a request of the claim, because another item names one');
}

/** Whether a limit must equal the request. Source: `IsOvercommitAllowed` of the API server. */
function isFixed(name: string): boolean {
  return name.startsWith(HUGE_PAGES) || (name.includes('/') && !isOfKubernetes(name));
}

function isOfKubernetes(name: string): boolean {
  return name.includes('kubernetes.io/');
}

function* sectionViolations(object: ManifestObject, container: Item, section: string): Generator<Violation> {
  const item = { value: objectAt(container.value, 'resources', section), path: [...container.path, 'resources', section] };
  for (const [name, amount] of Object.entries(item.value)) {
    const quantity = quantityOf(amount);
    if (!isResourceName(name)) yield violationAt(object, item, [name], EXPECTED_RESOURCE_NAME);
    else if (!isLabelKey(name) || name.startsWith('requests.')) yield violationAt(object, item, [name], EXPECTED_LABEL_KEY);
    else if (quantity !== undefined && quantity < 0) yield violationAt(object, item, [name], 'at least 0');
    else if (quantity !== undefined && name.startsWith(HUGE_PAGES)) yield* indivisible(object, item, name, quantity);
    else if (quantity !== undefined && isFixed(name) && !Number.isInteger(quantity))
      yield violationAt(object, item, [name], 'a whole number');
    if (section === 'requests' && isFixed(name)) yield* otherLimit(object, container, name, quantity);
  }
}

/** Extended resources and huge pages cannot be overcommitted: they have a limit, which equals the request. */
function* otherLimit(object: ManifestObject, container: Item, name: string, request: number | undefined): Generator<Violation> {
  const limits = { value: objectAt(container.value, 'resources', 'limits'), path: [...container.path, 'resources', 'limits'] };
  const limit = quantityOf(own(limits.value, name));
  if (request === undefined || limit === request || (own(limits.value, name) !== undefined && limit === undefined)) return;
  // A limit below the request is reported by its own rule.
  if (limit === undefined || limit > request) yield violationAt(object, limits, [name], `the same amount as the request, ${request}`);
}

function* indivisible(object: ManifestObject, item: Item, name: string, quantity: number): Generator<Violation> {
  const size = quantityOf(name.slice(HUGE_PAGES.length));
  if (size !== undefined && size > 0 && quantity % size !== 0)
    yield violationAt(object, item, [name], `a multiple of ${name.slice(HUGE_PAGES.length)}`);
}

function* hugePagesAlone(object: ManifestObject, container: Item): Generator<Violation> {
  const names = ['limits', 'requests'].flatMap((section) => Object.keys(objectAt(container.value, 'resources', section)));
  if (!names.some((name) => name.startsWith(HUGE_PAGES)) || names.includes('cpu') || names.includes('memory')) return;
  yield violationAt(object, container, ['resources'], 'cpu or memory too, because huge pages require one of them');
}
