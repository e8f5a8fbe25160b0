import type { TemplateResource } from '../../cloudformation/template-resource';
import { isBurstable } from '../../core/burstable';
import { type Interval, mapInterval } from '../../core/interval';
import type { Charge, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { requireNoOptimizationFee } from './ebs-optimization';
import { followed, pointedAt } from './following';
import { assumedRootGb, isLinuxAssumed, isRootDevice, licenseOf, rootVolumeType } from './image';
import { type License, licenseCharge } from './license';
import { flag, isProperties, object, objects, optionalNumber, optionalText, type Properties, shownValue } from './properties';
import { addressCharge, addressIn, type PublicAddress } from './public-address';
import { hoursOf, ofEach, usageCharge } from './quantities';
import { volumeCharges } from './volumes';

/** The properties of one or more identical EC2 instances that decide their price. */
export interface InstanceSettings {
  /** Instance type. */
  readonly instanceType: string;
  /** Whether a burstable type may run above its baseline, for a charge. */
  readonly unlimited: boolean;
  /** Whether CloudWatch records metrics every minute, for a charge. */
  readonly detailedMonitoring: boolean;
  /** Whether an instance gets a public IPv4 address; `unknown` when the subnet decides it and is not in the template. Default: as the subnet does. */
  readonly publicAddress?: PublicAddress;
  /** Number of these instances that replace their public address with an Elastic IP, which is priced as its own resource. Default: 0. */
  readonly elasticIps?: number;
  /** Block device mappings. */
  readonly blockDevices: readonly Properties[];
  /** Image: an AMI id, or a function. Default: an image of AWS for Linux. */
  readonly image?: unknown;
  /** License that the image includes. Default: none. */
  readonly license?: License;
  /** Whether the template does not show that the image is one of Linux. Default: false. */
  readonly isLinuxAssumed?: boolean;
  /** vCPUs that the template enables. Default: all that the instance type has. */
  readonly vcpus?: number;
  /** Added to the name of the line where the price is not exactly that of the instance that runs, or its type is a default. Default: none. */
  readonly note?: string;
}

/** T2 starts in standard mode, all later burstable types in unlimited mode. Source: Amazon EC2 user guide, burstable performance instances. */
const UNLIMITED_BY_DEFAULT = /^t(?!2\.)\d/;
/** Note of instances whose image may be one of another operating system. */
const LINUX_NOTE = 'Linux assumed';
/** Note of an instance type that no template states. */
const DEFAULT_NOTE = 'the default of EC2';
/** Types with GPUs: G and P, regardless of their generation. */
const WITH_GPU = /^(?:g|gr|p)\d/;

/** Number of metrics that detailed monitoring charges for each instance. Source: infracost's instance tests of 2025-07. */
const DETAILED_METRICS = 7;

/** Charges of instances: hours, CPU credits, volumes, public addresses and detailed monitoring. */
export function instanceCharges(
  resource: TemplateResource,
  settings: InstanceSettings,
  count: Interval,
  context: PricingContext,
): readonly Charge[] {
  const { instanceType, unlimited, detailedMonitoring, publicAddress = 'no', elasticIps = 0, license, vcpus, note } = settings;
  const isAssumed = license === undefined && settings.isLinuxAssumed === true;
  const group = WITH_GPU.test(instanceType) ? 'gpu' : 'compute';
  const details = [instanceType, ...(note === undefined ? [] : [note]), ...(isAssumed ? [LINUX_NOTE] : [])];
  const credits = {
    kind: 'cpu-credit-vcpu-hours',
    details: [instanceType],
    sku: 'ec2/cpu-credits',
    group,
    key: 'surplusCreditVcpuHours',
  } as const;
  return [
    { kind: 'instance-hours', details, sku: `ec2/${instanceType}`, quantity: hoursOf(count), group },
    ...(license === undefined ? [] : [licenseCharge({ license, instanceType, ...(vcpus !== undefined && { vcpus }) }, count, context)]),
    ...(isBurstable(instanceType) && unlimited ? [usageCharge(resource, context, credits)] : []),
    ...diskCharges(resource, settings, count, context),
    ...(publicAddress === 'no' ? [] : addressCharges(count, elasticIps, publicAddress)),
    ...(detailedMonitoring
      ? [
          {
            kind: 'detailed-monitoring-metrics',
            sku: 'cloudwatch/metric',
            quantity: ofEach(count, DETAILED_METRICS),
            group: 'observability and security',
          } as const,
        ]
      : []),
  ];
}

/** An address that may not exist is included in high only. */
function addressCharges(count: Interval, elasticIps: number, publicAddress: 'yes' | 'unknown'): readonly Charge[] {
  const started = mapInterval(count, (instances) => Math.max(0, instances - elasticIps));
  if (started.high === 0) return [];
  if (publicAddress === 'yes') return [addressCharge(started)];
  return [addressCharge({ low: 0, mid: 0, high: started.high }, ['if the subnet assigns them'])];
}

/** Every instance has a root volume: without a block device mapping of it, the one of its image. */
function diskCharges(resource: TemplateResource, settings: InstanceSettings, count: Interval, context: PricingContext): readonly Charge[] {
  const { blockDevices, image } = settings;
  const assumedGb = assumedRootGb(settings, context);
  const disks = blockDevices.filter((device) => device.Ebs !== undefined && device.NoDevice === undefined);
  const typeOfImage = rootVolumeType(image, context);
  const ofImage = { DeviceName: 'root', Ebs: { ...(typeOfImage !== undefined && { VolumeType: typeOfImage }) } };
  const root = disks.some(isRootDevice) ? [] : [ofImage];
  return [...root, ...disks].flatMap((device) => {
    const properties = object(device, 'Ebs');
    const isOfImage = isRootDevice(device) && properties.SnapshotId === undefined;
    return volumeCharges(
      resource,
      {
        properties,
        sizeKey: 'VolumeSize',
        label: optionalText(device, 'DeviceName') ?? 'disk',
        count,
        ...(isOfImage && assumedGb !== undefined && { assumedGb }),
      },
      context,
    );
  });
}

/**
 * Settings of an instance: its own properties override those of its launch template. Throws an UnreadableProperty without
 * an instance type where there is no `otherwise`, for dedicated tenancy and hosts, and for operating systems without a price.
 */
export function instanceSettings(own: Properties, template: Properties, context: PricingContext, otherwise?: string): InstanceSettings {
  const stated = optionalText(own, 'InstanceType') ?? optionalText(template, 'InstanceType');
  const instanceType = stated ?? otherwise;
  if (instanceType === undefined) throw new UnreadableProperty({ kind: 'missing', property: 'InstanceType' });
  requireSharedTenancy(optionalText(own, 'Tenancy') ?? optionalText(object(template, 'Placement'), 'Tenancy'));
  requireNoHost(own);
  requireNoHost(object(template, 'Placement'));
  requireNoOptimizationFee(instanceType, own, template);
  const image = own.ImageId ?? template.ImageId;
  const system = { ImageId: image, UserData: own.UserData ?? template.UserData };
  const license = licenseOf(system, context);
  const vcpus = enabledVcpus(own) ?? enabledVcpus(template);
  const address = addressOf(own, context) ?? addressOf(template, context);
  return {
    ...(image !== undefined && { image }),
    ...(license !== undefined && { license }),
    isLinuxAssumed: isLinuxAssumed(system, context),
    ...(vcpus !== undefined && { vcpus }),
    ...(stated === undefined && { note: DEFAULT_NOTE }),
    ...(isSpot(template) && { note: SPOT_NOTE }),
    instanceType,
    unlimited: isUnlimited(instanceType, creditsOf(own) ?? creditsOf(template)),
    detailedMonitoring: monitoringOf(own) ?? monitoringOf(template) ?? false,
    ...(address !== undefined && { publicAddress: address }),
    blockDevices: devicesOf(own, template),
  };
}

/** vCPUs that `CpuOptions` enable, which decide the charge of a license. Source: Amazon EC2 user guide, "Optimize CPUs". */
function enabledVcpus(properties: Properties): number | undefined {
  const options = object(properties, 'CpuOptions');
  const [cores, threads] = [optionalNumber(options, 'CoreCount'), optionalNumber(options, 'ThreadsPerCore')];
  return cores === undefined || threads === undefined ? undefined : cores * threads;
}

/** Block devices of an instance are added to those of its launch template, and replace those with the same name. */
function devicesOf(own: Properties, template: Properties): readonly Properties[] {
  const devices = objects(own, 'BlockDeviceMappings');
  const names = new Set(devices.map((device) => device.DeviceName));
  return [...devices, ...objects(template, 'BlockDeviceMappings').filter((device) => !names.has(device.DeviceName))];
}

/** Throws an UnreadableProperty for dedicated tenancy, whose prices are unknown. */
export function requireSharedTenancy(tenancy: string | undefined): void {
  if (tenancy !== undefined && tenancy !== 'default') {
    throw new UnreadableProperty({ kind: 'unlisted-value', property: 'Tenancy', value: tenancy, known: 'shared-tenancy' });
  }
}

/** Instances on a Dedicated Host are billed by the host. Source: Amazon EC2 user guide, Dedicated Hosts pricing and billing. */
const HOST_KEYS = ['HostId', 'HostResourceGroupArn', 'Affinity'] as const;

function requireNoHost(placement: Properties): void {
  for (const property of HOST_KEYS) {
    const value = placement[property];
    if (value === undefined || value === 'default') continue;
    throw new UnreadableProperty({ kind: 'unlisted-value', property, value: shownValue(value), known: 'shared-tenancy' });
  }
}

/** Detail of lines of instances that may run on Spot capacity: the price is that of On-Demand capacity, an upper bound. */
export const SPOT_NOTE = 'On-Demand price for Spot too';

function isSpot(template: Properties): boolean {
  const options = template.InstanceMarketOptions;
  return isProperties(options) && options.MarketType === 'spot';
}

/** Whether a burstable type runs in unlimited mode. */
export function isUnlimited(instanceType: string, credits: string | undefined): boolean {
  return credits === undefined ? UNLIMITED_BY_DEFAULT.test(instanceType) : credits.toLowerCase() === 'unlimited';
}

/** The property is `CPUCredits` in an instance and `CpuCredits` in a launch template. */
function creditsOf(properties: Properties): string | undefined {
  const credits = object(properties, 'CreditSpecification');
  return optionalText(credits, 'CPUCredits') ?? optionalText(credits, 'CpuCredits');
}

/** `Monitoring` is a flag in an instance, and an object with a flag in a launch template. */
function monitoringOf(properties: Properties): boolean | undefined {
  const { Monitoring: monitoring } = properties;
  if (monitoring === undefined) return undefined;
  return typeof monitoring === 'object' ? flag(object(properties, 'Monitoring'), 'Enabled', false) : flag(properties, 'Monitoring', false);
}

/** Whether the network interfaces assign a public address; undefined when the subnet of the instance decides it. */
function addressOf(properties: Properties, context: PricingContext): PublicAddress | undefined {
  const interfaces = objects(properties, 'NetworkInterfaces');
  const stated = interfaces.filter((each) => each.AssociatePublicIpAddress !== undefined);
  if (stated.length > 0) return stated.some((each) => flag(each, 'AssociatePublicIpAddress', false)) ? 'yes' : 'no';
  // An instance with an existing network interface has the addresses of that interface.
  if (interfaces.some((each) => each.NetworkInterfaceId !== undefined)) return 'no';
  const subnets = interfaces.flatMap((each) => each.SubnetId ?? []);
  return subnets.length === 0 ? undefined : addressIn(subnets, context);
}

/** Data of a launch template, found by reference or name. Throws an UnreadableProperty when it is not in the template. */
export function launchTemplateData(specification: Properties, context: PricingContext): Properties {
  const template =
    followed(specification.LaunchTemplateId, context) ??
    pointedAt(specification, 'LaunchTemplateName', { type: 'AWS::EC2::LaunchTemplate', nameKey: 'LaunchTemplateName' }, context);
  if (template?.type === 'AWS::EC2::LaunchTemplate') return object(template.properties, 'LaunchTemplateData');
  throw new UnreadableProperty({ kind: 'outside-template', resource: 'launch-template' });
}
