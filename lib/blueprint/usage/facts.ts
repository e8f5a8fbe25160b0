import type { UsageKey, UsageQuantity } from '../../contract/usage';
import { certain, type Interval, mapInterval } from '../../core/interval';
import { rounded } from '../../core/number-format';
import { DAYS_PER_MONTH } from '../../core/time';
import type { Tier } from '../../model/tier';
import type { Traffic } from '../../model/workload';
import type { ResolvedOptions } from '../blueprint';
import type { ResolvedComponent, ResolvedService } from '../resolved-component';

/** Everything that one derivation may look at. */
export interface Facts {
  readonly tier: Tier;
  readonly platform: ResolvedOptions['platform'];
  readonly dataStores: ResolvedOptions['dataStores'];
  readonly traffic: Traffic;
  readonly components: Readonly<Record<string, ResolvedComponent>>;
  /** Averaged over the month. */
  readonly requestsPerSecond: Interval;
  readonly requestsPerMonth: Interval;
  readonly calls: Interval;
  readonly uploadsPerMonth: Interval;
  readonly modelRequestsPerMonth: Interval;
  readonly busy: string;
}

export function quantity(component: string, key: UsageKey, amount: Interval, assumption: string): UsageQuantity {
  return { component, key, quantity: mapInterval(amount, sixDigits), assumption };
}

/** Six significant digits: more would claim a precision that assumptions do not have, and differ between processors. */
function sixDigits(value: number): number {
  return Number(value.toPrecision(6));
}

export function expectedCount(component: string, count: number): UsageQuantity {
  return quantity(component, 'expectedCount', certain(count), `${count} under the expected load`);
}

export function offload({ tier, components }: Facts): number {
  const cdn = Object.keys(components).find((id) => components[id]?.kind === 'cdn');
  const component = cdn === undefined ? undefined : tier.components[cdn];
  return component?.kind === 'cdn' ? component.offloadShare : 0;
}

export function isHttpService(component: ResolvedComponent): component is ResolvedService {
  return component.kind === 'service' && component.ports.some(({ protocol }) => protocol === 'http');
}

export function storedMonths(traffic: Traffic): number {
  return traffic.logRetentionDays.value / DAYS_PER_MONTH;
}

export function millions(value: number): string {
  return value >= 1e6 ? `${rounded(value / 1e6)} million` : rounded(value);
}
