import type { UsageKey, UsageQuantity } from '../../contract/usage';
import { type UsageBasis, withFigures } from '../../contract/usage-basis';
import { certain, type Interval, mapInterval } from '../../core/interval';
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
  /** Bit rate to a model in each direction, in kbit/s. */
  readonly modelKilobitsPerSecond: number;
}

/** Data that operations transfer in addition to HTTP requests and responses. */
export interface FactsOfTransfers {
  /** Calls by operation. */
  readonly callKinds: readonly CallKind[];
  /** All calls at the same time, on average over the month. */
  readonly calls: Interval;
  /** Bit rate of all calls in each direction, in kbit/s, on average over the month. */
  readonly callKilobitsPerSecond: Interval;
  /** Bit rate of all calls to models in each direction, in kbit/s, on average over the month. */
  readonly modelKilobitsPerSecond: Interval;
  /** Uploaded files per month. */
  readonly uploadsPerMonth: Interval;
  /** Uploaded data per month, in MiB. */
  readonly uploadedMibPerMonth: Interval;
  /** Messages on open connections. */
  readonly messages: MessageFacts;
}

/** Messages on open connections, on average over the month. */
export interface MessageFacts {
  /** Messages per second. */
  readonly perSecond: Interval;
  /** Data from users, in KiB/s. */
  readonly receivedKibPerSecond: Interval;
  /** Data to users, in KiB/s. */
  readonly sentKibPerSecond: Interval;
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
  /** Average HTTP requests/s over the month. */
  readonly httpRequestsPerSecond: Interval;
  /** HTTP requests per month. */
  readonly httpRequestsPerMonth: Interval;
  /** Requests per month: those by HTTP, or all events where users send them through a network load balancer. */
  readonly requestsPerMonth: Interval;
  /** Requests and messages per month, each of which causes work in services and stores. */
  readonly handledPerMonth: Interval;
  /** Average events/s of all operations over the month without messages, and at least the HTTP requests of a system with HTTP ports. */
  readonly eventsPerSecond: Interval;
  /** Averages over the month as shares of the peak, 0 to 1: of HTTP requests, of events and of calls. */
  readonly busyShares: Readonly<Record<'requests' | 'events' | 'calls', number>>;
  /** Average load of the vCPUs over the month as a share of those that the peak uses. */
  readonly averageLoad: Interval;
  /** Events of an operation per month. */
  readonly eventsPerMonth: (operation: string) => Interval;
}

/** Messages for the basis of a quantity of which they are a part; empty without messages. */
export function messageBasis(
  perSecond: Interval,
  kibPerSecond: Interval,
): { readonly messages?: { readonly perSecond: number; readonly kib: number } } {
  return perSecond.mid === 0 ? {} : { messages: { perSecond: perSecond.mid, kib: kibPerSecond.mid / perSecond.mid } };
}

/** A usage quantity with its basis. */
export function quantity(component: string, key: UsageKey, amount: Interval, basis: UsageBasis): UsageQuantity {
  const figureOf = (figure: number) => (Number.isInteger(figure) ? figure : sixDigits(figure));
  return { component, key, quantity: mapInterval(amount, sixDigits), basis: withFigures(basis, figureOf) };
}

/** Six significant digits: assumptions are not more precise, and further digits differ between processors. */
function sixDigits(value: number): number {
  return Number(value.toPrecision(6));
}

/** The declaration of the expected number of instances. */
export function expectedCount(component: string, count: number): UsageQuantity {
  return quantity(component, 'expectedCount', certain(count), { kind: 'expected-count', count });
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
