import type { UsageKey, UsageQuantity } from '../../contract/usage';
import { certain, type Interval, mapInterval } from '../../core/interval';
import { rounded } from '../../core/number-format';
import { DAYS_PER_MONTH } from '../../core/time';
import type { Tier } from '../../model/tier';
import type { Traffic } from '../../model/workload';
import type { ResolvedOptions } from '../blueprint';
import type { ResolvedComponent, ResolvedService } from '../resolved-component';

/** Calls that use the same bit rate. */
export interface CallKind {
  /** Calls at the same time, on average over the month. */
  readonly calls: Interval;
  /** Bit rate of one call in each direction, in kbit/s. */
  readonly kilobitsPerSecond: number;
}

/** What operations transfer besides HTTP requests and responses. */
export interface FactsOfTransfers {
  /** Calls by operation. */
  readonly callKinds: readonly CallKind[];
  /** All calls at the same time, on average over the month. */
  readonly calls: Interval;
  /** Bit rate of all calls in each direction, in kbit/s, on average over the month. */
  readonly callKilobitsPerSecond: Interval;
  /** Uploaded files per month. */
  readonly uploadsPerMonth: Interval;
  /** Uploaded data per month, in MiB. */
  readonly uploadedMibPerMonth: Interval;
}

/** Input of the derivation of usage. */
export interface Facts extends FactsOfTransfers {
  /** The tier. */
  readonly tier: Tier;
  /** Platform of the services. */
  readonly platform: ResolvedOptions['platform'];
  /** How data stores run. */
  readonly dataStores: ResolvedOptions['dataStores'];
  /** Traffic assumptions of the system. */
  readonly traffic: Traffic;
  /** Resolved components by id. */
  readonly components: Readonly<Record<string, ResolvedComponent>>;
  /** Average requests/s over the month. */
  readonly requestsPerSecond: Interval;
  /** HTTP requests per month. */
  readonly requestsPerMonth: Interval;
  /** Events of an operation per month. */
  readonly eventsPerMonth: (operation: string) => Interval;
  /** Average load relative to the peak, as a phrase for assumptions. */
  readonly busy: string;
}

/** A usage quantity with its assumption. */
export function quantity(component: string, key: UsageKey, amount: Interval, assumption: string): UsageQuantity {
  return { component, key, quantity: mapInterval(amount, sixDigits), assumption };
}

/** Six significant digits: assumptions are not more precise, and further digits differ between processors. */
function sixDigits(value: number): number {
  return Number(value.toPrecision(6));
}

/** The declaration of the expected number of instances. */
export function expectedCount(component: string, count: number): UsageQuantity {
  return quantity(component, 'expectedCount', certain(count), `${count} under the expected load`);
}

/** Share of the outbound traffic that a CDN serves, 0 to 1. */
export function offload({ tier, components }: Facts): number {
  const cdn = Object.keys(components).find((id) => components[id]?.kind === 'cdn');
  const component = cdn === undefined ? undefined : tier.components[cdn];
  return component?.kind === 'cdn' ? component.offloadShare : 0;
}

/** Whether a component is a service with an HTTP port. */
export function isHttpService(component: ResolvedComponent): component is ResolvedService {
  return component.kind === 'service' && component.ports.some(({ protocol }) => protocol === 'http');
}

/** Months that logs are retained. */
export function storedMonths(traffic: Traffic): number {
  return traffic.logRetentionDays.value / DAYS_PER_MONTH;
}

/** A number for assumptions, in millions from one million on. */
export function millions(value: number): string {
  return value >= 1e6 ? `${rounded(value / 1e6)} million` : rounded(value);
}
