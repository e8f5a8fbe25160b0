import { isIP } from 'node:net';
import type { CelFunc } from '@bufbuild/cel';
import { celLibrary } from '../library';
import { opaque, opaqueType, opaqueValue } from './opaque';

/** The functions for IP addresses and CIDRs: whether a string is one, and its family. */
export function addressFunctions(): CelFunc[] {
  const { CelScalar, celFunc, celMethod } = celLibrary();
  const { BOOL, INT, STRING } = CelScalar;
  const address = opaqueType();
  return [
    celFunc('isIP', [STRING], BOOL, (text) => isAddress(text)),
    celFunc('isCIDR', [STRING], BOOL, isCidr),
    celFunc('ip', [STRING], address, (text) => opaque('ip', valid(text, isAddress))),
    celFunc('cidr', [STRING], address, (text) => opaque('ip', valid(text, isCidr).split('/')[0] ?? '')),
    celMethod('family', address, [], INT, function () {
      return BigInt(isIP(String(opaqueValue('ip', this))));
    }),
    celMethod('ip', address, [], address, function () {
      return opaque('ip', opaqueValue('ip', this));
    }),
  ];
}

/** Go accepts neither zones nor IPv4 addresses in IPv6 ones here. Source: apiserver, pkg/cel/library/ip.go. */
function isAddress(text: string): boolean {
  return isIP(text) !== 0 && !text.includes('%') && !(text.includes(':') && text.includes('.'));
}

function isCidr(text: string): boolean {
  const [, address = '', bits = ''] = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  return isAddress(address) && Number(bits) <= (isIP(address) === 4 ? 32 : 128);
}

function valid(text: string, isValid: (text: string) => boolean): string {
  if (isValid(text)) return text;
  throw new Error(`no address: ${text}`);
}
