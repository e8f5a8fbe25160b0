import { isIP } from 'node:net';
import type { ManifestObject } from '../../manifests/manifest-object';
import { type Item, itemsAt, itemsOf, stringAt } from '../../manifests/values';
import { isAddress, isOfNode } from '../addresses';
import { apiSource } from '../api-source';
import { eachOnce, lengthOf, stringsIn, violationAt } from '../field-checks';
import { DNS_SUBDOMAIN, hasFormat } from '../names';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const invalidEndpoints: Rule = {
  id: 'invalid-endpoints',
  severity: 'error',
  description: 'Addresses of endpoints are invalid',
  fix: 'Use addresses of the family of the EndpointSlice that other nodes reach',
  citation: apiSource('discovery'),
  *check({ ofKind }) {
    for (const object of ofKind('Endpoints')) {
      for (const subset of itemsAt(object.raw, 'subsets')) {
        if (lengthOf(subset.value, 'addresses') + lengthOf(subset.value, 'notReadyAddresses') === 0)
          yield violationAt(object, subset, ['addresses'], 'at least one address');
        const ports = itemsOf(subset, 'ports');
        for (const port of ports)
          if (ports.length > 1 && (stringAt(port.value, 'name') ?? '') === '')
            yield violationAt(object, port, ['name'], 'a name, because there are several ports');
        for (const field of ['addresses', 'notReadyAddresses'])
          for (const item of itemsOf(subset, field)) yield* addressViolation(object, item, 'ip', stringAt(item.value, 'ip'));
      }
    }
    for (const object of ofKind('EndpointSlice')) {
      const nameOf = ({ value }: Item) => stringAt(value, 'name') ?? '';
      yield* eachOnce(object, itemsAt(object.raw, 'ports'), nameOf, ['name'], 'each name once');
      const family = FAMILIES.get(stringAt(object.raw, 'addressType') ?? '');
      for (const [field, most] of MOST_OF_SLICE)
        if (lengthOf(object.raw, field) > most)
          yield { object, path: [field], received: `${lengthOf(object.raw, field)} items`, expected: `at most ${most} items` };
      for (const endpoint of itemsAt(object.raw, 'endpoints')) yield* endpointViolations(object, endpoint);
      if (family === undefined) continue;
      for (const endpoint of itemsAt(object.raw, 'endpoints')) {
        for (const [index, address] of stringsIn(endpoint.value, 'addresses').entries()) {
          const item = { value: endpoint.value, path: [...endpoint.path, 'addresses'] };
          if (isIP(address) !== family)
            yield { object, path: [...item.path, index], received: `"${address}"`, expected: `an IPv${family} address` };
          else yield* addressViolation(object, item, index, address);
        }
      }
    }
  },
};

const FAMILIES: ReadonlyMap<string, number> = new Map([
  ['IPv4', 4],
  ['IPv6', 6],
]);

/** Largest numbers of items of an EndpointSlice. Sources: `maxPorts` and `maxEndpoints` of the API server, as those below. */
const MOST_OF_SLICE = [
  ['ports', 20_000],
  ['endpoints', 1_000],
] as const;
const MOST_ADDRESSES = 100;
const MOST_ZONES = 8;

/** Sources: `validateEndpoints` and `validateHints` of the API server. */
function* endpointViolations(object: ManifestObject, endpoint: Item): Generator<Violation> {
  const [addresses, zones] = [lengthOf(endpoint.value, 'addresses'), itemsOf(endpoint, 'hints', 'forZones')];
  if (addresses > MOST_ADDRESSES)
    yield { object, path: [...endpoint.path, 'addresses'], received: `${addresses} items`, expected: `at most ${MOST_ADDRESSES} items` };
  if (zones.length > MOST_ZONES)
    yield {
      object,
      path: [...endpoint.path, 'hints', 'forZones'],
      received: `${zones.length} items`,
      expected: `at most ${MOST_ZONES} items`,
    };
  else yield* eachOnce(object, zones, ({ value }) => stringAt(value, 'name'), ['name'], 'each zone once');
  if (object.raw.addressType !== 'FQDN') return;
  for (const [index, address] of stringsIn(endpoint.value, 'addresses').entries())
    if (!hasFormat(address.replace(/\.$/, ''), DNS_SUBDOMAIN) || !address.replace(/\.$/, '').includes('.'))
      yield violationAt(object, endpoint, ['addresses', index], 'a domain name with at least two parts');
}

function* addressViolation(object: ManifestObject, item: Item, step: string | number, address: string | undefined): Generator<Violation> {
  if (address === undefined) return;
  const path = [...item.path, step];
  if (!isAddress(address)) yield { object, path, received: `"${address}"`, expected: 'an IP address' };
  else if (isOfNode(address)) yield { object, path, received: `"${address}"`, expected: 'an address that other nodes reach' };
}
