import { type Options, rangesOf } from './options';
import type { Tier } from './tier';

/** The range of all IPv4 addresses. */
export const EVERY_ADDRESS = '0.0.0.0/0';

/** Private addresses: those of the VPC and of networks connected to it. Source: RFC 1918, section 3. */
const PRIVATE_RANGES: readonly string[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

/** Ranges of the clients of TCP and UDP ports: those of `clientCidrs`, by default private addresses, so that no port is open to the internet. */
export function clientRanges({ clientCidrs }: Partial<Pick<Options, 'clientCidrs'>>): readonly string[] {
  return rangesOf(clientCidrs) ?? PRIVATE_RANGES;
}

/**
 * Ranges that may use the public API endpoint of an EKS cluster: those of `apiCidrs`, by default none, so that only the VPC has access.
 * With `natGateways=0` every address: the function that applies objects runs outside of the VPC there, and has no fixed address.
 */
export function apiRanges(
  { apiCidrs }: Partial<Pick<Options, 'apiCidrs'>>,
  { natGateways }: Pick<Tier['network'], 'natGateways'>,
): readonly string[] {
  return rangesOf(apiCidrs) ?? (natGateways > 0 ? [] : [EVERY_ADDRESS]);
}

/** Whether one of the ranges is every address of the internet. */
export function includesEveryAddress(ranges: readonly string[]): boolean {
  return ranges.some((range) => range.endsWith('/0'));
}
