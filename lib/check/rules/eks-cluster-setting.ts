import { each, eachMatching, violationsOf } from '../requirements';
import type { Rule } from '../rule';

/** Addresses of the internet: not private, shared, loopback, link-local and multicast ones. */
const PUBLIC = /^(?!10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|22[4-9]\.|23\d\.)/;

export const eksClusterSetting: Rule = {
  id: 'eks-cluster-setting',
  severity: 'error',
  description: 'EKS cluster encrypts other resources than secrets, or opens its endpoint to reserved addresses',
  fix: 'Set Resources to secrets, and PublicAccessCidrs to public addresses',
  citation: 'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
  unsettled:
    'The page states addresses. The API reference states that secrets are the only supported resource: https://docs.aws.amazon.com/eks/latest/APIReference/API_EncryptionConfig.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::EKS::Cluster',
      eachMatching('ResourcesVpcConfig.PublicAccessCidrs', PUBLIC, 'an address that is not reserved'),
      each('EncryptionConfig', eachMatching('Resources', /^secrets$/, 'secrets')),
    ),
};
