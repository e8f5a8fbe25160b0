import { countsIn, partOf, type SizedSystem } from '../capacity/demand';
import type { CapacityForm, ResourceSupply } from '../capacity/supply';
import type { Interval } from '../core/interval';
import { rounded } from '../core/number-format';
import { InputError } from '../core/problems';
import { quantile } from '../loadtest/bootstrap';
import { RESOURCES } from '../model/resource';
import type { MetricsRun } from './observed-series';
import { LEAST_VARIATION, LEAST_WINDOWS, type ObservedUse, observedUse, type UnknownUse, varies } from './observed-use';
import { instancesName, measuresOf, REQUESTS, seriesName } from './series-names';
import { type Values, valuesByName } from './values-by-name';

/** How a form was used in production. */
export interface ObservedForm {
  /** Requests/s by time. */
  readonly requests: Values;
  /** 5th percentile, median and largest value of requests/s. */
  readonly requestsPerSecond: Interval;
  /** Resources that follow the requests. */
  readonly uses: readonly ObservedUse[];
  /** Resources whose demand is unknown. */
  readonly unknown: readonly UnknownUse[];
  /** Services with a series of their instances. */
  readonly counted: readonly string[];
}

/**
 * How the resources of a form follow the requests in metrics. `counts` has the instances of services without a series of instances. Throws
 * an InputError for unknown series, and where requests are too few or too constant.
 */
export function observedForm(
  runs: readonly MetricsRun[],
  system: SizedSystem,
  form: CapacityForm,
  counts: Readonly<Record<string, number>>,
): ObservedForm {
  const measures = measuresOf(form);
  const values = valuesByName(runs, measures);
  const requests = values.get(REQUESTS) as Values;
  requireVariation([...requests.values()]);
  const found = [...values].flatMap(([name, ofUse]) => {
    const measure = measures.get(name);
    if (measure?.kind !== 'use') return [];
    return [observedUse({ ...measure, values: ofUse, requests, instancesAt: instancesAt(measure.supply, values, counts) }, system)];
  });
  return {
    requests,
    requestsPerSecond: spreadOf([...requests.values()]),
    uses: found.filter((one) => 'perRequest' in one),
    unknown: [...found.filter((one) => 'reason' in one), ...withoutSeries(system, form, found)],
    counted: [...measures.values()].flatMap((measure) =>
      measure.kind === 'instances' && values.has(instancesName(measure.component)) ? [measure.component] : [],
    ),
  };
}

function requireVariation(requestsPerSecond: readonly number[]): void {
  const expected =
    `${LEAST_WINDOWS} windows or more, in which requests/s of busy windows (95th percentile) are at least ${LEAST_VARIATION} times those of quiet ones (5th percentile): ` +
    'such as a day in periods of 5 minutes, or a week in periods of an hour';
  const refuse = (reason: string): never => {
    throw new InputError('metrics', [{ path: REQUESTS, reason, expected }]);
  };
  if (requestsPerSecond.length < LEAST_WINDOWS) refuse(`${requestsPerSecond.length} windows`);
  const [quiet, busy] = [quantile(requestsPerSecond, 0.05), quantile(requestsPerSecond, 0.95)];
  if (!varies(requestsPerSecond)) refuse(`between ${rounded(quiet)} and ${rounded(busy)}/s in 90% of the windows`);
}

function spreadOf(requestsPerSecond: readonly number[]): Interval {
  return { low: quantile(requestsPerSecond, 0.05), mid: quantile(requestsPerSecond, 0.5), high: quantile(requestsPerSecond, 1) };
}

/** Running instances at a time: of the series, or else the given number. */
function instancesAt(
  { component, instances: { min, max } }: ResourceSupply,
  values: ReadonlyMap<string, Values>,
  counts: Readonly<Record<string, number>>,
) {
  const series = min < max ? values.get(instancesName(component)) : undefined;
  const constant = min < max ? (counts[component] ?? min) : max;
  return (time: number): number | undefined => (series === undefined ? constant : series.get(time));
}

/** Resources that the definition has a demand on, without a series. */
function withoutSeries(
  { operations }: SizedSystem,
  form: CapacityForm,
  found: readonly Pick<UnknownUse, 'component' | 'resource'>[],
): UnknownUse[] {
  const demands = Object.values(operations).flatMap((operation) => operation.demands);
  const isDemanded = ({ component, resource, part }: ResourceSupply) =>
    demands.some(
      (demand) => demand.component === component && demand.resource === resource && countsIn(demand, form) && partOf(demand, form) === part,
    );
  return form.supplies
    .filter((supply) => RESOURCES[supply.resource].nature !== 'stored' && isDemanded(supply))
    .filter(({ component, resource }) => !found.some((one) => one.component === component && one.resource === resource))
    .map(({ component, resource }) => ({ component, resource, series: seriesName({ component, resource }), reason: 'no-series' }));
}
