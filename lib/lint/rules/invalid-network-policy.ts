import type { ManifestObject } from '../../manifests/manifest-object';
import { type Item, itemsOf, numberAt, objectAt, stringAt } from '../../manifests/values';
import { cidrOf, isWithin } from '../addresses';
import { apiSource } from '../api-source';
import { isSet, lengthOf, stringsIn, violationAt } from '../field-checks';
import { hasFormat, PORT_NAME } from '../names';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const invalidNetworkPolicy: Rule = {
  id: 'invalid-network-policy',
  severity: 'error',
  description: 'NetworkPolicy is invalid',
  fix: 'Use valid CIDRs, either selectors or an ipBlock for each peer, and endPort with a numeric port',
  citation: apiSource('networking'),
  *check({ ofKind }) {
    for (const object of ofKind('NetworkPolicy')) {
      if (object.group !== 'networking.k8s.io') continue;
      const spec = { value: objectAt(object.raw, 'spec'), path: ['spec'] };
      for (const [section, peers] of DIRECTIONS) {
        for (const rule of itemsOf(spec, section)) {
          for (const port of itemsOf(rule, 'ports')) yield* portViolations(object, port);
          for (const peer of itemsOf(rule, peers)) yield* peerViolations(object, peer);
        }
      }
      if (lengthOf(spec.value, 'policyTypes') > 2) yield violationAt(object, spec, ['policyTypes'], 'Ingress, Egress or both');
    }
  },
};

const DIRECTIONS = [
  ['ingress', 'from'],
  ['egress', 'to'],
] as const;

function* portViolations(object: ManifestObject, item: Item): Generator<Violation> {
  const { port } = item.value;
  if (typeof port === 'string' && !hasFormat(port, PORT_NAME))
    yield violationAt(object, item, ['port'], `a number, or ${PORT_NAME.expected}`);
  const endPort = numberAt(item.value, 'endPort');
  if (endPort === undefined) return;
  if (typeof port !== 'number') yield violationAt(object, item, ['port'], 'a number, because endPort is set');
  else if (endPort < port) yield violationAt(object, item, ['endPort'], `at least the port, which is ${port}`);
}

function* peerViolations(object: ManifestObject, peer: Item): Generator<Violation> {
  const hasSelector = isSet(peer.value.podSelector) || isSet(peer.value.namespaceSelector);
  if (!isSet(peer.value.ipBlock)) {
    if (!hasSelector) yield { object, path: peer.path, received: 'empty', expected: 'a podSelector, a namespaceSelector or an ipBlock' };
    return;
  }
  if (hasSelector) yield { object, path: peer.path, received: 'an ipBlock with a selector', expected: 'only one of them' };
  const block = { value: objectAt(peer.value, 'ipBlock'), path: [...peer.path, 'ipBlock'] };
  const text = stringAt(block.value, 'cidr');
  const outer = text === undefined ? undefined : cidrOf(text);
  if (text !== undefined && outer === undefined) yield violationAt(object, block, ['cidr'], 'a CIDR such as 10.0.0.0/8');
  for (const [index, except] of stringsIn(block.value, 'except').entries()) {
    const inner = cidrOf(except);
    if (inner === undefined) yield violationAt(object, block, ['except', index], 'a CIDR such as 10.0.0.0/8');
    else if (outer !== undefined && !isWithin(inner, outer)) yield violationAt(object, block, ['except', index], `a part of ${text}`);
  }
}
