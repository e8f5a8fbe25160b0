import { shown } from '../../core/problems';
import { addressVersion, cidrOf } from '../addresses';
import { apiSource } from '../api-source';
import { stringsIn, violationAt } from '../field-checks';
import type { Rule } from '../rule';

export const invalidAddressRange: Rule = {
  id: 'invalid-address-range',
  severity: 'error',
  description: 'ServiceCIDR or IPAddress is invalid',
  fix: 'Use at most one range of each IP family, and the address as the name of an IPAddress',
  citation: apiSource('networking'),
  *check({ ofKind }) {
    for (const object of ofKind('ServiceCIDR')) {
      const ranges = stringsIn(object.raw, 'spec', 'cidrs');
      const families = ranges.flatMap((range) => cidrOf(range)?.family ?? []);
      if (ranges.length === 0 || new Set(families).size !== families.length)
        yield violationAt(object, { value: object.raw, path: [] }, ['spec', 'cidrs'], 'one range, or one of each family');
    }
    for (const object of ofKind('IPAddress')) {
      if (object.group === 'networking.k8s.io' && addressVersion(object.name) === 0)
        yield { object, path: ['metadata', 'name'], received: shown(object.name), expected: 'an IP address' };
    }
  },
};
