import type { TemplateResource } from '../../cloudformation/template-resource';
import { type Interval, mapInterval } from '../../core/interval';
import { type Charge, type PricingContext, UnreadableProperty } from '../pricer';
import { followed, pointedAt } from './following';
import { flag, object, objects, optionalText, type Properties } from './properties';
import { addressCharge } from './public-address';
import { hoursOf, ofEach, usageCharge } from './quantities';
import { volumeCharges } from './volumes';

/** What decides the price of machines that are alike. */
export interface Machine {
  /** Instance type. */
  readonly instanceType: string;
  /** Whether a burstable type may run above its baseline, for a charge. */
  readonly unlimited: boolean;
  /** Whether CloudWatch records metrics every minute, for a charge. */
  readonly detailedMonitoring: boolean;
  /** Undefined: the subnet decides. */
  readonly publicAddress?: boolean;
  /** How many of these machines have an Elastic IP in place of the address that they start with; it is billed itself. Default: none. */
  readonly elasticIps?: number;
  /** Block device mappings. */
  readonly blockDevices: readonly Properties[];
  /** Said in the name, where the price is not exactly what is run. */
  readonly note?: string;
}

const BURSTABLE = /^t\d/;
/** T2 starts in standard mode, all later burstable types in unlimited mode. Source: Amazon EC2 user guide, burstable performance instances. */
const UNLIMITED_BY_DEFAULT = /^t(?!2\.)\d/;
/** Types with GPUs: G and P, whatever their generation. */
const WITH_GPU = /^(?:g|gr|p)\d/;

/** Metrics of a machine that detailed monitoring bills. Source: infracost's instance tests of 2025-07. */
const DETAILED_METRICS = 7;

/** What machines cost in a month, with their disks, addresses and metrics. */
export function machineCharges(resource: TemplateResource, machine: Machine, count: Interval, context: PricingContext): readonly Charge[] {
  const { instanceType, unlimited, detailedMonitoring, publicAddress = false, elasticIps = 0, blockDevices, note } = machine;
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
  const started = mapInterval(count, (machines) => Math.max(0, machines - elasticIps));
  return started.high === 0 ? [] : [addressCharge(started)];
}

/** Every machine has a disk: without a block device that says so, the one of its image. */
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

/** What a machine's own properties say, over those of the launch template that it is made from. */
export function machineOf(own: Properties, template: Properties): Machine {
  const instanceType = optionalText(own, 'InstanceType') ?? optionalText(template, 'InstanceType');
  if (instanceType === undefined) throw new UnreadableProperty('InstanceType is missing, and it decides the price');
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

/** A machine's own block devices come on top of the template's, and take the place of those with the same name. */
function devicesOf(own: Properties, template: Properties): readonly Properties[] {
  const devices = objects(own, 'BlockDeviceMappings');
  const names = new Set(devices.map((device) => device.DeviceName));
  return [...devices, ...objects(template, 'BlockDeviceMappings').filter((device) => !names.has(device.DeviceName))];
}

/** Throws an UnreadableProperty for dedicated tenancy, whose prices are unknown. */
export function requireSharedTenancy(tenancy: string | undefined): void {
  if (tenancy !== undefined && tenancy !== 'default') {
    throw new UnreadableProperty(`Tenancy is ${tenancy}: only prices of shared tenancy are known`);
  }
}

/** Whether a burstable type runs in unlimited mode. */
export function isUnlimited(instanceType: string, credits: string | undefined): boolean {
  return credits === undefined ? UNLIMITED_BY_DEFAULT.test(instanceType) : credits.toLowerCase() === 'unlimited';
}

/** An instance spells it CPUCredits, a launch template CpuCredits. */
function creditsOf(properties: Properties): string | undefined {
  const credits = object(properties, 'CreditSpecification');
  return optionalText(credits, 'CPUCredits') ?? optionalText(credits, 'CpuCredits');
}

/** A flag of an instance, an object with one of a launch template. */
function monitoringOf(properties: Properties): boolean | undefined {
  const { Monitoring: monitoring } = properties;
  if (monitoring === undefined) return undefined;
  return typeof monitoring === 'object' ? flag(object(properties, 'Monitoring'), 'Enabled', false) : flag(properties, 'Monitoring', false);
}

function addressOf(properties: Properties): boolean | undefined {
  const interfaces = objects(properties, 'NetworkInterfaces').filter((each) => each.AssociatePublicIpAddress !== undefined);
  return interfaces.length === 0 ? undefined : interfaces.some((each) => flag(each, 'AssociatePublicIpAddress', false));
}

/** What a launch template says, found by reference or name. Throws an UnreadableProperty when it isn't in the template. */
export function launchTemplateData(specification: Properties, context: PricingContext): Properties {
  const template =
    followed(specification.LaunchTemplateId, context) ??
    pointedAt(specification, 'LaunchTemplateName', { type: 'AWS::EC2::LaunchTemplate', nameKey: 'LaunchTemplateName' }, context);
  if (template?.type === 'AWS::EC2::LaunchTemplate') return object(template.properties, 'LaunchTemplateData');
  throw new UnreadableProperty('the launch template, which decides the price, is not in this template');
}
