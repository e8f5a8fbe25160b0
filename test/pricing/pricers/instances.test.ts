import { describe, expect, test } from 'vitest';
import { UnreadableProperty } from '../../../lib/pricing/property-problem';
import { chargesOf, freeReasonOf, type Resources, rawCharges } from '../../support/charges';

/** A subnet whose instances have no public address. */
const PRIVATE: Resources = { PrivateSubnet: ['AWS::EC2::Subnet', {}] };

const ROOT = { DeviceName: '/dev/xvda', Ebs: { VolumeSize: 30, VolumeType: 'gp3' } };

describe('AWS::EC2::Instance', () => {
  const instance = (properties: Record<string, unknown>, others: Resources = {}) =>
    chargesOf({ Host: ['AWS::EC2::Instance', { SubnetId: { Ref: 'PrivateSubnet' }, ...properties }], ...PRIVATE, ...others }, 'Host');

  // https://docs.aws.amazon.com/sdkfornet1/latest/apidocs/html/P_Amazon_EC2_Model_RunInstancesRequest_InstanceType.htm: "Default: m1.small".
  test('without a type', () => {
    expect(instance({})[0]).toBe('Instance hours (m1.small, the default of EC2): 730 of ec2/m1.small');
  });

  test('with the required properties only: hours, and the volume of the image', () => {
    expect(instance({ InstanceType: 'c6i.large' })).toEqual([
      'Instance hours (c6i.large): 730 of ec2/c6i.large',
      'Volume storage (gp2, root): 8 of ebs/gp2/storage, assumed',
    ]);
  });

  test('with everything', () => {
    expect(
      instance(
        {
          InstanceType: 'g5.xlarge',
          Monitoring: true,
          NetworkInterfaces: [{ DeviceIndex: '0', AssociatePublicIpAddress: 'true' }],
          BlockDeviceMappings: [
            { DeviceName: '/dev/xvda', Ebs: { VolumeSize: '100', VolumeType: 'gp3', Iops: 4_000, Throughput: 200 } },
            { DeviceName: '/dev/sdb', Ebs: { VolumeSize: 50, VolumeType: 'io1', Iops: 1_000 } },
            { DeviceName: '/dev/sdc', VirtualName: 'ephemeral0' },
            { DeviceName: '/dev/sdd', NoDevice: {}, Ebs: { VolumeSize: 500 } },
          ],
        },
        {},
      ),
    ).toEqual([
      'Instance hours (g5.xlarge): 730 of ec2/g5.xlarge',
      'Volume storage (gp3, /dev/xvda): 100 of ebs/gp3/storage',
      'Provisioned IOPS (gp3, /dev/xvda, over 3,000): 1000 of ebs/gp3/iops',
      'Provisioned throughput (gp3, /dev/xvda, over 125): 75 of ebs/gp3/throughput',
      'Volume storage (io1, /dev/sdb): 50 of ebs/io1/storage',
      'Provisioned IOPS (io1, /dev/sdb): 1000 of ebs/io1/iops',
      'Public IPv4 address hours: 730 of ipv4/hours',
      'Detailed monitoring metrics: 7 of cloudwatch/metric',
    ]);
  });

  test.each([
    ['t3.large', {}, true],
    ['t3a.large', {}, true],
    ['t4g.large', {}, true],
    ['t3.large', { CreditSpecification: { CPUCredits: 'standard' } }, false],
    ['t2.large', {}, false],
    ['t2.large', { CreditSpecification: { CPUCredits: 'unlimited' } }, true],
    ['m7g.large', {}, false],
  ])('T-family unlimited credits: %s with %j: %s', (InstanceType, more, isUnlimited) => {
    const credits = `Surplus CPU credits (${InstanceType}): 0 of ec2/cpu-credits, assumed`;
    expect(instance({ InstanceType, BlockDeviceMappings: [ROOT], ...more }).includes(credits)).toBe(isUnlimited);
  });

  test('credits above the baseline are those declared for its component', () => {
    const host: Resources = { Host: ['AWS::EC2::Instance', { InstanceType: 't3.large', BlockDeviceMappings: [ROOT] }] };
    expect(chargesOf(host, 'Host', { Host: { surplusCreditVcpuHours: 40 } })).toContain(
      'Surplus CPU credits (t3.large): 40 of ec2/cpu-credits, assumed',
    );
  });

  test('launch template overrides: properties of the instance take precedence over those of the template', () => {
    const template: Resources = {
      Template: [
        'AWS::EC2::LaunchTemplate',
        {
          LaunchTemplateData: {
            InstanceType: 'm5.large',
            BlockDeviceMappings: [ROOT],
            CreditSpecification: { CpuCredits: 'standard' },
            Monitoring: { Enabled: true },
          },
        },
      ],
    };
    const launch = { LaunchTemplate: { LaunchTemplateId: { Ref: 'Template' }, Version: '1' } };
    expect(instance(launch, template)[0]).toBe('Instance hours (m5.large): 730 of ec2/m5.large');
    expect(instance({ ...launch, InstanceType: 't3.small' }, template)).toEqual([
      'Instance hours (t3.small): 730 of ec2/t3.small',
      'Volume storage (gp3, /dev/xvda): 30 of ebs/gp3/storage',
      'Detailed monitoring metrics: 7 of cloudwatch/metric',
    ]);
  });

  test('a subnet decides on the public address, and an Elastic IP takes its place', () => {
    const subnets: Resources = { Public: ['AWS::EC2::Subnet', { MapPublicIpOnLaunch: true }], Private: ['AWS::EC2::Subnet', {}] };
    const inSubnet = (subnet: string, more: Resources = {}) =>
      instance({ InstanceType: 'm5.large', BlockDeviceMappings: [ROOT], SubnetId: { Ref: subnet } }, { ...subnets, ...more });
    const address = 'Public IPv4 address hours: 730 of ipv4/hours';
    expect(inSubnet('Public')).toContain(address);
    expect(inSubnet('Private')).not.toContain(address);
    expect(inSubnet('Public', { Address: ['AWS::EC2::EIP', { InstanceId: { Ref: 'Host' } }] })).not.toContain(address);
  });

  test('an instance with GPUs is in the GPU group', () => {
    const groupOf = (InstanceType: string) => rawCharges({ Host: ['AWS::EC2::Instance', { InstanceType }] }, 'Host')[0]?.group;
    expect(['g4dn.xlarge', 'g5g.xlarge', 'g6.xlarge', 'p4d.24xlarge'].map(groupOf)).toEqual(['gpu', 'gpu', 'gpu', 'gpu']);
    expect(['m5.large', 'c7g.large', 'inf2.xlarge'].map(groupOf)).toEqual(['compute', 'compute', 'compute']);
  });

  test.each([
    [{ InstanceType: { Ref: 'Type' } }, 'InstanceType decides the price and is known only at deployment: {"Ref":"Type"}'],
    [{ InstanceType: 'm5.large', Tenancy: 'dedicated' }, 'Tenancy is dedicated'],
    [
      { LaunchTemplate: { LaunchTemplateId: 'lt-123', Version: '1' } },
      'the launch template, which decides the price, is not in this template',
    ],
    [
      { InstanceType: 'm5.large', BlockDeviceMappings: [{ Ebs: { VolumeSize: 'big' } }] },
      'VolumeSize decides the price and is not a number',
    ],
    [{ InstanceType: 'm5.large', BlockDeviceMappings: [{ Ebs: { VolumeType: 'io2', VolumeSize: 8 } }] }, 'Iops is missing'],
  ])('%j cannot be priced', (properties, message) => {
    expect(() => instance(properties)).toThrow(UnreadableProperty);
    expect(() => instance(properties)).toThrow(message);
  });
});

describe('AWS::AutoScaling::AutoScalingGroup', () => {
  const TEMPLATE: Resources = {
    Template: [
      'AWS::EC2::LaunchTemplate',
      { LaunchTemplateName: 'web', LaunchTemplateData: { InstanceType: 'm5.large', BlockDeviceMappings: [ROOT] } },
    ],
  };
  const SPECIFICATION = { LaunchTemplateId: { Ref: 'Template' }, Version: { 'Fn::GetAtt': ['Template', 'LatestVersionNumber'] } };
  const group = (properties: Record<string, unknown>, use = {}, others: Resources = TEMPLATE) =>
    chargesOf(
      {
        Group: [
          'AWS::AutoScaling::AutoScalingGroup',
          { MinSize: '2', MaxSize: '10', VPCZoneIdentifier: [{ Ref: 'PrivateSubnet' }], ...properties },
        ],
        ...PRIVATE,
        ...others,
      },
      'Group',
      use,
    );

  test('autoscaled groups: low and mid are the minimum, high the maximum, when nothing else is known', () => {
    expect(group({ LaunchTemplate: SPECIFICATION })).toEqual([
      'Instance hours (m5.large): 1460 – 1460 – 7300 of ec2/m5.large',
      'Volume storage (gp3, /dev/xvda): 60 – 60 – 300 of ebs/gp3/storage',
    ]);
  });

  test.each([
    [{ DesiredCapacity: '3' }, {}, 3],
    [{ DesiredCapacity: 3 }, { Group: { expectedCount: 5 } }, 5],
    [{}, { Group: { expectedCount: 1 } }, 2],
    [{}, { Group: { expectedCount: 99 } }, 10],
  ])('autoscaled groups: mid with %j and %j is that of %i instances', (properties, use, count) => {
    expect(group({ LaunchTemplate: SPECIFICATION, ...properties }, use)[0]).toBe(
      `Instance hours (m5.large): 1460 – ${count * 730} – 7300 of ec2/m5.large`,
    );
  });

  test('launch template overrides: the first override is the type; its weight divides the capacity', () => {
    const policy = (...Overrides: object[]) => ({
      MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification: SPECIFICATION, Overrides } },
    });
    expect(group(policy({ InstanceType: 'c6i.large' }, { InstanceType: 'c5.large' }))[0]).toBe(
      'Instance hours (c6i.large): 1460 – 1460 – 7300 of ec2/c6i.large',
    );
    expect(group(policy())[0]).toBe('Instance hours (m5.large): 1460 – 1460 – 7300 of ec2/m5.large');
    expect(group(policy({ InstanceType: 'c6i.xlarge', WeightedCapacity: '4' }))).toEqual([
      'Instance hours (c6i.xlarge): 730 – 730 – 2190 of ec2/c6i.xlarge',
      'Volume storage (gp3, /dev/xvda): 30 – 30 – 90 of ebs/gp3/storage',
    ]);
    expect(() => group(policy({ InstanceRequirements: { VCpuCount: { Min: 2 } } }))).toThrow(
      'InstanceRequirements: AWS chooses the instances',
    );
  });

  test('launch template overrides: an override may have its own template', () => {
    const others: Resources = {
      ...TEMPLATE,
      Arm: ['AWS::EC2::LaunchTemplate', { LaunchTemplateData: { InstanceType: 'm7g.large', BlockDeviceMappings: [ROOT] } }],
    };
    const Overrides = [{ LaunchTemplateSpecification: { LaunchTemplateId: { Ref: 'Arm' }, Version: '1' } }];
    const MixedInstancesPolicy = { LaunchTemplate: { LaunchTemplateSpecification: SPECIFICATION, Overrides } };
    expect(group({ MixedInstancesPolicy }, {}, others)[0]).toBe('Instance hours (m7g.large): 1460 – 1460 – 7300 of ec2/m7g.large');
  });

  test('an instance that associates an Elastic IP at start releases its first address, the others keep theirs', () => {
    const instances = {
      InstanceType: 'm5.large',
      BlockDeviceMappings: [ROOT],
      UserData: { 'Fn::Base64': { 'Fn::Join': ['', ['take ', { 'Fn::GetAtt': ['Address', 'AllocationId'] }]] } },
    };
    const taking: Resources = {
      Address: ['AWS::EC2::EIP', { Domain: 'vpc' }],
      Config: ['AWS::AutoScaling::LaunchConfiguration', { ...instances, AssociatePublicIpAddress: true }],
      Template: [
        'AWS::EC2::LaunchTemplate',
        { LaunchTemplateData: { ...instances, NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: true }] } },
      ],
    };
    const addresses = (properties: Record<string, unknown>) =>
      group(properties, {}, taking).filter((charge) => charge.startsWith('Public IPv4'));
    const launches = [
      { LaunchTemplate: SPECIFICATION },
      { LaunchConfigurationName: { Ref: 'Config' } },
      {
        MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification: SPECIFICATION, Overrides: [{ InstanceType: 'c5.large' }] } },
      },
    ];
    for (const launch of launches) {
      expect(addresses({ ...launch, MinSize: 1, MaxSize: 1 })).toEqual([]);
      expect(addresses({ ...launch, MinSize: 1, MaxSize: 3 })).toEqual(['Public IPv4 address hours: 0 – 0 – 1460 of ipv4/hours']);
    }
  });

  test('spot capacity is priced on demand, and states it', () => {
    const MixedInstancesPolicy = {
      InstancesDistribution: { OnDemandPercentageAboveBaseCapacity: 0 },
      LaunchTemplate: {
        LaunchTemplateSpecification: { LaunchTemplateName: 'web', Version: '1' },
        Overrides: [{ InstanceType: 'c5.large' }],
      },
    };
    expect(group({ MixedInstancesPolicy })[0]).toBe(
      'Instance hours (c5.large, On-Demand price for Spot too): 1460 – 1460 – 7300 of ec2/c5.large',
    );
  });

  describe('a group that may launch any of its types', () => {
    // In us-east-1: c5.large $0.085, r5.large $0.126, t3.medium $0.0416, c5.xlarge $0.17 an hour.
    const mixed = (Overrides: readonly object[], InstancesDistribution: object) =>
      group({
        MixedInstancesPolicy: { InstancesDistribution, LaunchTemplate: { LaunchTemplateSpecification: SPECIFICATION, Overrides } },
      }).filter((charge) => charge.startsWith('Instance hours'));
    const TYPES = ['c5.large', 'r5.large', 't3.medium'].map((InstanceType) => ({ InstanceType }));

    test.each([
      [{ OnDemandPercentageAboveBaseCapacity: 50 }, ', On-Demand price for Spot too'],
      [{ OnDemandAllocationStrategy: 'lowest-price' }, ''],
    ])('%j: from the cheapest type to the most expensive', (distribution, note) => {
      expect(mixed(TYPES, distribution)).toEqual([
        `Instance hours (c5.large${note}): 0 – 1460 – 0 of ec2/c5.large`,
        `Instance hours (t3.medium${note}): 1460 – 0 – 0 of ec2/t3.medium`,
        `Instance hours (r5.large${note}): 0 – 0 – 7300 of ec2/r5.large`,
      ]);
    });

    test('on demand it has the first type', () => {
      expect(mixed(TYPES, {})).toEqual(['Instance hours (c5.large): 1460 – 1460 – 7300 of ec2/c5.large']);
    });

    test('its weights divide the capacity, and decide which type is cheaper', () => {
      const weighted = [
        { InstanceType: 'c5.large', WeightedCapacity: '1' },
        { InstanceType: 'c5.xlarge', WeightedCapacity: '4' },
      ];
      expect(mixed(weighted, { OnDemandAllocationStrategy: 'lowest-price' })).toEqual([
        'Instance hours (c5.large): 0 – 1460 – 7300 of ec2/c5.large',
        'Instance hours (c5.xlarge): 730 – 0 – 0 of ec2/c5.xlarge',
      ]);
    });

    test('a type without a price leaves the group without a price', () => {
      const types = [...TYPES, { InstanceType: 'm99.large' }];
      expect(mixed(types, { OnDemandAllocationStrategy: 'lowest-price' })).toEqual([
        'Instance hours (m99.large): 1460 – 1460 – 7300 of ec2/m99.large',
      ]);
    });
  });

  test('a launch configuration has detailed monitoring unless it disables it', () => {
    const configuration = (properties: object): Resources => ({
      Configuration: [
        'AWS::AutoScaling::LaunchConfiguration',
        { InstanceType: 't3.micro', AssociatePublicIpAddress: true, BlockDeviceMappings: [ROOT], ...properties },
      ],
    });
    const properties = { MinSize: 1, MaxSize: 1, LaunchConfigurationName: { Ref: 'Configuration' } };
    expect(group(properties, {}, configuration({}))).toEqual([
      'Instance hours (t3.micro): 730 of ec2/t3.micro',
      'Surplus CPU credits (t3.micro): 0 of ec2/cpu-credits, assumed',
      'Volume storage (gp3, /dev/xvda): 30 of ebs/gp3/storage',
      'Public IPv4 address hours: 730 of ipv4/hours',
      'Detailed monitoring metrics: 7 of cloudwatch/metric',
    ]);
    expect(group(properties, {}, configuration({ InstanceMonitoring: 'false' })).at(-1)).toBe(
      'Public IPv4 address hours: 730 of ipv4/hours',
    );
  });

  test.each([
    [{ LaunchTemplate: SPECIFICATION, MinSize: 4, MaxSize: 2 }, 'the minimum, 4, is above the maximum, 2'],
    [{ LaunchTemplate: SPECIFICATION, MaxSize: { Ref: 'Most' } }, 'MaxSize decides the price and is known only at deployment'],
    [{}, 'the launch template, which decides the price'],
  ])('%j cannot be priced', (properties, message) => {
    expect(() => group(properties)).toThrow(UnreadableProperty);
    expect(() => group(properties)).toThrow(message);
  });
});

describe('AWS::EKS::Nodegroup', () => {
  const nodes = (properties: Record<string, unknown>, others: Resources = {}) =>
    chargesOf({ Nodes: ['AWS::EKS::Nodegroup', { Subnets: [{ Ref: 'PrivateSubnet' }], ...properties }], ...PRIVATE, ...others }, 'Nodes');

  test('with the required properties only: two nodes of the default type and disk', () => {
    expect(nodes({})).toEqual([
      'Instance hours (t3.medium): 730 – 1460 – 1460 of ec2/t3.medium',
      'Surplus CPU credits (t3.medium): 0 of ec2/cpu-credits, assumed',
      'Volume storage (gp2, root): 20 – 40 – 40 of ebs/gp2/storage',
    ]);
  });

  test('with everything: sizes, a launch template and spot', () => {
    const template: Resources = { Template: ['AWS::EC2::LaunchTemplate', { LaunchTemplateData: { BlockDeviceMappings: [ROOT] } }] };
    const properties = {
      InstanceTypes: ['m6i.large', 'm5.large'],
      CapacityType: 'SPOT',
      ScalingConfig: { MinSize: 3, DesiredSize: 4, MaxSize: 6 },
      LaunchTemplate: { Id: { Ref: 'Template' }, Version: '1' },
    };
    expect(nodes(properties, template)).toEqual([
      'Instance hours (m6i.large, On-Demand price for Spot too): 2190 – 2920 – 4380 of ec2/m6i.large',
      'Volume storage (gp3, /dev/xvda): 90 – 120 – 180 of ebs/gp3/storage',
    ]);
  });

  // Source: AWS CloudFormation, AWS::EKS::Nodegroup, AmiType. An image type that is not in the list may include a license.
  test('is unpriced with an unknown image type', () => {
    const hours = (AmiType: string) => nodes({ AmiType, InstanceTypes: ['m5.large'] }).slice(0, 2);
    expect(hours('BOTTLEROCKET_x86_64')[0]).toBe('Instance hours (m5.large): 730 – 1460 – 1460 of ec2/m5.large');
    expect(hours('WINDOWS_CORE_2022_x86_64')[1]).toContain('ec2-license/windows');
    expect(() => hours('RHEL_9_x86_64')).toThrow('AmiType is RHEL_9_x86_64: no price of this value is known');
  });

  // Size and type are those of awslabs/amazon-eks-ami: templates/al2023/variables-default.json and template.json, and templates/al2/variables-default.json.
  test.each([
    [{}, 'Volume storage (gp3, root): 20 – 40 – 40 of ebs/gp3/storage, assumed'],
    [{ AmiType: 'AL2023_ARM_64_STANDARD' }, 'Volume storage (gp3, root): 20 – 40 – 40 of ebs/gp3/storage, assumed'],
    [{ AmiType: 'AL2_x86_64' }, 'Volume storage (gp2, root): 20 – 40 – 40 of ebs/gp2/storage, assumed'],
  ])('%j with a launch template that states no disk: the volume of the image', (properties, disk) => {
    const template: Resources = { Template: ['AWS::EC2::LaunchTemplate', { LaunchTemplateData: { EbsOptimized: true } }] };
    expect(nodes({ LaunchTemplate: { Id: { Ref: 'Template' } }, ...properties }, template)).toContain(disk);
  });
});

// Amazon EBS pricing: $0.05 per GB-month of snapshots, whichever volumes the tags of a policy select.
test('AWS::DLM::LifecyclePolicy has the snapshots of volumes that the template does not have', () => {
  const policy = [
    'AWS::DLM::LifecyclePolicy',
    { PolicyDetails: { ResourceTypes: ['VOLUME'], TargetTags: [{ Key: 'a', Value: 'b' }] } },
  ] as const;
  expect(chargesOf({ Policy: policy }, 'Policy', { Policy: { backupGb: 100 } })).toEqual([
    'Snapshot storage: 100 of ebs/snapshots, assumed',
  ]);
  const resources = { Policy: policy, Data: ['AWS::EC2::Volume', { Size: 100 }] } as const;
  expect(freeReasonOf(resources, 'Policy')).toBe('the schedule has no charge; its snapshots are billed with their volume');
});

describe('AWS::EC2::Volume', () => {
  const volume = (properties: Record<string, unknown>) => chargesOf({ Data: ['AWS::EC2::Volume', properties] }, 'Data').slice(0, -1);

  test('at its least', () => {
    expect(chargesOf({ Data: ['AWS::EC2::Volume', { Size: 100 }] }, 'Data', { Data: { backupGb: 12 } })).toEqual([
      'Volume storage (gp2): 100 of ebs/gp2/storage',
      'Snapshot storage: 12 of ebs/snapshots, assumed',
    ]);
  });

  test.each([
    [{ VolumeType: 'gp3', Iops: 3_000, Throughput: 125 }, []],
    [{ VolumeType: 'gp3', Iops: 3_001 }, ['Provisioned IOPS (gp3, over 3,000): 1 of ebs/gp3/iops']],
    [{ VolumeType: 'gp3', Throughput: 126 }, ['Provisioned throughput (gp3, over 125): 1 of ebs/gp3/throughput']],
    [{ VolumeType: 'io2', Iops: 64_000 }, ['Provisioned IOPS (io2): 64000 of ebs/io2/iops']],
    [{ VolumeType: 'st1' }, []],
    [{ VolumeType: 'standard' }, ['I/O requests (standard): 0 of ebs/standard/io, assumed']],
  ])('gp3 IOPS and throughput above the baseline, and the other types: %j', (properties, speed) => {
    expect(volume({ Size: 100, ...properties })).toEqual([
      `Volume storage (${properties.VolumeType}): 100 of ebs/${properties.VolumeType}/storage`,
      ...speed,
    ]);
  });

  test('IOPS of several io2 volumes reach the cheaper tier each by itself', () => {
    const LaunchTemplateData = {
      InstanceType: 'm5.large',
      BlockDeviceMappings: [{ DeviceName: 'a', Ebs: { VolumeSize: 8, VolumeType: 'io2', Iops: 20_000 } }],
    };
    const resources: Resources = {
      Template: ['AWS::EC2::LaunchTemplate', { LaunchTemplateData }],
      Group: [
        'AWS::AutoScaling::AutoScalingGroup',
        { MinSize: 1, MaxSize: 3, DesiredCapacity: 2, LaunchTemplate: { LaunchTemplateId: { Ref: 'Template' }, Version: '1' } },
      ],
    };
    expect(chargesOf(resources, 'Group').filter((charge) => charge.startsWith('Provisioned'))).toEqual([
      'Provisioned IOPS (io2, a): 20000 of ebs/io2/iops',
      'Provisioned IOPS (io2, a): 0 – 20000 – 20000 of ebs/io2/iops',
      'Provisioned IOPS (io2, a): 0 – 0 – 20000 of ebs/io2/iops',
    ]);
  });
});
