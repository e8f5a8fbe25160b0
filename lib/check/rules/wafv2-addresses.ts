import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { isKnownString, itemsAt, stringAt } from '../values';

export const wafv2Addresses: Rule = {
  id: 'wafv2-addresses',
  severity: 'error',
  description: 'IP set has an address of another version, one without a netmask, or all addresses',
  fix: 'Write addresses as blocks of IPAddressVersion, such as 192.0.2.44/32; /0 is not allowed',
  citation: 'https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateIPSet.html',
  *check(context) {
    for (const resource of context.ofType('AWS::WAFv2::IPSet')) {
      const version = stringAt(resource.properties, 'IPAddressVersion');
      for (const [index, address] of itemsAt(resource.properties, 'Addresses').entries()) {
        if (!isKnownString(address) || !isKnownString(version)) continue;
        const isOfVersion = address.includes(':') === (version === 'IPV6');
        if (isOfVersion && /\/[1-9]\d*$/.test(address)) continue;
        yield {
          resource,
          path: `Properties.Addresses[${index}]`,
          received: shown(address),
          expected: `a block of ${version} other than /0`,
        };
      }
    }
  },
};
