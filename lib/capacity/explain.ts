import type { Operation } from '../model/operation';
import { RESOURCES } from '../model/resource';
import { type Capacity, type CapacityRow, type DemandRow, type ResourceNeed, rowName } from './capacity';
import type { AtFigure, Cause, DemandFigure, Explanation, PublishedAmount } from './explanation';

/** A capacity with the operations that it is computed from. */
export interface ExplainedCapacity {
  /** Operations of the system. */
  readonly operations: Readonly<Record<string, Pick<Operation, 'kind'>>>;
  /** Capacity of the form. */
  readonly capacity: Capacity;
}

const UNKNOWN: Explanation = { why: { kind: 'unknown-limit' } };

/**
 * Why a tier handles less or more than the published figure: the utilization of the limiting resource at that figure, and
 * the largest demand on it. `times` is the published figure as a multiple of the workload.
 */
export function limitExplanation(
  { operations, capacity: { limit, rows } }: ExplainedCapacity,
  figure: PublishedAmount,
  times: number,
): Explanation {
  if (limit === undefined) return UNKNOWN;
  const exceeded = rows.filter((row) => row !== limit && utilizationAt(row, times) > row.threshold.share).map(rowName);
  return { at: atFigure(limit, figure, utilizationAt(limit, times), exceeded), why: limitingLoad(limit, rows, operations) };
}

/** The explanation of a figure that one resource alone determines. */
export function rowExplanation({ operations }: ExplainedCapacity, row: CapacityRow, figure: PublishedAmount, times: number): Explanation {
  return { at: atFigure(row, figure, utilizationAt(row, times)), why: largestDemand(row, operations) };
}

/** The explanation of a figure for one operation alone; `times` is the published figure divided by the modelled one. */
export function aloneExplanation(
  { operations, capacity }: ExplainedCapacity,
  { operation, limitedAloneBy }: { readonly operation: string; readonly limitedAloneBy: string | undefined },
  figure: PublishedAmount,
  times: number,
): Explanation {
  const row = capacity.rows.find((one) => rowName(one) === limitedAloneBy);
  if (row === undefined) return UNKNOWN;
  const own = row.demands.find((demand) => demand.operation === operation);
  const utilization = idleShare(row) + (row.threshold.share - idleShare(row)) * times;
  return {
    at: atFigure(row, figure, utilization),
    why: own === undefined ? largestDemand(row, operations) : demandCause(row, own, operations),
  };
}

/** Why a tier handles a workload in a part of the samples, or in none. */
export function workloadExplanation({ operations, capacity: { limit, rows } }: ExplainedCapacity): Explanation {
  if (limit === undefined) return UNKNOWN;
  return {
    at: { kind: 'utilization', resource: rowName(limit), utilization: limit.utilization, threshold: limit.threshold.share },
    why: limitingLoad(limit, rows, operations),
  };
}

function atFigure(row: CapacityRow, figure: PublishedAmount, utilization: number, alsoExceeded: readonly string[] = []): AtFigure {
  return { kind: 'utilization-at', figure, resource: rowName(row), utilization, threshold: row.threshold.share, alsoExceeded };
}

const OTHER_LIMITS_NAMED = 2;

/** The load of the limiting resource; other limiting resources are named where it limits in half of the samples or fewer. */
function limitingLoad(limit: CapacityRow, rows: readonly CapacityRow[], operations: ExplainedCapacity['operations']): Cause {
  const cause = largestDemand(limit, operations);
  if (limit.limitsInShare > 0.5) return cause;
  const others = rows
    .filter((row) => row !== limit && row.limitsInShare > 0)
    .sort((left, right) => right.limitsInShare - left.limitsInShare)
    .slice(0, OTHER_LIMITS_NAMED)
    .map((row) => ({ resource: rowName(row), share: row.limitsInShare }));
  return { ...cause, limits: { share: limit.limitsInShare, others } };
}

/** Utilization at the mid of every figure: idle load plus a multiple of the workload. */
function utilizationAt(row: CapacityRow, times: number): number {
  return idleShare(row) + (row.threshold.share - idleShare(row)) * (times / row.timesWorkload.mid);
}

function idleShare({ base, supplied }: CapacityRow): number {
  return base.mid / supplied.mid;
}

/** The largest demand on a resource, with the source of its figure. */
export function largestDemand(row: ResourceNeed, operations: ExplainedCapacity['operations']): Extract<Cause, { kind: 'largest-demand' }> {
  const [most, ...others] = [...row.demands].sort((left, right) => right.load.mid - left.load.mid);
  if (most === undefined) return { kind: 'largest-demand' };
  const total = [most, ...others].reduce((sum, { load }) => sum + load.mid, 0);
  const shareOfLoad = total === 0 || total === most.load.mid ? 1 : most.load.mid / total;
  return { kind: 'largest-demand', largest: { shareOfLoad, demand: demandFigure(row, most, operations) } };
}

/** The demand of one operation as the cause of a difference. */
export function demandCause(
  row: Pick<ResourceNeed, 'resource' | 'unit'>,
  demand: DemandRow,
  operations: ExplainedCapacity['operations'],
): Cause {
  return { kind: 'demand', demand: demandFigure(row, demand, operations) };
}

function demandFigure(
  { resource, unit }: Pick<ResourceNeed, 'resource' | 'unit'>,
  { operation, perUnit, evidence, sources }: DemandRow,
  operations: ExplainedCapacity['operations'],
): DemandFigure {
  const isEvent = operations[operation]?.kind === 'event';
  const isHeld = RESOURCES[resource].nature === 'held';
  // An event holds an amount for some seconds; of a rate (MiB/s) it transfers an amount (MiB).
  const unitOfDemand = isEvent && isHeld ? `${unit} × s` : isEvent ? unit.replace(/\/s$/, '') : unit;
  return { operation, perUnit, unit: unitOfDemand, evidence, sources };
}
