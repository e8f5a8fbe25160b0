import { describe, expect, test } from 'vitest';
import { priceTemplates } from '../../lib/answers/price-templates';
import { templateFrom } from '../../lib/cloudformation/template-from';
import { lineReason } from '../../lib/output/line-reasons';

/** Charges that no resource or property of a template states. Each was missing in an estimate, without a warning. */
const priced = (Resources: object, more: object = {}) => priceTemplates([templateFrom({ Resources, ...more }, 'test')], 'us-east-1');

const amounts = (Resources: object, more: object = {}) =>
  priced(Resources, more).lineItems.flatMap(({ name, monthlyUsd: { low, mid, high }, state, excludesUsage }) =>
    state === 'free' || excludesUsage === true || name.startsWith('Data transfer')
      ? []
      : [`${name}: ${low.eq(high) ? mid : [low, mid, high].join('–')}`],
  );

const unpriced = (Resources: object, more: object = {}) =>
  priced(Resources, more)
    .lineItems.filter(({ state }) => state === 'unpriced')
    .map(lineReason);

const host = (properties: object = {}) => ({
  Host: {
    Type: 'AWS::EC2::Instance',
    Properties: { InstanceType: 'm5.large', ImageId: 'ami-0abc', SubnetId: { Ref: 'Subnet' }, ...properties },
  },
  Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Network' } } },
  Network: { Type: 'AWS::EC2::VPC', Properties: {} },
});

const launched = (data: object, properties: object = {}) => ({
  Config: {
    Type: 'AWS::EC2::LaunchTemplate',
    Properties: { LaunchTemplateData: { InstanceType: 'm5.large', ImageId: 'ami-0abc', ...data } },
  },
  Group: {
    Type: 'AWS::AutoScaling::AutoScalingGroup',
    Properties: { MinSize: '2', MaxSize: '2', LaunchTemplate: { LaunchTemplateId: { Ref: 'Config' }, Version: '1' }, ...properties },
  },
});

// m5.large $0.096/h, gp2 $0.10 and gp3 $0.08 per GB-month: AWS price list, us-east-1.
const M5_LARGE = 'Instance hours (m5.large): 70.08';
/** Of an AMI id that the template does not name. */
const M5_LARGE_ASSUMED = 'Instance hours (m5.large, Linux assumed): 70.08';

describe('the operating system', () => {
  const ssm = (path: string) => ({ Parameters: { Image: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: path } } });
  const WINDOWS = '/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base';

  // Windows Server $0.046 per vCPU-hour, on Linux m5.large $0.096: https://docs.amazonaws.cn/en_us/AWSEC2/latest/UserGuide/optimize-cpu.html
  const WINDOWS_LICENSE = 'License-included vCPU-hours (m5.large, Windows Server): 67.16';
  const POWERSHELL = { UserData: { 'Fn::Base64': { 'Fn::Sub': '<powershell>\nInstall-WindowsFeature\n</powershell>' } } };
  const BATCH = { UserData: { 'Fn::Base64': { 'Fn::Join': ['', ['<script>\n', 'cfn-init.exe']] } } };

  test.each([
    ['a path in Parameter Store', { ImageId: { Ref: 'Image' } }, ssm(WINDOWS)],
    ['a dynamic reference', { ImageId: `{{resolve:ssm:${WINDOWS}:3}}` }, {}],
    ['SQL Server Express, which has no charge', { ImageId: `{{resolve:ssm:${WINDOWS.replace('Base', 'SQL_2022_Express')}}}` }, {}],
    ['PowerShell', POWERSHELL, {}],
    ['a batch script', BATCH, {}],
    ['encoded PowerShell', { UserData: Buffer.from('<powershell>dir</powershell>').toString('base64') }, {}],
  ])('%s: Windows Server, whose root volume has 30 GB', (_, properties, more) => {
    expect(amounts(host(properties), more)).toEqual([M5_LARGE, WINDOWS_LICENSE, 'Volume storage (gp2, root): 3']);
  });

  // m5.xlarge $0.192, 4 vCPUs; t3.large $0.0832, $0.1108 with Windows; c5.4xlarge $0.68, 16 vCPUs of which 8 are enabled
  test.each([
    ['Enterprise', 'm5.xlarge', {}, 'License-included vCPU-hours (m5.xlarge, Windows Server with SQL Server Enterprise): 1229.32'],
    ['Standard', 'm5.xlarge', {}, 'License-included vCPU-hours (m5.xlarge, Windows Server with SQL Server Standard): 484.72'],
    ['Web', 'm5.xlarge', {}, 'License-included vCPU-hours (m5.xlarge, Windows Server with SQL Server Web): 183.96'],
    [
      'Standard',
      'c5.4xlarge',
      { CpuOptions: { CoreCount: 4, ThreadsPerCore: '2' } },
      'License-included vCPU-hours (c5.4xlarge, Windows Server with SQL Server Standard): 969.44',
    ],
  ])('SQL Server %s of %s', (edition, InstanceType, more, line) => {
    const ImageId = `{{resolve:ssm:${WINDOWS.replace('Base', `SQL_2022_${edition}`)}}}`;
    expect(amounts(host({ InstanceType, ImageId, ...more }))[1]).toBe(line);
  });

  test('burstable types have a price for each size', () => {
    expect(amounts(host({ InstanceType: 't3.large', ...POWERSHELL }))[1]).toBe('License-included hours (t3.large, Windows Server): 20.15');
  });

  test.each([
    [
      'SUSE',
      {},
      '/aws/service/suse/sles/15-sp5/x86_64/latest',
      'ImageId is /aws/service/suse/sles/15-sp5/x86_64/latest: only prices of Linux',
    ],
    [
      'SQL Server on two vCPUs',
      {},
      WINDOWS.replace('Base', 'SQL_2022_Web'),
      'InstanceType is m5.large: the price of its license is not known',
    ],
    ['a previous generation', { InstanceType: 'c3.large' }, WINDOWS, 'InstanceType is c3.large'],
    [
      'SQL Server of the fourth generation',
      { InstanceType: 'm4.xlarge' },
      WINDOWS.replace('Base', 'SQL_2022_Web'),
      'InstanceType is m4.xlarge',
    ],
    // https://documentation.ubuntu.com/aws/aws-how-to/instances/find-ubuntu-images/
    ['Ubuntu Pro', {}, '/aws/service/canonical/ubuntu/pro-server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id', 'only prices of Linux'],
    [
      'Ubuntu Pro, minimal',
      {},
      '/aws/service/canonical/ubuntu/pro-minimal/jammy/stable/current/amd64/hvm/ebs-gp2/ami-id',
      'only prices of Linux',
    ],
    [
      'Ubuntu Pro of EKS',
      {},
      '/aws/service/canonical/ubuntu/eks-pro/22.04/1.29/stable/current/amd64/hvm/ebs-gp2/ami-id',
      'only prices of Linux',
    ],
    // https://docs.aws.amazon.com/marketplace/latest/userguide/cloudformation.html
    ['AWS Marketplace', {}, '/aws/service/marketplace/prod-shmtmk4gqrfge/1.2', 'the price of its license is not known'],
  ])('%s: there is no price', (_, properties, path, reason) => {
    expect(unpriced(host({ ...properties, ImageId: { Ref: 'Image' } }), ssm(path))).toEqual([expect.stringContaining(reason)]);
  });

  test('of a launch template, of a launch configuration and of a node group', () => {
    expect(amounts(launched(POWERSHELL))).toContain('License-included vCPU-hours (m5.large, Windows Server): 134.32');
    const Config = { Type: 'AWS::AutoScaling::LaunchConfiguration', Properties: { InstanceType: 'm5.large', ImageId: { Ref: 'Image' } } };
    const Group = {
      Type: 'AWS::AutoScaling::AutoScalingGroup',
      Properties: { MinSize: 1, MaxSize: 1, LaunchConfigurationName: { Ref: 'Config' } },
    };
    expect(amounts({ Config, Group }, ssm(WINDOWS))).toContain(WINDOWS_LICENSE);
    // 50 GB by default: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-nodegroup.html
    const nodes = { InstanceTypes: ['m5.large'], ScalingConfig: { MinSize: 1, DesiredSize: 1, MaxSize: 1 } };
    const Nodes = { Type: 'AWS::EKS::Nodegroup', Properties: { ...nodes, AmiType: 'WINDOWS_CORE_2022_x86_64' } };
    expect(amounts({ Nodes })).toEqual([M5_LARGE, WINDOWS_LICENSE, 'Volume storage (gp2, root): 5', expect.any(String)]);
  });

  describe('an AMI id is of the system that the template names it by', () => {
    const ImageId = { 'Fn::FindInMap': ['Images', { Ref: 'AWS::Region' }, 'Image'] };
    const named = (key: string, map = 'Images') => ({
      Mappings: { [map]: { 'us-east-1': { Other: 'ami-1', [key]: 'ami-0abc' } }, Images: { 'us-east-1': { Image: 'ami-0abc' } } },
    });

    test.each(['AMIWin2012', 'WS2016FULLBASE', 'windows'])('%s: Windows Server', (key) => {
      expect(amounts(host({ ImageId }), named(key, 'Others'))[1]).toBe(WINDOWS_LICENSE);
    });

    test.each(['RHEL8_HA', 'RHEL86SAP', 'RHEL-8-Access2', 'SLES15SP1HVM', 'AMISuse', 'WS2016SQLStd'])('%s: without a price', (key) => {
      expect(unpriced(host({ ImageId }), named(key, 'Others'))).toEqual([expect.stringContaining(`ImageId is ${key}`)]);
    });

    // c5.xlarge (4 vCPU) has cost $0.0576 and c5.4xlarge (16 vCPU) $0.1728 for RHEL since 2024: AWS, "RHEL pricing update".
    test.each(['AMIRHEL7', 'RHEL8HVM', 'RedHat9'])('%s: RHEL', (key) => {
      const license = (InstanceType: string) => amounts(host({ ImageId, InstanceType }), named(key, 'Others'));
      expect(license('c5.xlarge')).toEqual([
        'Instance hours (c5.xlarge): 124.1',
        'License-included vCPU-hours (c5.xlarge, RHEL): 42.05',
        'Volume storage (gp2, root): 1',
      ]);
      expect(license('c5.2xlarge')[1]).toBe('License-included vCPU-hours (c5.2xlarge, RHEL): 84.1');
      expect(license('c5.4xlarge')[1]).toBe('License-included vCPU-hours (c5.4xlarge, RHEL): 126.14');
      expect(unpriced(host({ ImageId, InstanceType: 'm7i.48xlarge' }), named(key, 'Others'))).toEqual([
        expect.stringContaining('InstanceType is m7i.48xlarge: the price of its license is not known'),
      ]);
    });

    test('the name of a parameter whose default it is', () => {
      const Parameters = { WindowsImage: { Type: 'AWS::EC2::Image::Id', Default: 'ami-0abc' } };
      expect(amounts(host({ ImageId: { Ref: 'WindowsImage' } }), { Parameters })[1]).toBe(WINDOWS_LICENSE);
    });

    test('names of other images do not count', () => {
      const Mappings = { Images: { 'us-east-1': { Image: 'ami-0abc', AMIWin2012: 'ami-1' } } };
      expect(amounts(host({ ImageId }), { Mappings })).toEqual([M5_LARGE_ASSUMED, 'Volume storage (gp2, root): 0.8']);
    });
  });

  test.each([
    ['a shell script', { UserData: { 'Fn::Base64': { 'Fn::Sub': '#!/bin/bash -xe\nyum update -y\n' } } }, {}],
    ['an encoded shell script', { UserData: Buffer.from('#!/bin/sh\n').toString('base64') }, {}],
    ['cloud-init', { UserData: { 'Fn::Base64': '#cloud-config\npackages: [httpd]\n' } }, {}],
    [
      'a path of Ubuntu',
      { ImageId: { Ref: 'Image' } },
      ssm('/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp2/ami-id'),
    ],
  ])('%s shows that an image is one of Linux', (_, properties, more) => {
    expect(amounts(host(properties), more)[0]).toBe(M5_LARGE);
  });

  test('an AMI that the user of the template chooses is taken as Linux, which the line states', () => {
    const Parameters = { Image: { Type: 'AWS::EC2::Image::Id' } };
    expect(amounts(host({ ImageId: { Ref: 'Image' } }), { Parameters })[0]).toBe(M5_LARGE_ASSUMED);
  });

  test('a page that contains a script is not Windows', () => {
    const UserData = { 'Fn::Base64': '#!/bin/bash\necho "<script>x</script>" > /var/www/index.html' };
    expect(unpriced(host({ UserData }))).toEqual([]);
  });
});

describe('root volumes', () => {
  const device = (DeviceName: string, VolumeSize?: number) => ({
    DeviceName,
    Ebs: { VolumeType: 'gp3', ...(VolumeSize !== undefined && { VolumeSize }) },
  });

  test.each([
    ['no mapping: 8 GB', {}, ['Volume storage (gp2, root): 0.8']],
    [
      'another volume',
      { BlockDeviceMappings: [device('/dev/sdf', 100)] },
      ['Volume storage (gp2, root): 0.8', 'Volume storage (gp3, /dev/sdf): 8'],
    ],
    ['without a size', { BlockDeviceMappings: [device('/dev/xvda')] }, ['Volume storage (gp3, /dev/xvda): 0.64']],
    ['with a size', { BlockDeviceMappings: [device('/dev/sda1', 50)] }, ['Volume storage (gp3, /dev/sda1): 4']],
    // Amazon ECS developer guide: the ECS-optimized AMIs have a volume of 30 GiB. aws/amazon-ecs-ami, al2023.pkr.hcl: volume_type gp3.
    [
      'of ECS on Amazon Linux 2023',
      { ImageId: '{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id}}' },
      ['Volume storage (gp3, root): 2.4'],
    ],
    [
      'of ECS on Amazon Linux 2',
      { ImageId: '{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/recommended/image_id}}' },
      ['Volume storage (gp2, root): 3'],
    ],
    // Amazon Linux 2023 user guide, "gp3 as default Amazon EBS volume type": 8 GB × $0.08.
    [
      'of Amazon Linux 2023',
      { ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}' },
      ['Volume storage (gp3, root): 0.64'],
    ],
    // The path names the type of the volume: https://documentation.ubuntu.com/aws/aws-how-to/instances/find-ubuntu-images/
    [
      'of Ubuntu on gp3',
      { ImageId: '{{resolve:ssm:/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id}}' },
      ['Volume storage (gp3, root): 0.64'],
    ],
    [
      'of Ubuntu on gp2',
      { ImageId: '{{resolve:ssm:/aws/service/canonical/ubuntu/server/22.04/stable/current/amd64/hvm/ebs-gp2/ami-id}}' },
      ['Volume storage (gp2, root): 0.8'],
    ],
  ])('%s', (_, properties, volumes) => {
    expect(amounts(host(properties))).toEqual(['ImageId' in properties ? M5_LARGE : M5_LARGE_ASSUMED, ...volumes]);
  });

  test('the assumption is stated', () => {
    const [line] = priced(host()).lineItems.filter(({ kind }) => kind === 'volume-gb-months');
    expect(line?.state).toBe('usage');
    expect(lineReason(line ?? ({} as never))).toBe('the template states no size: 8 GB, as images of AWS have');
  });
});

// A public IPv4 address costs $0.005/h: https://aws.amazon.com/vpc/pricing/
describe('public addresses', () => {
  const ROOT = 'Volume storage (gp2, root): 0.8';

  test.each([
    ['the default VPC', { SubnetId: undefined }, ['Public IPv4 address hours: 3.65']],
    ['a subnet outside of the template', { SubnetId: 'subnet-1' }, ['Public IPv4 address hours (if the subnet assigns them): 0–0–3.65']],
    ['a subnet of the interface', { SubnetId: undefined, NetworkInterfaces: [{ DeviceIndex: '0', SubnetId: { Ref: 'Subnet' } }] }, []],
    ['an existing interface', { SubnetId: undefined, NetworkInterfaces: [{ DeviceIndex: '0', NetworkInterfaceId: 'eni-1' }] }, []],
    ['an interface that says no', { SubnetId: undefined, NetworkInterfaces: [{ AssociatePublicIpAddress: false }] }, []],
  ])('%s', (_, properties, addresses) => {
    expect(amounts(host(properties))).toEqual([M5_LARGE_ASSUMED, ROOT, ...addresses]);
  });

  test('a group in the default VPC', () => {
    expect(amounts(launched({}, { AvailabilityZones: ['us-east-1a'] }))).toContain('Public IPv4 address hours: 7.3');
    expect(amounts(launched({}, { VPCZoneIdentifier: { Ref: 'Subnets' } }))).toContain(
      'Public IPv4 address hours (if the subnet assigns them): 0–0–7.3',
    );
  });
});

// An hourly fee, of types that are not EBS-optimized by default: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-optimized.html
describe('EBS optimization', () => {
  const FEE = 'EbsOptimized adds charges that are not in the price list: EBS optimization of m3.xlarge';
  const Config = { Type: 'AWS::AutoScaling::LaunchConfiguration', Properties: { InstanceType: 'm3.xlarge', EbsOptimized: 'true' } };
  const Group = {
    Type: 'AWS::AutoScaling::AutoScalingGroup',
    Properties: { MinSize: 1, MaxSize: 1, LaunchConfigurationName: { Ref: 'Config' } },
  };

  test.each([
    ['an instance', host({ InstanceType: 'm3.xlarge', EbsOptimized: true })],
    ['a launch template', launched({ InstanceType: 'm3.xlarge', EbsOptimized: true })],
    ['a launch configuration', { Config, Group }],
  ])('of %s with a fee: there is no price', (_, resources) => {
    expect(unpriced(resources)).toEqual([FEE]);
  });

  test.each([
    ['m5.large', true],
    ['m3.large', true],
    ['m3.xlarge', false],
  ])('of %s, %j: without a fee', (InstanceType, EbsOptimized) => {
    expect(unpriced(host({ InstanceType, EbsOptimized }))).toEqual([]);
  });
});

// Amazon EC2 user guide: Dedicated Instances, Dedicated Hosts.
test.each([
  [
    'dedicated VPC',
    { ...host(), Network: { Type: 'AWS::EC2::VPC', Properties: { InstanceTenancy: 'dedicated' } } },
    'InstanceTenancy is dedicated',
  ],
  ['dedicated host', host({ HostId: 'h-1' }), 'HostId is "h-1"'],
  ['host affinity', host({ Affinity: 'host' }), 'Affinity is "host"'],
  ['host of a launch template', launched({ Placement: { HostResourceGroupArn: 'arn' } }), 'HostResourceGroupArn is "arn"'],
])('%s: only prices of shared tenancy are known', (_, resources, reason) => {
  expect(unpriced(resources)).toEqual([expect.stringContaining(reason)]);
});

test.each([
  ['launch template', launched({ InstanceMarketOptions: { MarketType: 'spot' } }, { VPCZoneIdentifier: ['subnet-1'] })],
  [
    'launch configuration',
    {
      Config: {
        Type: 'AWS::AutoScaling::LaunchConfiguration',
        Properties: { InstanceType: 'm5.large', ImageId: 'ami-0abc', SpotPrice: '0.05' },
      },
      Group: {
        Type: 'AWS::AutoScaling::AutoScalingGroup',
        Properties: { MinSize: 2, MaxSize: 2, LaunchConfigurationName: { Ref: 'Config' } },
      },
    },
  ],
])('Spot instances of a %s are noted', (_, resources) => {
  expect(amounts(resources)).toContain('Instance hours (m5.large, On-Demand price for Spot too, Linux assumed): 140.16');
});

describe('features with a charge of their own', () => {
  test('a dedicated IP certificate of CloudFront costs $600/month', () => {
    const Cdn = (SslSupportMethod: string) => ({
      Cdn: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: { DistributionConfig: { ViewerCertificate: { IamCertificateId: 'A', SslSupportMethod } } },
      },
    });
    // https://aws.amazon.com/cloudfront/pricing/, "Dedicated IP custom SSL".
    expect(amounts(Cdn('vip'))).toEqual(['CloudFront dedicated IP certificates: 600']);
    expect(amounts(Cdn('sni-only'))).toEqual([]);
    expect(unpriced(Cdn('static-ip'))).toHaveLength(1);
  });

  // The third year since 2026-04-01: 2 vCPU × 730 h × $0.20. Amazon Aurora pricing, Amazon RDS Extended Support.
  test.each([
    ['aurora-postgresql', '11.21', ['Extended Support vCPU-hours (aurora-postgresql 11.21): 292']],
    ['aurora-postgresql', '13.9', ['Extended Support vCPU-hours (aurora-postgresql 13.9): 146']],
    ['aurora-mysql', '5.7.mysql_aurora.2.11.4', ['Extended Support vCPU-hours (aurora-mysql 5.7.mysql_aurora.2.11.4): 146']],
    ['aurora-postgresql', '16.2', []],
  ])('%s %s', (Engine, EngineVersion, support) => {
    const database = (DBInstanceClass: string) => ({
      Cluster: {
        Type: 'AWS::RDS::DBCluster',
        Properties: { Engine, EngineVersion, ServerlessV2ScalingConfiguration: { MinCapacity: 1, MaxCapacity: 2 } },
      },
      Writer: { Type: 'AWS::RDS::DBInstance', Properties: { Engine, DBInstanceClass, DBClusterIdentifier: { Ref: 'Cluster' } } },
    });
    expect(amounts(database('db.r6g.large'))).toEqual(['DB instance hours (db.r6g.large, Aurora): 189.8', ...support]);
    expect(unpriced(database('db.serverless'))).toHaveLength(support.length);
  });

  // Amazon MSK developer guide: 250 MiB/s of each broker have no charge; $0.08 per MB/s-month above.
  test('provisioned throughput of MSK', () => {
    const Kafka = (VolumeThroughput: number, Enabled = true) => ({
      Kafka: {
        Type: 'AWS::MSK::Cluster',
        Properties: {
          NumberOfBrokerNodes: 3,
          BrokerNodeGroupInfo: {
            InstanceType: 'kafka.m5.24xlarge',
            StorageInfo: { EBSStorageInfo: { VolumeSize: 1000, ProvisionedThroughput: { Enabled, VolumeThroughput } } },
          },
        },
      },
    });
    expect(amounts(Kafka(500))).toContain('Provisioned throughput (over 250 of each broker): 60');
    expect(amounts(Kafka(250))).toHaveLength(2);
    expect(amounts(Kafka(500, false))).toHaveLength(2);
  });

  test('certificates that are not public, or that may be exported', () => {
    const Cert = (properties: object) => ({
      Cert: { Type: 'AWS::CertificateManager::Certificate', Properties: { DomainName: 'a.example', ...properties } },
    });
    expect(unpriced(Cert({ CertificateAuthorityArn: 'arn' }))).toHaveLength(1);
    expect(unpriced(Cert({ CertificateExport: 'ENABLED' }))).toHaveLength(1);
    expect(unpriced(Cert({ CertificateExport: 'DISABLED' }))).toEqual([]);
  });

  test('backups in a vault outside of the template are usage', () => {
    const plan = (TargetBackupVault: unknown) => ({
      Plan: {
        Type: 'AWS::Backup::BackupPlan',
        Properties: { BackupPlan: { BackupPlanName: 'daily', BackupPlanRule: [{ RuleName: 'r', TargetBackupVault }] } },
      },
    });
    const Vault = { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'own' } };
    const usage = (resources: object) =>
      priced(resources)
        .excludesUsageOf.map(({ type }) => type)
        .filter((type) => type !== 'DataTransfer');
    expect(usage(plan('Default'))).toEqual(['AWS::Backup::BackupPlan']);
    expect(usage({ ...plan({ Ref: 'Vault' }), Vault })).toEqual(['AWS::Backup::BackupVault']);
    expect(usage({ ...plan('own'), Vault })).toEqual(['AWS::Backup::BackupVault']);
  });
});

describe('sizes that other resources change', () => {
  const scheduled = (AutoScalingGroupName: unknown, sizes: object) => ({
    ...launched({}, { AutoScalingGroupName: 'workers', VPCZoneIdentifier: ['subnet-1'] }),
    Morning: { Type: 'AWS::AutoScaling::ScheduledAction', Properties: { AutoScalingGroupName, ...sizes } },
  });

  // Amazon EC2 Auto Scaling user guide, "Scheduled scaling": an action changes the minimum, maximum and desired size. $70.08 for each.
  test.each([
    ['a reference', { Ref: 'Group' }, { MinSize: 0, MaxSize: 10 }, '0–140.16–700.8'],
    ['a name', 'workers', { MaxSize: '5', DesiredCapacity: 5 }, '140.16–140.16–350.4'],
    ['another group', 'others', { MaxSize: 5 }, '140.16'],
  ])('scheduled actions of a group, by %s', (_, group, sizes, usd) => {
    expect(amounts(scheduled(group, sizes))).toContain(`Instance hours (m5.large, Linux assumed): ${usd}`);
  });

  test('an empty group that a scheduled action fills is not free', () => {
    const resources = {
      ...scheduled({ Ref: 'Group' }, { MaxSize: 3 }),
      ...launched({}, { MinSize: 0, MaxSize: 0, VPCZoneIdentifier: ['s'] }),
    };
    expect(amounts(resources)).toContain('Instance hours (m5.large, Linux assumed): 0–0–210.24');
  });

  // AWS Lambda developer guide, "Managing provisioned concurrency with Application Auto Scaling".
  // 1 GB × 2,628,000 s × $0.0000041667 = $10.95 for each.
  const alias = (ResourceId: unknown, config: object = {}) => ({
    Function: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'orders', MemorySize: 1024 } },
    Live: { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Function' }, FunctionVersion: '1', Name: 'live', ...config } },
    Target: {
      Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
      Properties: { ScalableDimension: 'lambda:function:ProvisionedConcurrency', ResourceId, MinCapacity: 2, MaxCapacity: 10 },
    },
  });
  const concurrency = (resources: object) => amounts(resources).filter((line) => line.startsWith('Provisioned concurrency'));
  const SCALED = 'Provisioned concurrency (x86, 1024 MB): 21.9–21.9–109.5';

  test.each([
    ['names', 'function:orders:live', [SCALED]],
    ['a reference to the function', { 'Fn::Join': ['', ['function:', { Ref: 'Function' }, ':live']] }, [SCALED]],
    ['a reference to the alias', { 'Fn::Join': [':', ['function:orders', { Ref: 'Live' }]] }, [SCALED]],
    ['names of another alias', 'function:orders:next', []],
  ])('provisioned concurrency of a scalable target, by %s', (_, id, lines) => {
    expect(concurrency(alias(id))).toEqual(lines);
  });

  test('provisioned concurrency that a scalable target changes', () => {
    const config = { ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 4 } };
    expect(concurrency(alias('function:orders:live', config))).toEqual(['Provisioned concurrency (x86, 1024 MB): 21.9–43.8–109.5']);
  });

  test('scheduled actions of a scalable target', () => {
    const target = {
      ScalableDimension: 'ecs:service:DesiredCount',
      ResourceId: 'service/main/web',
      MinCapacity: 1,
      MaxCapacity: 2,
      ScheduledActions: [{ ScalableTargetAction: { MinCapacity: 0, MaxCapacity: 8 } }],
    };
    const lines = amounts({
      Task: { Type: 'AWS::ECS::TaskDefinition', Properties: { Cpu: '1024', Memory: '2048' } },
      Web: { Type: 'AWS::ECS::Service', Properties: { ServiceName: 'web', LaunchType: 'FARGATE', TaskDefinition: { Ref: 'Task' } } },
      Target: { Type: 'AWS::ApplicationAutoScaling::ScalableTarget', Properties: target },
    });
    // $0.04048 × 730 h for each vCPU.
    expect(lines).toContain('Fargate vCPU-hours (amd64): 0–29.55–236.4');
  });
});

/** Lines of one resource with their amounts, usage included. */
const lines = (type: string, properties: object) =>
  priced({ It: { Type: type, Properties: properties } }).lineItems.flatMap(({ resource, name, monthlyUsd: { low, mid, high } }) =>
    resource === 'It' ? [`${name}: ${low.eq(high) ? mid : [low, mid, high].join('–')}`] : [],
  );

describe('properties that add to a price', () => {
  test.each([
    // https://aws.amazon.com/elasticache/pricing/: at least 1 GB of data, 100 MB for Valkey. 730 h × $0.125; 73 GB-hours × $0.084.
    ['AWS::ElastiCache::ServerlessCache', { Engine: 'redis' }, 'Data storage (serverless, redis): 91.25'],
    ['AWS::ElastiCache::ServerlessCache', { Engine: 'valkey' }, 'Data storage (serverless, valkey): 6.13'],
    // "Pre-scaling using ElastiCache Serverless": 10 GB × 730 h × $0.084; 10,000/s × 2,628,000 s × $0.0023 for a million.
    [
      'AWS::ElastiCache::ServerlessCache',
      { Engine: 'valkey', CacheUsageLimits: { DataStorage: { Minimum: 10, Unit: 'GB' } } },
      'Data storage (serverless, valkey): 613.2',
    ],
    [
      'AWS::ElastiCache::ServerlessCache',
      { Engine: 'valkey', CacheUsageLimits: { ECPUPerSecond: { Minimum: 10_000 } } },
      'ElastiCache Processing Units (serverless, valkey): 60.44',
    ],
    ['AWS::ElastiCache::ServerlessCache', { Engine: 'valkey', SnapshotRetentionLimit: 1 }, 'Backup storage (above the free snapshot): 0'],
    // https://aws.amazon.com/redshift/pricing/: 2 zones × 2 nodes × 730 h × $1.086. Redshift management guide, Multi-AZ deployment.
    [
      'AWS::Redshift::Cluster',
      { NodeType: 'ra3.xlplus', NumberOfNodes: 2, MultiAZ: true },
      'Redshift node hours (ra3.xlplus, Multi-AZ): 3171.12',
    ],
    ['AWS::Redshift::Cluster', { NodeType: 'ra3.xlplus', ManageMasterPassword: true }, 'Secrets (master user): 0.4'],
    ['AWS::RedshiftServerless::Namespace', { ManageAdminPassword: true }, 'Secrets (master user): 0.4'],
    // https://aws.amazon.com/transit-gateway/pricing/: $0.05 for each hour of an attachment of a VPN connection.
    ['AWS::EC2::VPNConnection', { Type: 'ipsec.1', TransitGatewayId: 'tgw-1' }, 'Transit gateway attachment hours: 36.5'],
    // Amazon VPC user guide, "Regional NAT gateways": in each zone with workloads; us-east-1 has six.
    ['AWS::EC2::NatGateway', { AvailabilityMode: 'regional', VpcId: 'vpc-1' }, 'NAT gateway hours (in 1 to 6 zones): 32.85–197.1–197.1'],
    [
      'AWS::EC2::NatGateway',
      { AvailabilityMode: 'regional', VpcId: 'vpc-1', AvailabilityZoneAddresses: [{}, {}] },
      'NAT gateway hours (in 2 zones): 65.7',
    ],
    // https://aws.amazon.com/route53/pricing/: outside of AWS $0.75 for a health check and $2 for each optional feature.
    ['AWS::Route53::HealthCheck', { HealthCheckConfig: { Type: 'HTTPS' } }, 'Health checks (endpoint outside of AWS): 0–0–0.75'],
    [
      'AWS::Route53::HealthCheck',
      { HealthCheckConfig: { Type: 'HTTPS' } },
      'Health check optional features (endpoint outside of AWS): 0–0–2',
    ],
    ['AWS::Route53::HealthCheck', { HealthCheckConfig: { Type: 'CALCULATED' } }, 'Health checks: 0.5'],
    // https://aws.amazon.com/opensearch-service/pricing/: 2 × 730 h × $0.128.
    [
      'AWS::OpenSearchService::Domain',
      {
        ClusterConfig: {
          InstanceType: 'm6g.large.search',
          NodeOptions: [{ NodeType: 'coordinator', NodeConfig: { Enabled: true, Type: 'm6g.large.search', Count: 2 } }],
        },
      },
      'Search instance hours (m6g.large.search, coordinator): 186.88',
    ],
    // Amazon MSK developer guide, "Turn on public access": an Elastic IP for each broker, 3 × 730 h × $0.005.
    [
      'AWS::MSK::Cluster',
      {
        NumberOfBrokerNodes: 3,
        BrokerNodeGroupInfo: {
          InstanceType: 'kafka.m5.large',
          StorageInfo: { EBSStorageInfo: { VolumeSize: 10 } },
          ConnectivityInfo: { PublicAccess: { Type: 'SERVICE_PROVIDED_EIPS' } },
        },
      },
      'Public IPv4 address hours: 10.95',
    ],
  ])('%s %j', (type, properties, line) => {
    expect(lines(type, properties)).toContain(line);
  });

  // https://aws.amazon.com/kms/pricing/: $0.15 for 10,000 asymmetric requests, except RSA 2048.
  test.each([
    ['ECC_NIST_P256', 'kms/asymmetric-requests'],
    ['RSA_4096', 'kms/asymmetric-requests'],
    ['RSA_2048', 'kms/requests'],
    ['SYMMETRIC_DEFAULT', 'kms/requests'],
  ])('requests of a key of %s', (KeySpec, sku) => {
    const { lineItems } = priced({
      Key: { Type: 'AWS::KMS::Key', Properties: { KeySpec, MultiRegion: true } },
      Copy: { Type: 'AWS::KMS::ReplicaKey', Properties: { PrimaryKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
    });
    const requests = lineItems.filter(({ kind }) => kind === 'encryption-key-requests');
    expect(requests.map((line) => line.sku)).toEqual([sku, sku]);
  });

  test('a health check of a load balancer of the template has the price of an endpoint in AWS', () => {
    const HealthCheckConfig = { Type: 'HTTP', FullyQualifiedDomainName: { 'Fn::GetAtt': ['Web', 'DNSName'] } };
    const Web = { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Scheme: 'internal' } };
    const checks = amounts({ Check: { Type: 'AWS::Route53::HealthCheck', Properties: { HealthCheckConfig } }, Web });
    expect(checks).toContain('Health checks: 0.5');
  });

  // https://aws.amazon.com/privatelink/pricing/: $0.0035/GB through an endpoint of a Gateway Load Balancer.
  test('endpoints of other types have other prices', () => {
    const endpoint = (VpcEndpointType: string) => ({
      Endpoint: { Type: 'AWS::EC2::VPCEndpoint', Properties: { VpcEndpointType, SubnetIds: ['subnet-1'] } },
    });
    const data = (type: string) => priced(endpoint(type)).lineItems.find(({ kind }) => kind === 'vpc-endpoint-gb');
    expect(data('GatewayLoadBalancer')?.unitPriceUsd.toString()).toBe('0.0035');
    expect(data('Interface')?.unitPriceUsd.toString()).toBe('0.01');
    expect(unpriced(endpoint('Resource'))).toEqual([expect.stringContaining('endpoints of type Resource')]);
    expect(unpriced(endpoint('ServiceNetwork'))).toHaveLength(1);
  });
});

// The user guides of the services, as cited in lib/pricing/pricers/largest-amounts.ts.
describe('amounts that no service has', () => {
  const volume = (properties: object) => ({ Disk: { Type: 'AWS::EC2::Volume', Properties: properties } });
  const database = (properties: object) => ({
    Db: {
      Type: 'AWS::RDS::DBInstance',
      Properties: { Engine: 'postgres', DBInstanceClass: 'db.m6g.large', AllocatedStorage: 100, ...properties },
    },
  });
  const task = (properties: object) => ({
    Task: { Type: 'AWS::ECS::TaskDefinition', Properties: { Cpu: '1024', Memory: '2048', ...properties } },
    Web: { Type: 'AWS::ECS::Service', Properties: { LaunchType: 'FARGATE', TaskDefinition: { Ref: 'Task' } } },
  });
  const one = (type: string, Properties: object) => ({ One: { Type: `AWS::${type}`, Properties } });
  const shards = (ShardCount: number) => one('Kinesis::Stream', { ShardCount });
  const tasks = (DesiredCount: number) => ({
    Task: { Type: 'AWS::ECS::TaskDefinition', Properties: { Cpu: '256', Memory: '512' } },
    Web: { Type: 'AWS::ECS::Service', Properties: { LaunchType: 'FARGATE', TaskDefinition: { Ref: 'Task' }, DesiredCount } },
  });
  const memcached = (NumCacheNodes: number) =>
    one('ElastiCache::CacheCluster', { Engine: 'memcached', CacheNodeType: 'cache.m5.large', NumCacheNodes });
  const cache = (counts: object) => one('ElastiCache::ReplicationGroup', { CacheNodeType: 'cache.m5.large', ...counts });
  const warehouse = (NumberOfNodes: number) => one('Redshift::Cluster', { NodeType: 'dc2.large', NumberOfNodes });
  const search = (InstanceCount: number) =>
    one('OpenSearchService::Domain', { ClusterConfig: { InstanceType: 'm5.large.search', InstanceCount } });
  const kafka = (NumberOfBrokerNodes: number) => {
    const BrokerNodeGroupInfo = { InstanceType: 'kafka.m5.large', StorageInfo: { EBSStorageInfo: { VolumeSize: 100 } } };
    return one('MSK::Cluster', { NumberOfBrokerNodes, BrokerNodeGroupInfo });
  };
  const root = (Ebs: object) => host({ BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs }] });

  test.each([
    [volume({ VolumeType: 'gp3', Size: 65_536 }), volume({ VolumeType: 'gp3', Size: 10_000_000_000 }), 'Size is 10,000,000,000'],
    [volume({ VolumeType: 'st1', Size: 16_384 }), volume({ VolumeType: 'st1', Size: 16_385 }), 'Size is 16,385, above the largest'],
    [
      volume({ VolumeType: 'gp3', Size: 100, Iops: 80_000, Throughput: 2_000 }),
      volume({ VolumeType: 'gp3', Size: 100, Iops: 80_001 }),
      'Iops is 80,001, above the largest that the service has, 80,000',
    ],
    [volume({ Size: 9 }), volume({ VolumeType: 'gp3', Size: 100, Throughput: 2_001 }), 'Throughput is 2,001'],
    [volume({ VolumeType: 'io1', Size: 100, Iops: 64_000 }), volume({ VolumeType: 'io1', Size: 100, Iops: 64_001 }), 'Iops is 64,001'],
    [root({ VolumeSize: 16_384 }), root({ VolumeSize: 16_385 }), 'VolumeSize is 16,385'],
    [database({ AllocatedStorage: 65_536 }), database({ AllocatedStorage: 65_537 }), 'AllocatedStorage is 65,537'],
    [database({ MaxAllocatedStorage: 65_536 }), database({ MaxAllocatedStorage: 70_000 }), 'MaxAllocatedStorage is 70,000'],
    [task({ Cpu: '16 vCPU', Memory: '120 GB' }), task({ Cpu: '17 vCPU' }), 'Cpu is 17, above the largest that the service has, 16'],
    [task({ EphemeralStorage: { SizeInGiB: 200 } }), task({ EphemeralStorage: { SizeInGiB: 201 } }), 'SizeInGiB is 201'],
    [task({}), task({ Memory: '2048000' }), 'Memory is 2,000'],
    [shards(10_000), shards(1_000_000_000), 'ShardCount is 1,000,000,000, above the largest that the service has, 10,000'],
    [tasks(5_000), tasks(5_001), 'DesiredCount is 5,001, above the largest that the service has, 5,000'],
    [memcached(60), memcached(1_000_000_000), 'NumCacheNodes is 1,000,000,000, above the largest that the service has, 60'],
    [cache({ NumCacheClusters: 6 }), cache({ NumCacheClusters: 7 }), 'NumCacheClusters is 7'],
    [cache({ NumNodeGroups: 500, ReplicasPerNodeGroup: 5 }), cache({ NumNodeGroups: 501 }), 'NumNodeGroups is 501'],
    [cache({ NumNodeGroups: 1 }), cache({ NumNodeGroups: 1, ReplicasPerNodeGroup: 6 }), 'ReplicasPerNodeGroup is 6'],
    [warehouse(128), warehouse(129), 'NumberOfNodes is 129'],
    [search(1_002), search(1_003), 'InstanceCount is 1,003'],
    [kafka(60), kafka(61), 'NumberOfBrokerNodes is 61'],
    [
      { Function: { Type: 'AWS::Lambda::Function', Properties: { MemorySize: 10_240, EphemeralStorage: { Size: 10_240 } } } },
      { Function: { Type: 'AWS::Lambda::Function', Properties: { MemorySize: 10_241 } } },
      'MemorySize is 10,241',
    ],
  ])('%j is priced, %j is not', (possible, impossible, reason) => {
    expect(unpriced(possible)).toEqual([]);
    expect(unpriced(impossible)).toEqual([expect.stringContaining(reason)]);
  });
});
