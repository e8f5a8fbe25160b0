import { is } from '../property-condition';
import { absent, matching, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

const NETWORK = 'KubernetesNetworkConfig';

export const eksNetwork: Rule = {
  id: 'eks-network',
  severity: 'error',
  description: 'Service IPv4 range of a cluster is not private, or not between /24 and /12',
  fix: 'Choose a block of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 with a netmask between /12 and /24',
  citation: 'https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::EKS::Cluster',
      matching(`${NETWORK}.ServiceIpv4Cidr`, /^(10|172\.(1[6-9]|2\d|3[01])|192\.168)\./, 'a private block'),
      matching(`${NETWORK}.ServiceIpv4Cidr`, /\/(1[2-9]|2[0-4])$/, 'a netmask between /12 and /24'),
      when(is(`${NETWORK}.IpFamily`, 'ipv6'), absent(`${NETWORK}.ServiceIpv4Cidr`)),
    ),
};
