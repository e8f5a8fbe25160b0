import { BlockList, isIP } from 'node:net';

/** A block of IP addresses. */
export interface Cidr {
  /** The address before the slash. */
  readonly address: string;
  /** `ipv4` or `ipv6`. */
  readonly family: 'ipv4' | 'ipv6';
  /** Number of bits of the prefix. */
  readonly prefix: number;
}

/** Whether a string is an IP address. The API server ignores leading zeros of IPv4. */
export function isAddress(text: string): boolean {
  return addressVersion(text) !== 0;
}

/** The version of an IP address: 4 or 6; 0 for any other string. */
export function addressVersion(text: string): number {
  return isIP(withoutZeros(text));
}

/** Addresses that only their own node reaches. Source: `ValidateNonSpecialIP` of the API server. */
const OF_NODE = /^(?:127\.|169\.254\.|0\.0\.0\.0$|224\.0\.0\.|::1?$|fe[89ab][0-9a-f]:|ff02:)/i;

/** Whether an address is special: loopback, link-local or unspecified. */
export function isOfNode(address: string): boolean {
  return OF_NODE.test(address);
}

/** A CIDR such as `10.0.0.0/8`; undefined for any other string. */
export function cidrOf(text: string): Cidr | undefined {
  const [, written = '', bits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const address = withoutZeros(written);
  const version = isIP(address);
  const prefix = Number(bits);
  if (version === 0 || prefix > (version === 4 ? 32 : 128)) return undefined;
  return { address, family: version === 4 ? 'ipv4' : 'ipv6', prefix };
}

/** Whether a block is a part of another one, and not the whole. */
export function isWithin(inner: Cidr, outer: Cidr): boolean {
  if (inner.family !== outer.family || inner.prefix <= outer.prefix) return false;
  const block = new BlockList();
  block.addSubnet(outer.address, outer.prefix, outer.family);
  return block.check(inner.address, inner.family);
}

function withoutZeros(text: string): string {
  return /^\d+(?:\.\d+){3}$/.test(text)
    ? text
        .split('.')
        .map((part) => String(Number(part)))
        .join('.')
    : text;
}
