import { own } from '../../core/plain-object';
import { shown } from '../../core/problems';
import type { ManifestObject } from '../../manifests/manifest-object';
import { at, type Item, itemsOf, objectAt, stringAt } from '../../manifests/values';
import { isAddress } from '../addresses';
import { apiSource } from '../api-source';
import { exactlyOneOf, isSet, lengthOf, stringsIn, violationAt } from '../field-checks';
import { DNS_SUBDOMAIN, hasFormat, PORT_NAME } from '../names';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const invalidIngress: Rule = {
  id: 'invalid-ingress',
  severity: 'error',
  description: 'Ingress is invalid',
  fix: 'Use absolute paths, host names without a port, and a Service with one port as the backend',
  citation: apiSource('networking'),
  *check({ ofKind }) {
    for (const object of ofKind('Ingress')) {
      if (object.apiVersion !== 'networking.k8s.io/v1') continue;
      const spec = { value: objectAt(object.raw, 'spec'), path: ['spec'] };
      if (lengthOf(spec.value, 'rules') === 0 && !isSet(spec.value.defaultBackend))
        yield { object, path: ['spec'], received: 'without rules', expected: 'rules or a defaultBackend' };
      const annotated = at(object.raw, 'metadata', 'annotations', CLASS);
      if (isSet(spec.value.ingressClassName) && isSet(annotated) && annotated !== spec.value.ingressClassName)
        yield {
          object,
          path: ['metadata', 'annotations', CLASS],
          received: shown(annotated),
          expected: 'the same class as ingressClassName',
        };
      if (isSet(spec.value.defaultBackend)) yield* backend(object, spec, 'defaultBackend');
      for (const rule of itemsOf(spec, 'rules')) yield* ruleViolations(object, rule);
      for (const tls of itemsOf(spec, 'tls')) {
        for (const [index, host] of stringsIn(tls.value, 'hosts').entries())
          if (!isDomain(host)) yield violationAt(object, tls, ['hosts', index], EXPECTED_HOST);
      }
    }
  },
};

const CLASS = 'kubernetes.io/ingress.class';
const EXPECTED_HOST = 'a domain name in lower case, with * as its first label or without, and no port';

/** Parts that an absolute path must not have. Source: `invalidPathSequences` of the API server. */
const INVALID_SEQUENCES: readonly string[] = ['//', '/./', '/../', '%2f', '%2F'];
const INVALID_ENDS: readonly string[] = ['/..', '/.'];

function isDomain(host: string): boolean {
  return hasFormat(host.startsWith('*.') ? host.slice(2) : host, DNS_SUBDOMAIN);
}

function* ruleViolations(object: ManifestObject, rule: Item): Generator<Violation> {
  const host = stringAt(rule.value, 'host') ?? '';
  if (host !== '' && (!isDomain(host) || isAddress(host))) yield violationAt(object, rule, ['host'], EXPECTED_HOST);
  if (isSet(rule.value.http) && lengthOf(rule.value, 'http', 'paths') === 0)
    yield violationAt(object, rule, ['http', 'paths'], 'at least one path');
  for (const entry of itemsOf(rule, 'http', 'paths')) {
    const [type, path] = [stringAt(entry.value, 'pathType'), stringAt(entry.value, 'path') ?? ''];
    const isAbsolute = path.startsWith('/');
    if ((type === 'Exact' || type === 'Prefix') && !isAbsolute)
      yield violationAt(object, entry, ['path'], `an absolute path with the type ${type}`);
    else if (type === 'ImplementationSpecific' && path !== '' && !isAbsolute)
      yield violationAt(object, entry, ['path'], 'an absolute path');
    else if (type === 'Exact' || type === 'Prefix') {
      const part = INVALID_SEQUENCES.find((text) => path.includes(text)) ?? INVALID_ENDS.find((text) => path.endsWith(text));
      if (part !== undefined) yield violationAt(object, entry, ['path'], `a path without ${part}`);
    }
    yield* backend(object, entry, 'backend');
  }
}

function* backend(object: ManifestObject, owner: Item, field: string): Generator<Violation> {
  const item = { value: objectAt(owner.value, field), path: [...owner.path, field] };
  if (!isSet(own(owner.value, field))) return;
  yield* exactlyOneOf(object, item, ['service', 'resource']);
  if (!isSet(item.value.service)) return;
  const port = { value: objectAt(item.value, 'service', 'port'), path: [...item.path, 'service', 'port'] };
  yield* exactlyOneOf(object, port, ['name', 'number']);
  const name = stringAt(port.value, 'name') ?? '';
  if (name !== '' && !hasFormat(name, PORT_NAME)) yield violationAt(object, port, ['name'], PORT_NAME.expected);
}
