import type { TemplateResource } from '../../cloudformation/template-resource';
import { type FreeReason, noCharge } from '../../core/free-reason';
import type { Interval } from '../../core/interval';
import type { Charge, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { type InstanceSettings, instanceCharges, instanceSettings, launchTemplateData, SPOT_NOTE } from './instance';
import { instancesFor, type MixedTypes, mixedHours } from './mixed-instances';
import { object, objects, optionalNumber, optionalText, type Properties } from './properties';
import { addressIn } from './public-address';

/** Instances that a fleet may launch. */
export interface FleetPool {
  /** Settings of one instance. */
  readonly settings: InstanceSettings;
  /** Units of the capacity of the fleet that an instance provides. */
  readonly weight: number;
  /** Subnets; none: as the launch template states, otherwise those of the default VPC. */
  readonly subnets: readonly unknown[];
}

/** Pools of a fleet, how much of them it launches, and whether on Spot capacity. */
export interface Fleet {
  /** Pools, the first of them the expected one. */
  readonly pools: readonly FleetPool[];
  /** Capacity in units. */
  readonly capacity: Interval;
  /** Whether a part of the capacity may run on Spot. */
  readonly mayRunOnSpot: boolean;
}

/** Charges of a fleet: low is the cheapest of its instance types for the capacity, mid the first, high the most expensive. */
export function fleetCharges(
  resource: TemplateResource,
  { pools, capacity, mayRunOnSpot }: Fleet,
  context: PricingContext,
): readonly Charge[] {
  if (capacity.high === 0) return [];
  const [first, ...others] = pools;
  if (first === undefined) throw new UnreadableProperty({ kind: 'missing', property: 'LaunchTemplateConfigs' });
  if (others.some(({ settings }) => partsOf(settings) !== partsOf(first.settings))) {
    throw new UnreadableProperty({ kind: 'chosen-by-aws', property: 'LaunchTemplateConfigs', by: 'aws' });
  }
  const types: MixedTypes = [typeOf(first), ...others.map(typeOf)];
  const subnets = pools.flatMap((pool) => pool.subnets);
  const publicAddress = first.settings.publicAddress ?? addressIn(subnets, context);
  const settings = { ...first.settings, publicAddress, ...(mayRunOnSpot && { note: SPOT_NOTE }) };
  return mixedHours(instanceCharges(resource, settings, instancesFor(capacity, types), context), types, capacity, context);
}

/** Why a fleet without capacity has no charge. */
export function emptyFleetReason({ high }: Interval): FreeReason | undefined {
  return high === 0 ? noCharge('empty-scaling-groups') : undefined;
}

/** A pool for each override of each launch template. */
export function launchTemplatePools(properties: Properties, context: PricingContext): readonly FleetPool[] {
  return objects(properties, 'LaunchTemplateConfigs').flatMap((config) => {
    const template = launchTemplateData(object(config, 'LaunchTemplateSpecification'), context);
    const overrides = objects(config, 'Overrides');
    requireStatedTypes([template, ...overrides]);
    return (overrides.length === 0 ? [{}] : overrides).map((override) =>
      fleetPool(override, instanceSettings(override, template, context)),
    );
  });
}

/** The pool of an override or a launch specification. Throws an UnreadableProperty where AWS chooses the instance type. */
export function fleetPool(launched: Properties, settings: InstanceSettings): FleetPool {
  const weight = optionalNumber(launched, 'WeightedCapacity') ?? 1;
  if (weight === 0) {
    throw new UnreadableProperty({ kind: 'invalid', property: 'WeightedCapacity', shown: '0', expected: 'positive-number' });
  }
  return { settings, weight, subnets: subnetsOf(launched.SubnetId) };
}

/** Throws an UnreadableProperty for instances by their vCPUs and memory, of which AWS chooses the type. */
export function requireStatedTypes(launched: readonly Properties[]): void {
  if (launched.some(({ InstanceRequirements }) => InstanceRequirements !== undefined)) {
    throw new UnreadableProperty({ kind: 'chosen-by-aws', property: 'InstanceRequirements', by: 'aws' });
  }
}

/** Throws an UnreadableProperty for a capacity in vCPUs or memory, which has as many instances as AWS chooses. */
export function requireUnits(target: Properties): void {
  if ((optionalText(target, 'TargetCapacityUnitType') ?? 'units') !== 'units') {
    throw new UnreadableProperty({ kind: 'chosen-by-aws', property: 'TargetCapacityUnitType', by: 'aws' });
  }
}

/** A launch specification may list several subnets: `subnet-1, subnet-2`. Source: Amazon EC2 API, SpotFleetLaunchSpecification. */
function subnetsOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? value.split(',').map((subnet) => subnet.trim()) : [value];
}

function typeOf({ settings: { instanceType }, weight }: FleetPool) {
  return { instanceType, weight };
}

/** Parts of an instance that have charges besides its hours. */
function partsOf({ license, blockDevices, detailedMonitoring }: InstanceSettings): string {
  return JSON.stringify({ license, blockDevices, detailedMonitoring });
}
