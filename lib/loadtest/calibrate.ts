import { Demands, type SizedSystem } from '../capacity/demand';
import { uslThroughput } from '../capacity/queueing/universal-scalability';
import { rangeOf } from '../capacity/range';
import { Samples } from '../capacity/samples';
import type { CapacityForm } from '../capacity/supply';
import { capacityUse, type ResourceUse } from '../capacity/utilization';
import { minus, over, times } from '../capacity/vector';
import { certain, type Interval } from '../core/interval';
import { InputError, shown } from '../core/problems';
import type { Demand } from '../model/operation';
import { RESOURCES, type Resource } from '../model/resource';
import type { System } from '../model/system';
import type { Calibration } from './calibration';

/** Resources whose demands a load test calibrates: held resources and rates, but not stored data. */
const MEASURED: readonly Resource[] = ['processor', 'workers', 'connections', 'slots', 'requests', 'writes'];

/** What a calibration is applied to, besides the system. */
export interface CalibrationContext {
  /** What errors call the calibration: `calibration results/calibration.json`. */
  readonly subject: string;
  /** Ids of the tiers of the system. */
  readonly tiers: readonly string[];
}

/**
 * The system with the demands that a load test of one tier measured. The demand of a request on the resource that limits requests
 * becomes the measured one; demands on other resources become at most those that allow the measured rate. Other tiers keep
 * their figures, because the test did not cover them. Throws an InputError for a calibration of another system or tier.
 */
export function calibrated<Sized extends SizedSystem>(
  system: Sized,
  form: CapacityForm,
  calibration: Calibration,
  { subject, tiers }: CalibrationContext,
): Sized {
  const id = requestsOf(system, subject);
  checkCalibration(system, form, calibration, { subject, id });
  const measured = measuredRequestsPerSecond(calibration);
  const demands = new Demands(system, { operations: { [id]: certain(1) } }, new Samples({ sampleCount: 1_001 }));
  const rows = capacityUse(demands, form).uses.filter(
    ({ resource, demand }) => MEASURED.includes(resource) && own(demand, id) !== undefined,
  );
  const limit = rows.reduce<ResourceUse | undefined>(
    (least, row) => (least === undefined || aloneOf(row, id) < aloneOf(least, id) ? row : least),
    undefined,
  );
  const replaced = rows.map((row) => measuredDemand(row, row === limit, id, measured, calibration));
  const operation = system.operations[id] as SizedSystem['operations'][string];
  const kept = operation.demands.map((demand) => elsewhere(demand, calibration.tier, tiers));
  return { ...system, operations: { ...system.operations, [id]: { ...operation, demands: [...kept, ...replaced] } } };
}

function requestsOf({ id, operations }: Pick<System, 'id' | 'operations'>, subject: string): string {
  const found = Object.keys(operations).find((candidate) => operations[candidate]?.counts === 'http-requests');
  if (found !== undefined) return found;
  throw new InputError(subject, [{ path: 'system', received: shown(id), expected: 'a system with an operation that counts its requests' }]);
}

function checkCalibration(
  system: SizedSystem,
  form: CapacityForm,
  calibration: Calibration,
  { subject, id }: { readonly subject: string; readonly id: string },
): void {
  const problems = [
    ...(calibration.system === system.id ? [] : [{ path: 'system', received: shown(calibration.system), expected: system.id }]),
    ...(calibration.tier === form.tier ? [] : [{ path: 'tier', received: shown(calibration.tier), expected: form.tier }]),
    ...(system.operations[id]?.kind === 'event'
      ? []
      : [{ path: 'system', received: shown(id), expected: 'a system whose requests are events' }]),
  ];
  if (problems.length > 0) throw new InputError(subject, problems);
}

/** Requests/s up to which all thresholds held; without thresholds, the largest tested throughput. */
export function measuredRequestsPerSecond({ thresholds, curve, peak }: Calibration): Interval {
  const crossed = thresholds.filter(({ outcome }) => outcome === 'crossed').map(({ requestsPerSecond }) => closed(requestsPerSecond));
  const tested = (point: 'low' | 'mid' | 'high') => {
    const other = ({ low: 'high', mid: 'mid', high: 'low' } as const)[point];
    const coefficients = {
      requestsPerSecondAtOne: curve.requestsPerSecondAtOne[point],
      contention: curve.contention[other],
      crosstalk: curve.crosstalk[other],
    };
    const atPeak = peak.concurrency.mid ?? curve.testedConcurrency.to;
    return uslThroughput(coefficients, Math.min(curve.testedConcurrency.to, atPeak));
  };
  const least = [...crossed].sort((left, right) => left.mid - right.mid)[0];
  return least ?? { low: tested('low'), mid: tested('mid'), high: tested('high') };
}

function closed({ low, mid, high }: Calibration['peak']['requestsPerSecond']): Interval {
  const middle = mid ?? low;
  return { low, mid: middle, high: high ?? middle };
}

function own(demand: ResourceUse['demand'], id: string) {
  return demand.operations.find(({ operation }) => operation === id);
}

function aloneOf(row: ResourceUse, id: string): number {
  return rangeOf(over(freeOf(row), own(row.demand, id)?.perUnit ?? 0)).mid;
}

function freeOf({ supplied, threshold, base }: ResourceUse) {
  return minus(times(supplied, threshold.share), base);
}

function measuredDemand(row: ResourceUse, isLimit: boolean, id: string, measured: Interval, calibration: Calibration): Demand {
  const free = rangeOf(freeOf(row)).mid;
  const passing: Interval = { low: free / measured.high, mid: free / measured.mid, high: free / measured.low };
  const known = rangeOf(own(row.demand, id)?.perUnit ?? 0);
  const amount = isLimit
    ? passing
    : { low: Math.min(known.low, passing.low), mid: Math.min(known.mid, passing.mid), high: Math.min(known.high, passing.high) };
  return {
    component: row.component,
    resource: row.resource,
    amount,
    ...(RESOURCES[row.resource].nature === 'held' ? { seconds: certain(1) } : {}),
    readOnly: row.part === 'replicas',
    tiers: [calibration.tier],
    evidence: 'measured',
    source: `load test of ${calibration.measuredOn}: ${calibration.sources.map(({ file }) => file).join(', ')}`,
  };
}

/** Demands of a document still apply to tiers that were not tested. */
function elsewhere(demand: Demand, tested: string, tiers: readonly string[]): Demand {
  if (!MEASURED.includes(demand.resource)) return demand;
  return { ...demand, tiers: (demand.tiers ?? tiers).filter((tier) => tier !== tested) };
}
