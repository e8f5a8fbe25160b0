import { combineIntervals, type Interval, mapInterval } from '../../core/interval';
import type { Charge, Counted, SourcedQuantity, UsageContext } from '../pricer';
import { hoursOf, ONE_MONTH_HOURS } from './quantities';

const GROUP = 'network and balancer';

/** Types of load balancers of Elastic Load Balancing v2. */
export const BALANCER_TYPES = ['application', 'network', 'gateway'] as const;
/** Type of a load balancer. */
export type BalancerType = (typeof BALANCER_TYPES)[number];

/** Whether a string is a type of load balancer. */
export function isBalancerType(text: string): text is BalancerType {
  return BALANCER_TYPES.some((type) => type === text);
}

/** Capacity of one load balancer capacity unit (LCU) in each dimension. Source: Elastic Load Balancing pricing, July 2025; NLB as for TCP. */
interface CapacityUnit {
  readonly newConnectionsPerSecond: number;
  readonly activeConnections: number;
  readonly processedGbPerHour: number;
}
const CAPACITY_UNITS: Readonly<Record<BalancerType, CapacityUnit>> = {
  application: { newConnectionsPerSecond: 25, activeConnections: 3_000, processedGbPerHour: 1 },
  network: { newConnectionsPerSecond: 800, activeConnections: 100_000, processedGbPerHour: 1 },
  gateway: { newConnectionsPerSecond: 600, activeConnections: 60_000, processedGbPerHour: 1 },
};
const DIMENSIONS = ['newConnectionsPerSecond', 'activeConnections', 'processedGbPerHour'] as const;

/** Rules for each request that are not counted, and counted rules/s in one unit. Source: the same pricing page. */
const FREE_RULES = 10;
const RULE_EVALUATIONS_PER_SECOND = 1_000;

/** The properties of a load balancer that decide its price. */
export interface Balancer {
  /** Type of the load balancer. */
  readonly type: BalancerType;
  /** Rules that an application load balancer evaluates for a request. */
  readonly rules: number;
}

/** Load balancer hours, and capacity units by the dimension that needs the most. */
export function balancerCharges(counted: Counted, { type, rules }: Balancer, context: UsageContext): readonly Charge[] {
  return [
    { kind: 'load-balancer-hours', details: [type], sku: `elb/${type}/hours`, quantity: ONE_MONTH_HOURS, group: GROUP },
    capacityCharge(counted, type, rules, context),
  ];
}

function capacityCharge(counted: Counted, type: BalancerType, rules: number, context: UsageContext): Charge {
  const dimensions = [
    ...DIMENSIONS.map((key) => {
      const { quantity, assumption, isDeclared } = context.usage(counted, key);
      return { units: mapInterval(quantity, (value) => value / CAPACITY_UNITS[type][key]), assumption, isDeclared };
    }),
    ...ruleDimension(counted, rules - FREE_RULES, context),
  ];
  const units = dimensions.map((dimension) => dimension.units).reduce((most, next) => combineIntervals(most, next, Math.max));
  return {
    kind: 'load-balancer-capacity-units',
    details: [type],
    sku: `elb/${type}/lcu`,
    quantity: hoursOf(units),
    group: GROUP,
    assumption: { kind: 'maximum', of: dimensions.map(({ assumption }) => assumption) },
    excludesUsage: dimensions.some(({ isDeclared }) => !isDeclared),
  };
}

/** Capacity units that one dimension needs. */
interface DimensionUnits extends Pick<SourcedQuantity, 'assumption' | 'isDeclared'> {
  readonly units: Interval;
}

function ruleDimension(counted: Counted, evaluated: number, context: UsageContext): readonly DimensionUnits[] {
  if (evaluated <= 0) return [];
  const { quantity, assumption, isDeclared } = context.usage(counted, 'requestsPerSecond');
  return [{ units: mapInterval(quantity, (value) => (value * evaluated) / RULE_EVALUATIONS_PER_SECOND), assumption, isDeclared }];
}
