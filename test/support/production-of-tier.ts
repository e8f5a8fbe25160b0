import { Demands } from '../../lib/capacity/demand';
import { Samples } from '../../lib/capacity/samples';
import type { CapacityForm } from '../../lib/capacity/supply';
import { capacityUse } from '../../lib/capacity/utilization';
import { certain } from '../../lib/core/interval';
import { RESOURCES } from '../../lib/model/resource';
import type { System } from '../../lib/model/system';
import { REQUESTS, seriesName } from '../../lib/observation/series-names';
import { requestsOf } from './load-test-of-tier';
import { standardNormal } from './queue-simulation';

/** A resource of a form, as a system whose figures are known uses it. */
export interface TrueUse {
  readonly component: string;
  readonly resource: keyof typeof RESOURCES;
  /** Use for each request/s of the usual mix. */
  readonly perRequest: number;
  /** Use of an instance without users. */
  readonly base: number;
  readonly instances: number;
  readonly supplied: number;
}

/** The system with the usual amounts at their mids. */
export function withUsualMids(system: System): System {
  return {
    ...system,
    operations: Object.fromEntries(
      Object.entries(system.operations).map(([id, operation]) => [
        id,
        { ...operation, usual: { ...operation.usual, amount: certain(operation.usual.amount.mid) } },
      ]),
    ),
  };
}

/** How the primary resources of a form are used, with one number for each figure of the system. */
export function trueUses(system: System, form: CapacityForm): TrueUse[] {
  const demands = new Demands(system, { concurrentUsers: certain(1) }, new Samples({ sampleCount: 1 }));
  const first = (value: number | Float64Array): number => (typeof value === 'number' ? value : (value[0] as number));
  const perUser = first(demands.volumes.get(requestsOf(system)) ?? 0);
  return capacityUse(demands, form)
    .uses.filter(({ part, resource }) => part === 'primary' && RESOURCES[resource].nature !== 'stored')
    .map(({ component, resource, demand, base, supply, supplied }) => ({
      component,
      resource,
      perRequest: first(demand.load) / perUser,
      base: first(base) / supply.instances.max,
      instances: supply.instances.max,
      supplied: first(supplied),
    }))
    .filter(({ perRequest }) => perRequest > 0);
}

export interface ProductionShape {
  readonly windows: number;
  /** Windows of a day, over which requests rise and fall. */
  readonly windowsOfDay: number;
  /** Largest requests/s. */
  readonly most: number;
  /** Deviation of a use from its mean, as a share of its use at half of the largest requests/s. */
  readonly noise: number;
  /** Correlation of the deviations of neighboring windows. */
  readonly autocorrelation: number;
}

export const PERIOD_SECONDS = 300;

/** 2026-02-01T00:00:00Z. */
const START = 1_769_904_000;

/** Series of a production system: requests over days, and the uses that follow them with correlated deviations. */
export function productionOf(uses: readonly TrueUse[], shape: ProductionShape, uniform: () => number): Record<string, [number, number][]> {
  const { windows, windowsOfDay, most, noise, autocorrelation } = shape;
  const times = Array.from({ length: windows }, (_, index) => START + PERIOD_SECONDS * index);
  const drift = correlated(windows, 0.9, uniform);
  const requests = times.map(
    (_, index) => most * Math.max(0.01, 0.5 + 0.35 * Math.sin((2 * Math.PI * index) / windowsOfDay) + 0.05 * (drift[index] as number)),
  );
  const series = (values: readonly number[]) => times.map((time, index): [number, number] => [time, values[index] as number]);
  return Object.fromEntries([
    [REQUESTS, series(requests)],
    ...uses.map((use) => {
      const deviations = correlated(windows, autocorrelation, uniform);
      const scale = noise * (use.base * use.instances + (use.perRequest * most) / 2);
      const values = requests.map(
        (rate, index) => use.base * use.instances + use.perRequest * rate + scale * (deviations[index] as number),
      );
      return [seriesName(use), series(values.map((value) => Math.max(0, value)))] as const;
    }),
  ]);
}

/** Normal numbers of deviation 1, each correlated with the one before. */
function correlated(count: number, correlation: number, uniform: () => number): number[] {
  let value = standardNormal(uniform);
  return Array.from({ length: count }, () => {
    const now = value;
    value = correlation * value + Math.sqrt(1 - correlation ** 2) * standardNormal(uniform);
    return now;
  });
}

/** The answer of Prometheus to a range query for series. */
export function prometheusAnswer(series: Readonly<Record<string, readonly (readonly [number, number])[]>>): string {
  const result = Object.entries(series).map(([name, values]) => ({
    metric: { series: name },
    values: values.map(([time, value]) => [time, String(value)]),
  }));
  return JSON.stringify({ status: 'success', data: { resultType: 'matrix', result } });
}
