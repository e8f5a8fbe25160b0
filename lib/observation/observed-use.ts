import type { SizedSystem } from '../capacity/demand';
import type { ResourceSupply } from '../capacity/supply';
import { thresholdOf } from '../capacity/utilization';
import { BYTES_PER_MIB } from '../core/data-size';
import type { Interval } from '../core/interval';
import { quantile } from '../loadtest/bootstrap';
import { type ObservedWindow, type Regression, regressed } from './regression';
import { type SeriesUnit, seriesName } from './series-names';
import type { Values } from './values-by-name';

/** Fewest windows: fewer give intervals that are too narrow, because deviations last for several windows. */
export const LEAST_WINDOWS = 100;

/** Smallest ratio of busy to quiet windows (95th and 5th percentile of requests/s) that shows how the use grows with requests. */
export const LEAST_VARIATION = 1.5;

/** Reasons why the demand of requests on a resource is unknown. */
export const UNKNOWN_REASONS = ['no-series', 'too-few-windows', 'no-variation', 'no-growth', 'grows-faster', 'follows-instances'] as const;

/** Why a demand is unknown. */
export interface UnknownUse {
  /** Id of the component. */
  readonly component: string;
  /** The resource. */
  readonly resource: ResourceSupply['resource'];
  /** Name of its series. */
  readonly series: string;
  /**
   * `no-series`: no series of it; `too-few-windows`: fewer than 100 common times; `no-variation`: requests/s hardly vary; `no-growth`: the
   * use does not grow with requests within the interval; `grows-faster`: it grows faster than requests, as a full resource does;
   * `follows-instances`: the number of instances follows the requests, so that their shares cannot be told apart.
   */
  readonly reason: (typeof UNKNOWN_REASONS)[number];
}

/** How a resource was used in production. */
export interface ObservedUse extends Regression {
  /** Id of the component. */
  readonly component: string;
  /** The resource. */
  readonly resource: ResourceSupply['resource'];
  /** Number of windows. */
  readonly windows: number;
  /** Largest utilization of the running instances in a window, as a share of their supply. */
  readonly mostUtilization: number;
  /** Requests/s at which the resource reaches its threshold, with the maximum number of instances. */
  readonly handles: Interval;
}

/** A measured resource with its series. */
export interface UseSeries {
  /** Supply of the instances. */
  readonly supply: ResourceSupply;
  /** Unit of the values. */
  readonly unit: SeriesUnit;
  /** Values of the resource. */
  readonly values: Values;
  /** Requests/s. */
  readonly requests: Values;
  /** Number of running instances at a time. */
  readonly instancesAt: (time: number) => number | undefined;
}

/** How the use of a resource follows the requests, or why this is unknown. */
export function observedUse(series: UseSeries, system: Pick<SizedSystem, 'id' | 'thresholds'>): ObservedUse | UnknownUse {
  const { supply, unit } = series;
  const { component, resource } = supply;
  const unknown = (reason: UnknownUse['reason']): UnknownUse => ({ component, resource, series: seriesName(supply, unit), reason });
  const windows = windowsOf(series);
  if (windows.length < LEAST_WINDOWS) return unknown('too-few-windows');
  if (!varies(windows.map(({ requestsPerSecond }) => requestsPerSecond))) return unknown('no-variation');
  const found = regressed(windows);
  if (!Number.isFinite(found.perRequest.low)) return unknown('follows-instances');
  if (found.base.high < 0) return unknown('grows-faster');
  if (found.perRequest.low <= 0) return unknown('no-growth');
  const base = { low: Math.max(0, found.base.low), mid: Math.max(0, found.base.mid), high: found.base.high };
  return {
    component,
    resource,
    ...found,
    base,
    windows: windows.length,
    mostUtilization: Math.max(...windows.map(({ instances, use }) => use / (supply.perInstance.mid * instances))),
    handles: handled(supply, thresholdOf(supply, system).share, found.perRequest, base),
  };
}

/** Whether requests/s vary enough to show how a use grows with them. */
export function varies(requestsPerSecond: readonly number[]): boolean {
  return quantile(requestsPerSecond, 0.95) >= LEAST_VARIATION * quantile(requestsPerSecond, 0.05) && quantile(requestsPerSecond, 0.95) > 0;
}

function windowsOf({ supply, unit, values, requests, instancesAt }: UseSeries): ObservedWindow[] {
  return [...values].flatMap(([time, value]) => {
    const [requestsPerSecond, instances] = [requests.get(time), instancesAt(time)];
    if (requestsPerSecond === undefined || instances === undefined || instances === 0) return [];
    return [{ instances, requestsPerSecond, use: value * inUnit(unit, supply.perInstance.mid * instances) }];
  });
}

/** One of the unit of a series, in the unit of the resource. */
function inUnit(unit: SeriesUnit, supplied: number): number {
  switch (unit) {
    case 'resource':
      return 1;
    case 'percent':
      return supplied / 100;
    case 'bytes':
      return 1 / BYTES_PER_MIB;
  }
}

/** Requests/s up to the threshold: the least with the largest demand and base. */
function handled({ perInstance, instances: { max } }: ResourceSupply, share: number, perRequest: Interval, base: Interval): Interval {
  const upTo = (used: number, idle: number, each: number) => Math.max(0, (share * used - idle) * max) / each;
  return {
    low: upTo(perInstance.low, base.high, perRequest.high),
    mid: upTo(perInstance.mid, base.mid, perRequest.mid),
    high: upTo(perInstance.high, base.low, perRequest.low),
  };
}
