import { own } from '../core/plain-object';
import type { ManifestObject } from '../manifests/manifest-object';
import { at, type Item, itemsAt, itemsOf, objectAt } from '../manifests/values';
import { isSet, lengthOf, nonEmpty, stringsIn, violationAt } from './field-checks';
import { DNS_LABEL, hasFormat } from './names';
import type { Violation } from './violation';

/** The violations of a FlowSchema. Source: `ValidateFlowSchemaSpec` of the API server and the functions that it calls. */
export function* flowSchemaViolations(object: ManifestObject): Generator<Violation> {
  const root = { value: object.raw, path: [] };
  if (at(object.raw, 'spec', 'matchingPrecedence') === 1 && object.name !== 'exempt')
    yield violationAt(object, root, ['spec', 'matchingPrecedence'], 'at least 2, because only the schema with the name exempt has 1');
  for (const rule of itemsAt(object.raw, 'spec', 'rules')) {
    if (lengthOf(rule.value, 'resourceRules') + lengthOf(rule.value, 'nonResourceRules') === 0)
      yield { object, path: rule.path, received: 'without requests', expected: 'resourceRules or nonResourceRules' };
    for (const subject of itemsOf(rule, 'subjects')) yield* subjectViolations(object, subject);
    for (const requests of itemsOf(rule, 'resourceRules')) {
      for (const field of ['verbs', 'apiGroups', 'resources']) yield* listViolations(object, requests, field);
      yield* verbViolations(object, requests);
      yield* namespaceViolations(object, requests);
    }
    for (const requests of itemsOf(rule, 'nonResourceRules')) {
      for (const field of ['verbs', 'nonResourceURLs']) yield* listViolations(object, requests, field);
      yield* verbViolations(object, requests);
      for (const [index, address] of stringsIn(requests.value, 'nonResourceURLs').entries())
        if (!isPathOfRequests(address)) yield violationAt(object, requests, ['nonResourceURLs', index], EXPECTED_PATH);
    }
  }
}

/** Fields of a subject by its kind. */
const SUBJECTS: Readonly<Record<string, string>> = { Group: 'group', ServiceAccount: 'serviceAccount', User: 'user' };

function* subjectViolations(object: ManifestObject, subject: Item): Generator<Violation> {
  const { kind } = subject.value;
  const field = typeof kind === 'string' ? own(SUBJECTS, kind) : undefined;
  if (field === undefined) {
    yield violationAt(object, subject, ['kind'], 'ServiceAccount, User or Group');
    return;
  }
  for (const other of Object.values(SUBJECTS)) {
    if (other === field && !isSet(own(subject.value, other))) yield violationAt(object, subject, [other], `a value with the kind ${kind}`);
    else if (other !== field && isSet(own(subject.value, other)))
      yield violationAt(object, subject, [other], `no value with the kind ${kind}`);
  }
  const named = { value: objectAt(subject.value, String(field)), path: [...subject.path, String(field)] };
  yield* nonEmpty(object, named, 'name', 'namespace');
}

function* listViolations(object: ManifestObject, requests: Item, field: string): Generator<Violation> {
  const listed = stringsIn(requests.value, field);
  if (lengthOf(requests.value, field) === 0) yield violationAt(object, requests, [field], 'at least one item');
  else if (listed.length > 1 && listed.includes('*')) yield violationAt(object, requests, [field], 'no other item next to *');
}

/** Source: `supportedVerbs` of the API server. */
const VERBS = ['get', 'list', 'create', 'update', 'delete', 'deletecollection', 'patch', 'watch', 'proxy'];

function* verbViolations(object: ManifestObject, requests: Item): Generator<Violation> {
  const verbs = stringsIn(requests.value, 'verbs');
  if (verbs.includes('*')) return;
  for (const [index, verb] of verbs.entries())
    if (!VERBS.includes(verb)) yield violationAt(object, requests, ['verbs', index], `*, or one of ${VERBS.join(', ')}`);
}

function* namespaceViolations(object: ManifestObject, requests: Item): Generator<Violation> {
  const namespaces = stringsIn(requests.value, 'namespaces');
  if (namespaces.length === 0) {
    if (requests.value.clusterScope !== true)
      yield violationAt(object, requests, ['namespaces'], 'at least one namespace, because clusterScope is not true');
  } else if (namespaces.includes('*')) yield* listViolations(object, requests, 'namespaces');
  else
    for (const [index, name] of namespaces.entries())
      if (!hasFormat(name, DNS_LABEL)) yield violationAt(object, requests, ['namespaces', index], `*, or ${DNS_LABEL.expected}`);
}

const EXPECTED_PATH = '*, or an absolute path such as /metrics, with * only as its last segment';

/** Source: `ValidateNonResourceURLPath` of the API server. */
function isPathOfRequests(path: string): boolean {
  return path === '*' || path === '/' || /^(?:\/[^\s/*]+)*(?:\/\*?)?$/.test(path);
}
