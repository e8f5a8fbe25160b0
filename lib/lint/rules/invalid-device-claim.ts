import type { ManifestObject } from '../../manifests/manifest-object';
import { type Item, itemsOf, numberAt, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { expressionAt } from '../cel-expressions';
import { eachOnce, isSet, stringsIn, violationAt } from '../field-checks';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const invalidDeviceClaim: Rule = {
  id: 'invalid-device-claim',
  severity: 'error',
  description: 'ResourceClaim, its template or a DeviceClass is invalid',
  fix: 'Give each request a name and either exactly or firstAvailable, and refer to requests of the claim',
  citation: apiSource('resource'),
  *check({ ofKind }) {
    for (const [kind, path] of CLAIMS) {
      for (const object of ofKind(kind)) {
        if (!WITH_EXACTLY.includes(object.apiVersion)) continue;
        yield* claimViolations(object, { value: objectAt(object.raw, ...path), path });
      }
    }
    for (const object of ofKind('DeviceClass')) {
      if (object.group === GROUP) yield* selectors(object, { value: objectAt(object.raw, 'spec'), path: ['spec'] });
    }
  },
};

const GROUP = 'resource.k8s.io';
/** Versions in which a request has the field `exactly`. */
const WITH_EXACTLY: readonly string[] = [`${GROUP}/v1`, `${GROUP}/v1beta2`];
const CLAIMS = [
  ['ResourceClaim', ['spec', 'devices']],
  ['ResourceClaimTemplate', ['spec', 'spec', 'devices']],
] as const;

function* claimViolations(object: ManifestObject, devices: Item): Generator<Violation> {
  const requests = itemsOf(devices, 'requests');
  const nameOf = ({ value }: Item) => stringAt(value, 'name');
  yield* eachOnce(object, requests, nameOf, ['name'], 'each request once');
  for (const request of requests) yield* requestViolations(object, request);
  const names = requests.flatMap((request) => {
    const name = nameOf(request) ?? '';
    return [name, ...itemsOf(request, 'firstAvailable').map((option) => `${name}/${nameOf(option)}`)];
  });
  for (const list of ['constraints', 'config']) {
    for (const item of itemsOf(devices, list))
      for (const [index, name] of stringsIn(item.value, 'requests').entries())
        if (!names.includes(name)) yield violationAt(object, item, ['requests', index], 'a request of the claim');
  }
}

function* requestViolations(object: ManifestObject, request: Item): Generator<Violation> {
  const options = itemsOf(request, 'firstAvailable');
  const isExact = isSet(request.value.exactly);
  if (isExact === options.length > 0) {
    const received = isExact ? 'exactly and firstAvailable' : 'without any of them';
    yield { object, path: request.path, received, expected: 'exactly one of exactly, firstAvailable' };
  }
  yield* eachOnce(object, options, ({ value }) => stringAt(value, 'name'), ['name'], 'each name once');
  const exact = { value: objectAt(request.value, 'exactly'), path: [...request.path, 'exactly'] };
  for (const item of [...(isExact ? [exact] : []), ...options]) {
    yield* selectors(object, item);
    const count = numberAt(item.value, 'count') ?? 0;
    if (item.value.allocationMode === 'All' && count !== 0) yield violationAt(object, item, ['count'], 'no value with allocationMode: All');
    else if (item.value.allocationMode === 'ExactCount' && item.value.count === 0) yield violationAt(object, item, ['count'], 'at least 1');
    else if (count < 0) yield violationAt(object, item, ['count'], 'at least 1');
  }
}

function* selectors(object: ManifestObject, item: Item): Generator<Violation> {
  for (const selector of itemsOf(item, 'selectors')) {
    if (!isSet(selector.value.cel)) yield violationAt(object, selector, ['cel'], 'an expression');
    else yield* expressionAt(object, { value: objectAt(selector.value, 'cel'), path: [...selector.path, 'cel'] }, 'expression');
  }
}
