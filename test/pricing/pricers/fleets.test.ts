import { describe, expect, test } from 'vitest';
import { UnreadableProperty } from '../../../lib/pricing/property-problem';
import { chargesOf, freeReasonOf, type Resources } from '../../support/charges';

const SUBNETS: Resources = {
  PrivateSubnet: ['AWS::EC2::Subnet', {}],
  PublicSubnet: ['AWS::EC2::Subnet', { MapPublicIpOnLaunch: true }],
};

const SPECIFICATION = { LaunchTemplateId: { Ref: 'Template' }, Version: '1' };

const template = (data: Record<string, unknown>): Resources => ({
  Template: ['AWS::EC2::LaunchTemplate', { LaunchTemplateData: data }],
});

const DISK = { DeviceName: '/dev/xvda', Ebs: { VolumeSize: 30, VolumeType: 'gp3' } };

describe('AWS::EC2::EC2Fleet', () => {
  const fleet = (target: Record<string, unknown>, overrides: readonly object[] = [], data: Record<string, unknown> = {}) => {
    const config = { LaunchTemplateSpecification: SPECIFICATION, ...(overrides.length > 0 && { Overrides: overrides }) };
    const properties = { TargetCapacitySpecification: target, LaunchTemplateConfigs: [config] };
    const launched = { InstanceType: 'c6i.large', BlockDeviceMappings: [DISK], ...data };
    return { Fleet: ['AWS::EC2::EC2Fleet', properties], ...template(launched), ...SUBNETS } as Resources;
  };

  test('on demand in a private subnet', () => {
    const target = { TotalTargetCapacity: 3, DefaultTargetCapacityType: 'on-demand' };
    expect(chargesOf(fleet(target, [{ SubnetId: { Ref: 'PrivateSubnet' } }]), 'Fleet')).toEqual([
      'Instance hours (c6i.large): 2190 of ec2/c6i.large',
      'Volume storage (gp3, /dev/xvda): 90 of ebs/gp3/storage',
    ]);
  });

  test('a part of it on Spot, in a public subnet', () => {
    const target = { TotalTargetCapacity: 2, OnDemandTargetCapacity: 1, SpotTargetCapacity: 1, DefaultTargetCapacityType: 'on-demand' };
    expect(chargesOf(fleet(target, [{ SubnetId: { Ref: 'PublicSubnet' } }]), 'Fleet')).toEqual([
      'Instance hours (c6i.large, On-Demand price for Spot too): 1460 of ec2/c6i.large',
      'Volume storage (gp3, /dev/xvda): 60 of ebs/gp3/storage',
      'Public IPv4 address hours: 1460 of ipv4/hours',
    ]);
  });

  // Amazon EC2 user guide, "Use instance weighting": a target of 20 with instances of 6 units launches 4, because 20 / 6 is rounded up.
  // m5.2xlarge costs $0.384 an hour and r5.large $0.126: per unit, 6 units of the first cost less than 1 unit of the second.
  test('of several types by their weights', () => {
    const overrides = [
      { InstanceType: 'r5.large', WeightedCapacity: 1, SubnetId: { Ref: 'PrivateSubnet' } },
      { InstanceType: 'm5.2xlarge', WeightedCapacity: 6, SubnetId: { Ref: 'PrivateSubnet' } },
    ];
    const target = { TotalTargetCapacity: 20, DefaultTargetCapacityType: 'spot' };
    expect(chargesOf(fleet(target, overrides), 'Fleet').slice(0, 2)).toEqual([
      'Instance hours (r5.large, On-Demand price for Spot too): 0 – 14600 – 14600 of ec2/r5.large',
      'Instance hours (m5.2xlarge, On-Demand price for Spot too): 2920 – 0 – 0 of ec2/m5.2xlarge',
    ]);
  });

  test('without capacity has no charge', () => {
    const resources = fleet({ TotalTargetCapacity: 0 });
    expect(chargesOf(resources, 'Fleet')).toEqual([]);
    expect(freeReasonOf(resources, 'Fleet')).toBe('starts no instance: its maximum size is 0');
  });

  test.each([
    ['by their memory', { TotalTargetCapacity: 2, TargetCapacityUnitType: 'memory-mib' }, []],
    ['by their requirements', { TotalTargetCapacity: 2 }, [{ InstanceRequirements: { VCpuCount: { Min: 2 } } }]],
    ['of Capacity Blocks', { TotalTargetCapacity: 2, DefaultTargetCapacityType: 'capacity-block' }, []],
    ['without weight', { TotalTargetCapacity: 2 }, [{ WeightedCapacity: 0 }]],
    ['with other disks', { TotalTargetCapacity: 2 }, [{}, { BlockDeviceMappings: [{ ...DISK, Ebs: { VolumeSize: 90 } }] }]],
  ])('instances %s are unpriced', (_what, target, overrides) => {
    expect(() => chargesOf(fleet(target, overrides), 'Fleet')).toThrow(UnreadableProperty);
  });
});

describe('AWS::EC2::SpotFleet', () => {
  const spot = (request: Record<string, unknown>, others: Resources = {}) =>
    chargesOf({ Fleet: ['AWS::EC2::SpotFleet', { SpotFleetRequestConfigData: request }], ...SUBNETS, ...others }, 'Fleet');

  // Amazon EC2 API, SpotFleetLaunchSpecification: "To specify multiple subnets, separate them using commas".
  test('of launch specifications', () => {
    const specification = { ImageId: 'ami-1', Monitoring: { Enabled: true }, BlockDeviceMappings: [DISK], SubnetId: 'subnet-1, subnet-2' };
    expect(spot({ TargetCapacity: 2, LaunchSpecifications: [{ InstanceType: 'c6i.large', ...specification }] })).toEqual([
      'Instance hours (c6i.large, On-Demand price for Spot too, Linux assumed): 1460 of ec2/c6i.large',
      'Volume storage (gp3, /dev/xvda): 60 of ebs/gp3/storage',
      'Public IPv4 address hours (if the subnet assigns them): 0 – 0 – 1460 of ipv4/hours',
      'Detailed monitoring metrics: 14 of cloudwatch/metric',
    ]);
  });

  test('of launch templates, with a scalable target', () => {
    const scaling: Resources = {
      Scaling: [
        'AWS::ApplicationAutoScaling::ScalableTarget',
        {
          ResourceId: { 'Fn::Join': ['/', ['spot-fleet-request', { Ref: 'Fleet' }]] },
          ScalableDimension: 'ec2:spot-fleet-request:TargetCapacity',
          MinCapacity: 0,
          MaxCapacity: 5,
        },
      ],
    };
    const request = { TargetCapacity: 1, LaunchTemplateConfigs: [{ LaunchTemplateSpecification: SPECIFICATION }] };
    const data = { InstanceType: 'c6i.large', NetworkInterfaces: [{ AssociatePublicIpAddress: false }], BlockDeviceMappings: [DISK] };
    expect(spot(request, { ...template(data), ...scaling })).toEqual([
      'Instance hours (c6i.large, On-Demand price for Spot too): 0 – 730 – 3650 of ec2/c6i.large',
      'Volume storage (gp3, /dev/xvda): 0 – 30 – 150 of ebs/gp3/storage',
    ]);
  });
});
