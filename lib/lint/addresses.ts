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

/** Whether the address of a block is its first one: all bits after its prefix are 0. */
export function isFirstAddress({ address, family, prefix }: Cidr): boolean {
  const groups = family === 'ipv4' ? address.split('.').map((part) => bits(Number(part), 8)) : groupsOf(address);
  return !groups.join('').slice(prefix).includes('1');
}

/** The eight groups of an IPv6 address in binary. The last two can be written as an IPv4 address. */
function groupsOf(address: string): readonly string[] {
  const [start = '', end] = address
    .replace(
      /(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/,
      (_, a, b, c, d) => `${(a * 256 + +b).toString(16)}:${(c * 256 + +d).toString(16)}`,
    )
    .split('::');
  const [before, after] = [start, end ?? ''].map((part) => (part === '' ? [] : part.split(':')));
  const written = [...(before ?? []), ...(after ?? [])];
  const zeros = new Array<string>(8 - written.length).fill('0');
  return [...(before ?? []), ...zeros, ...(after ?? [])].map((group) => bits(Number.parseInt(group, 16), 16));
}

function bits(value: number, length: number): string {
  return value.toString(2).padStart(length, '0');
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
