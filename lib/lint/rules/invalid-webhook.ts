import type { ManifestObject } from '../../manifests/manifest-object';
import { type Item, itemsAt, itemsOf, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { exactlyOneOf, isSet, lengthOf, stringsIn, violationAt } from '../field-checks';
import { matchConditions } from '../match-conditions';
import { DNS_SUBDOMAIN, hasFormat } from '../names';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const invalidWebhook: Rule = {
  id: 'invalid-webhook',
  severity: 'error',
  description: 'Admission webhook is invalid',
  fix: 'Give each webhook a name with a domain, either a service or an https URL, and complete rules',
  citation: apiSource('admissionregistration'),
  *check({ ofKind }) {
    for (const object of ofKind('ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration')) {
      // Former versions have other defaults. No release of Kubernetes that is supported serves them.
      if (object.apiVersion !== 'admissionregistration.k8s.io/v1') continue;
      const seen = new Set<string>();
      for (const hook of itemsAt(object.raw, 'webhooks')) {
        const name = stringAt(hook.value, 'name') ?? '';
        if (!isFullName(name)) yield violationAt(object, hook, ['name'], 'a domain with at least three parts, such as pods.example.com');
        else if (seen.has(name)) yield violationAt(object, hook, ['name'], 'each name once');
        seen.add(name);
        yield* hookViolations(object, hook);
      }
    }
  },
};

function isFullName(name: string): boolean {
  return hasFormat(name, DNS_SUBDOMAIN) && name.split('.').length >= 3;
}

function* hookViolations(object: ManifestObject, hook: Item): Generator<Violation> {
  const versions = stringsIn(hook.value, 'admissionReviewVersions');
  if (!versions.includes('v1') && !versions.includes('v1beta1'))
    yield violationAt(object, hook, ['admissionReviewVersions'], 'a list with v1 or v1beta1');
  for (const [index, version] of versions.entries())
    if (versions.indexOf(version) < index) yield violationAt(object, hook, ['admissionReviewVersions', index], 'each version once');
  for (const rule of itemsOf(hook, 'rules')) {
    for (const field of ['operations', 'apiGroups', 'apiVersions', 'resources']) {
      const listed = stringsIn(rule.value, field);
      if (lengthOf(rule.value, field) === 0) yield violationAt(object, rule, [field], 'at least one item');
      else if (field !== 'resources' && listed.includes('*') && listed.length > 1)
        yield violationAt(object, rule, [field], 'no other item next to *');
    }
  }
  yield* matchConditions(object, hook);
  for (const rule of itemsOf(hook, 'rules')) yield* overlaps(object, rule);
  const client = { value: clientOf(hook), path: [...hook.path, 'clientConfig'] };
  if (!isSet(hook.value.clientConfig)) return;
  yield* exactlyOneOf(object, client, ['url', 'service']);
  const url = stringAt(client.value, 'url');
  if (url !== undefined && !/^https:\/\/[^/?#@]+(?:\/[^?#]*)?$/.test(url))
    yield violationAt(object, client, ['url'], 'an https URL without a user, a query and a fragment');
}

/** Source: `validateResources` of the API server. */
function* overlaps(object: ManifestObject, rule: Item): Generator<Violation> {
  const resources = stringsIn(rule.value, 'resources');
  if (resources.includes('*/*') && resources.length > 1) {
    yield violationAt(object, rule, ['resources'], 'no other resource next to */*');
    return;
  }
  const plain = resources.filter((name) => !name.includes('/'));
  if (plain.includes('*') && plain[plain.length - 1] !== '*') yield violationAt(object, rule, ['resources'], 'no other resource next to *');
  for (const [index, name] of resources.entries()) {
    const [resource = '', part] = name.split('/');
    const earlier = resources.slice(0, index);
    if (part !== undefined && (earlier.includes(`${resource}/*`) || earlier.includes(`*/${part}`)))
      yield violationAt(object, rule, ['resources', index], 'a resource that no earlier item includes');
  }
}

function clientOf({ value }: Item): Item['value'] {
  return itemsAt({ list: [value.clientConfig] }, 'list')[0]?.value ?? {};
}
