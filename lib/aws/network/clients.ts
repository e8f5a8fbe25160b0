import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { ResolvedOptions } from '../../blueprint/blueprint';
import { rangesOf } from '../../model/options';

/** Clients of TCP and UDP ports: the ranges of `clientCidrs`, or every address. */
export function clientsOf({ clientCidrs }: ResolvedOptions): ec2.IPeer[] {
  return rangesOf(clientCidrs)?.map((range) => ec2.Peer.ipv4(range)) ?? [ec2.Peer.anyIpv4()];
}
