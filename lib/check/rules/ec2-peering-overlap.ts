import type { Rule } from '../rule';
import { isKnownString, stringAt } from '../values';

const VPC = 'AWS::EC2::VPC';

export const ec2PeeringOverlap: Rule = {
  id: 'ec2-peering-overlap',
  severity: 'error',
  description: 'Peered VPCs have overlapping IPv4 blocks, which EC2 rejects',
  fix: 'Choose blocks without common addresses',
  citation: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html',
  *check(context) {
    for (const resource of context.ofType('AWS::EC2::VPCPeeringConnection')) {
      const [vpc, peer] = ['VpcId', 'PeerVpcId'].map((name) => context.targetOf(VPC, resource.properties[name]));
      const [block, other] = [vpc, peer].map((each) => stringAt(each?.properties, 'CidrBlock'));
      if (!isKnownString(block) || !isKnownString(other) || !overlap(block, other)) continue;
      yield { resource, path: 'Properties.PeerVpcId', received: `${peer?.id} (${other})`, expected: `a VPC outside of ${block}` };
    }
  },
};

function overlap(one: string, two: string): boolean {
  const [a, b] = [one, two].map(bits);
  if (a === undefined || b === undefined) return false;
  return a.startsWith(b) || b.startsWith(a);
}

/** The network part of a block in bits; undefined when it is not a block. */
function bits(block: string): string | undefined {
  const [, address = '', mask] = /^(\d+\.\d+\.\d+\.\d+)\/(\d+)$/.exec(block) ?? [];
  if (mask === undefined) return undefined;
  const binary = address.split('.').map((part) => Number(part).toString(2).padStart(8, '0'));
  return binary.join('').slice(0, Number(mask));
}
