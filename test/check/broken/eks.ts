import type { Broken } from '../texts';

const EKS = { base: 'eks.yaml' } as const;
const ADMIN = `  Admin:
    Type: AWS::EKS::AccessEntry
`;

const BUILDERS = '      InstanceTypes: [c7i.xlarge]\n';
/** A launch template for the node group Builders, which states the given lines itself. */
const launchTemplate = (data: string, group: string) =>
  [
    [BUILDERS, `      LaunchTemplate: { Id: !Ref Launch, Version: !GetAtt Launch.LatestVersionNumber }\n${group}`],
    [
      '\nResources:\n',
      `\nResources:\n  Launch: { Type: AWS::EC2::LaunchTemplate, Properties: { LaunchTemplateData: { MetadataOptions: { HttpTokens: required }, ${data} } } }\n`,
    ],
  ] as const;

const MODE = '      AccessConfig: { AuthenticationMode: API }\n';
const autoMode = (balancing: boolean) =>
  [
    [
      MODE,
      `${MODE}      ComputeConfig: { Enabled: true }\n      StorageConfig: { BlockStorage: { Enabled: true } }\n      KubernetesNetworkConfig: { ElasticLoadBalancing: { Enabled: ${balancing} } }\n`,
    ],
  ] as const;

const entry = (properties: string) =>
  `  Entry: { Type: AWS::EKS::AccessEntry, Properties: { ClusterName: !Ref Cluster, PrincipalArn: !GetAtt NodeRole.Arn, ${properties} } }\n`;

/** Broken clusters and node groups of EKS. */
export const BROKEN_EKS: readonly Broken[] = [
  {
    rule: 'eks-auto-mode',
    what: 'compute and storage of Auto Mode without load balancing',
    ...EKS,
    change: autoMode(false),
    fixed: autoMode(true),
    at: 'Cluster Properties.KubernetesNetworkConfig.ElasticLoadBalancing.Enabled',
  },
  {
    rule: 'eks-launch-template',
    what: 'an instance type in the node group and in its launch template',
    ...EKS,
    change: launchTemplate('InstanceType: c7i.xlarge', BUILDERS),
    fixed: launchTemplate('InstanceType: c7i.xlarge', ''),
    at: 'Builders Properties.InstanceTypes',
  },
  {
    rule: 'eks-launch-template',
    what: 'a disk in the node group; the launch template states it',
    ...EKS,
    change: launchTemplate('EbsOptimized: true', `${BUILDERS}      DiskSize: 100\n`),
    fixed: launchTemplate('BlockDeviceMappings: [{ DeviceName: /dev/xvda, Ebs: { VolumeSize: 100 } }]', BUILDERS),
    at: 'Builders Properties.DiskSize',
  },
  {
    rule: 'eks-launch-template',
    what: 'an image type next to an image',
    ...EKS,
    change: launchTemplate('ImageId: ami-0123456789abcdef0', `${BUILDERS}      AmiType: AL2023_x86_64_STANDARD\n`),
    fixed: launchTemplate('ImageId: ami-0123456789abcdef0', `${BUILDERS}      AmiType: !Ref AWS::NoValue\n`),
    at: 'Builders Properties.AmiType',
  },
  {
    rule: 'eks-launch-template',
    what: 'an instance profile',
    ...EKS,
    change: launchTemplate('IamInstanceProfile: { Name: nodes }', BUILDERS),
    at: 'Launch Properties.LaunchTemplateData.IamInstanceProfile',
  },
  {
    rule: 'eks-scaling',
    what: 'fewer nodes than the minimum',
    ...EKS,
    change: [['MinSize: 2, DesiredSize: 2,', 'MinSize: 2, DesiredSize: 1,']],
    at: 'Nodes Properties.ScalingConfig.DesiredSize',
  },
  {
    rule: 'eks-scaling',
    what: 'a minimum above the maximum',
    ...EKS,
    change: [['MinSize: 2, DesiredSize: 2, MaxSize: 6', 'MinSize: 8, MaxSize: 6']],
    at: 'Nodes Properties.ScalingConfig.MinSize',
  },
  {
    rule: 'eks-version-support',
    what: 'Kubernetes 1.31; 1.32 has extended support',
    ...EKS,
    change: [["Version: '1.35'", "Version: '1.31'"]],
    fixed: [["Version: '1.35'", "Version: '1.32'"]],
    at: 'Cluster Properties.Version',
  },
  {
    rule: 'eks-node-public-subnet',
    what: 'a public subnet without public addresses',
    ...EKS,
    change: [['MapPublicIpOnLaunch: true, ', '']],
    at: 'Builders Properties.Subnets',
  },
  {
    rule: 'eks-node-public-subnet',
    what: 'a launch template that gives public addresses',
    ...EKS,
    change: [
      ['MapPublicIpOnLaunch: true, ', ''],
      [
        '      Subnets: [!Ref PublicA]\n',
        '      Subnets: [!Ref PublicA]\n      LaunchTemplate: { Id: !Ref Launch, Version: !GetAtt Launch.LatestVersionNumber }\n',
      ],
      [
        '\nResources:\n',
        '\nResources:\n  Launch: { Type: AWS::EC2::LaunchTemplate, Properties: { LaunchTemplateData: { MetadataOptions: { HttpTokens: required }, NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: true }] } } }\n',
      ],
    ],
    at: 'Builders Properties.Subnets',
  },
  {
    rule: 'eks-access-entry',
    what: 'an entry for a function only',
    ...EKS,
    change: [['PrincipalArn: !Ref AdminRoleArn', 'PrincipalArn: !GetAtt ClusterRole.Arn']],
    at: 'Cluster Properties.AccessConfig',
  },
  {
    rule: 'eks-authentication-mode',
    what: 'an access entry in the default mode',
    ...EKS,
    change: [['      AccessConfig: { AuthenticationMode: API }\n', '']],
    at: 'Admin Properties.ClusterName',
  },
  {
    rule: 'eks-authentication-mode',
    what: 'a cluster without an administrator; without an entry, the ConfigMap decides',
    ...EKS,
    change: [
      ['{ AuthenticationMode: API }', '{ AuthenticationMode: CONFIG_MAP, BootstrapClusterCreatorAdminPermissions: false }'],
      ['ClusterName: !Ref Cluster\n      PrincipalArn', 'ClusterName: other\n      PrincipalArn'],
    ],
    fixed: [
      ['{ AuthenticationMode: API }', '{ AuthenticationMode: CONFIG_MAP }'],
      ['ClusterName: !Ref Cluster\n      PrincipalArn', 'ClusterName: other\n      PrincipalArn'],
    ],
    at: 'Cluster Properties.AccessConfig.BootstrapClusterCreatorAdminPermissions',
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
  {
    rule: 'eks-node-egress',
    what: 'no NAT gateway',
    ...EKS,
    change: [['DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat', 'DestinationCidrBlock: 10.8.0.0/16, NatGatewayId: !Ref Nat']],
    at: 'Nodes Properties.Subnets',
  },
  {
    rule: 'eks-two-zones',
    what: 'two subnets of one zone',
    ...EKS,
    change: [
      [
        "CidrBlock: 10.0.48.0/20, AvailabilityZone: !Select [1, !GetAZs '']",
        "CidrBlock: 10.0.48.0/20, AvailabilityZone: !Select [0, !GetAZs '']",
      ],
    ],
    at: 'Cluster Properties.ResourcesVpcConfig.SubnetIds',
  },
  {
    rule: 'eks-access-entry',
    what: 'no entry for people',
    ...EKS,
    change: [
      [ADMIN, `${ADMIN}    Condition: Never\n`],
      ['\nResources:', '\nConditions: { Never: !Equals [a, b] }\nResources:'],
    ],
    at: 'Cluster Properties.AccessConfig',
  },
  {
    rule: 'eks-ami-release',
    what: 'Amazon Linux 2',
    ...EKS,
    change: [['      InstanceTypes: [m7i.large]\n', '      InstanceTypes: [m7i.large]\n      AmiType: AL2_x86_64\n']],
    at: 'Nodes Properties.AmiType',
    fixed: [
      ['      InstanceTypes: [m7i.large]\n', '      InstanceTypes: [m7i.large]\n      AmiType: AL2_x86_64\n'],
      ["Version: '1.35'", "Version: '1.32'"],
    ],
  },
  {
    rule: 'eks-ami-architecture',
    what: 'an image for ARM with an x86 type',
    ...EKS,
    change: [[BUILDERS, `      AmiType: AL2023_ARM_64_STANDARD\n${BUILDERS}`]],
    fixed: [[BUILDERS, `      AmiType: AL2023_x86_64_STANDARD\n${BUILDERS}`]],
    at: 'Builders Properties.InstanceTypes',
  },
  {
    rule: 'eks-ami-architecture',
    what: 'types of two architectures',
    ...EKS,
    change: [[BUILDERS, '      InstanceTypes: [c7i.xlarge, c7g.xlarge]\n']],
    at: 'Builders Properties.InstanceTypes',
  },
  {
    rule: 'eks-endpoint-access',
    what: 'no endpoint',
    ...EKS,
    change: [
      ['EndpointPrivateAccess: true', 'EndpointPrivateAccess: false'],
      ['EndpointPublicAccess: true', 'EndpointPublicAccess: false'],
    ],
    fixed: [['EndpointPublicAccess: true', 'EndpointPublicAccess: false']],
    at: 'Cluster Properties.ResourcesVpcConfig.EndpointPrivateAccess',
  },
  {
    rule: 'eks-access-entry-type',
    what: 'groups of an entry for nodes',
    ...EKS,
    change: { add: entry('Type: EC2_LINUX, KubernetesGroups: [viewers]') },
    fixed: { add: entry('Type: EC2_LINUX') },
    at: 'Entry Properties.KubernetesGroups',
  },
  {
    rule: 'eks-access-entry-type',
    what: 'a group that EKS reserves',
    ...EKS,
    change: { add: entry("KubernetesGroups: ['system:masters']") },
    fixed: { add: entry('KubernetesGroups: [viewers]') },
    at: 'Entry Properties.KubernetesGroups[0]',
  },
];
