import type { TemplateResource } from '../../cloudformation/template-resource';
import { type Interval, mapInterval } from '../../core/interval';
import type { Charge, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { followed, pointedAt } from './following';
import { flag, object, objects, optionalText, type Properties } from './properties';
import { addressCharge } from './public-address';
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
  /** Whether an instance gets a public IPv4 address. Default: what the subnet assigns. */
  readonly publicAddress?: boolean;
  /** Number of these instances that replace their public address with an Elastic IP, which is priced as its own resource. Default: 0. */
  readonly elasticIps?: number;
  /** Block device mappings. */
  readonly blockDevices: readonly Properties[];
  /** Added to the name of the line where the price is not exactly that of what runs. Default: none. */
  readonly note?: string;
}

const BURSTABLE = /^t\d/;
/** T2 starts in standard mode, all later burstable types in unlimited mode. Source: Amazon EC2 user guide, burstable performance instances. */
const UNLIMITED_BY_DEFAULT = /^t(?!2\.)\d/;
/** Types with GPUs: G and P, whatever their generation. */
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
  const { instanceType, unlimited, detailedMonitoring, publicAddress = false, elasticIps = 0, blockDevices, note } = settings;
  const group = WITH_GPU.test(instanceType) ? 'gpu' : 'compute';
  const details = note === undefined ? [instanceType] : [instanceType, note];
  const credits = {
    kind: 'cpu-credit-vcpu-hours',
    details: [instanceType],
    sku: 'ec2/cpu-credits',
    group,
    key: 'surplusCreditVcpuHours',
  } as const;
  return [
    { kind: 'instance-hours', details, sku: `ec2/${instanceType}`, quantity: hoursOf(count), group },
    ...(BURSTABLE.test(instanceType) && unlimited ? [usageCharge(resource, context, credits)] : []),
    ...diskCharges(resource, blockDevices, count, context),
    ...(publicAddress ? addressCharges(count, elasticIps) : []),
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

function addressCharges(count: Interval, elasticIps: number): readonly Charge[] {
  const started = mapInterval(count, (instances) => Math.max(0, instances - elasticIps));
  return started.high === 0 ? [] : [addressCharge(started)];
}

/** Every instance has a root volume: without block device mappings, the one of its image. */
function diskCharges(
  resource: TemplateResource,
  devices: readonly Properties[],
  count: Interval,
  context: PricingContext,
): readonly Charge[] {
  const disks = devices.filter((device) => device.Ebs !== undefined && device.NoDevice === undefined);
  if (disks.length === 0) return volumeCharges(resource, { properties: {}, sizeKey: 'VolumeSize', label: 'root', count }, context);
  return disks.flatMap((device) =>
    volumeCharges(
      resource,
      { properties: object(device, 'Ebs'), sizeKey: 'VolumeSize', label: optionalText(device, 'DeviceName') ?? 'disk', count },
      context,
    ),
  );
}

/**
 * Settings of an instance: its own properties override those of its launch template. Throws an UnreadableProperty without
 * an instance type, and for dedicated tenancy.
 */
export function instanceSettings(own: Properties, template: Properties): InstanceSettings {
  const instanceType = optionalText(own, 'InstanceType') ?? optionalText(template, 'InstanceType');
  if (instanceType === undefined) throw new UnreadableProperty({ kind: 'missing', property: 'InstanceType' });
  requireSharedTenancy(optionalText(own, 'Tenancy') ?? optionalText(object(template, 'Placement'), 'Tenancy'));
  const address = addressOf(own) ?? addressOf(template);
  return {
    instanceType,
    unlimited: isUnlimited(instanceType, creditsOf(own) ?? creditsOf(template)),
    detailedMonitoring: monitoringOf(own) ?? monitoringOf(template) ?? false,
    ...(address !== undefined && { publicAddress: address }),
    blockDevices: devicesOf(own, template),
  };
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

function addressOf(properties: Properties): boolean | undefined {
  const interfaces = objects(properties, 'NetworkInterfaces').filter((each) => each.AssociatePublicIpAddress !== undefined);
  return interfaces.length === 0 ? undefined : interfaces.some((each) => flag(each, 'AssociatePublicIpAddress', false));
}

/** Data of a launch template, found by reference or name. Throws an UnreadableProperty when it is not in the template. */
export function launchTemplateData(specification: Properties, context: PricingContext): Properties {
  const template =
    followed(specification.LaunchTemplateId, context) ??
    pointedAt(specification, 'LaunchTemplateName', { type: 'AWS::EC2::LaunchTemplate', nameKey: 'LaunchTemplateName' }, context);
  if (template?.type === 'AWS::EC2::LaunchTemplate') return object(template.properties, 'LaunchTemplateData');
  throw new UnreadableProperty({ kind: 'outside-template', resource: 'launch-template' });
}
