import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { ResolvedOptions } from '../../blueprint/blueprint';
import { clientRanges } from '../../model/open-ranges';

/** Clients of TCP and UDP ports: the ranges of `clientCidrs`, by default private addresses. */
export function clientsOf(options: ResolvedOptions): ec2.IPeer[] {
  return clientRanges(options).map((range) => ec2.Peer.ipv4(range));
}
