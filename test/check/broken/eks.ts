import type { Broken } from '../texts';

const EKS = { base: 'eks.yaml' } as const;

/** Broken clusters and node groups of EKS. */
export const BROKEN_EKS: readonly Broken[] = [
  {
    rule: 'eks-node-public-subnet',
    what: 'a public subnet without public addresses',
    ...EKS,
    change: [['MapPublicIpOnLaunch: true, ', '']],
    at: 'Builders Properties.Subnets',
  },
  {
    rule: 'eks-public-endpoint',
    what: 'no addresses',
    ...EKS,
    change: [['        PublicAccessCidrs: [203.0.113.0/24]\n', '']],
    at: 'Cluster Properties.ResourcesVpcConfig.PublicAccessCidrs',
  },
  {
    rule: 'eks-public-endpoint',
    what: 'every address',
    ...EKS,
    change: [['203.0.113.0/24', '0.0.0.0/0']],
    at: 'Cluster Properties.ResourcesVpcConfig.PublicAccessCidrs',
  },
  {
    rule: 'eks-upgrade-policy',
    what: 'no policy',
    ...EKS,
    change: [['      UpgradePolicy: { SupportType: STANDARD }\n', '']],
    at: 'Cluster Properties.UpgradePolicy.SupportType',
  },
];
