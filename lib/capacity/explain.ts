import { percent } from '../core/number-format';
import type { Operation } from '../model/operation';
import { RESOURCES } from '../model/resource';
import { type Capacity, type CapacityRow, type DemandRow, type ResourceNeed, rowName } from './capacity';
import { significant, significantRange } from './words';

/** What an explanation reads of an answer. */
export interface Explained {
  /** Operations of the system. */
  readonly operations: Readonly<Record<string, Pick<Operation, 'kind'>>>;
  /** Capacity of the form. */
  readonly capacity: Capacity;
}

/** Why a figure of ours is not what is published: computed from the figures of the model. */
export interface Explanation {
  /** What would be with the published figure. */
  readonly at?: string;
  /** What makes the difference, and where the figure of it is from. */
  readonly why: string;
}

const UNKNOWN: Explanation = { why: 'its limit is unknown' };

/**
 * Why a tier handles less or more than is published: how full the limiting resource would be with the published figure,
 * and which figure of ours fills it most. `times` is how many times the workload the published figure is.
 */
export function limitExplanation({ operations, capacity: { limit, rows } }: Explained, named: string, times: number): Explanation {
  if (limit === undefined) return UNKNOWN;
  const over = rows.filter((row) => row !== limit && fillAt(row, times) > row.threshold.share).map(rowName);
  const also = over.length === 0 ? '' : `; ${over.length === 1 ? over[0] : `${over.length} others`} would be above the allowed share too`;
  return { at: `${fillText(limit, named, times)}${also}`, why: `${firstText(limit, rows)}${loadText(limit, operations)}` };
}

/** The same for one resource alone. */
export function rowExplanation({ operations }: Explained, row: CapacityRow, named: string, times: number): Explanation {
  return { at: fillText(row, named, times), why: loadText(row, operations) };
}

/** The same for an operation that is all that users do; `times` is the published figure over ours. */
export function aloneExplanation(
  { operations, capacity }: Explained,
  { operation, limitedAloneBy }: { readonly operation: string; readonly limitedAloneBy: string | undefined },
  named: string,
  times: number,
): Explanation {
  const row = capacity.rows.find((one) => rowName(one) === limitedAloneBy);
  if (row === undefined) return UNKNOWN;
  const own = row.demands.find((demand) => demand.operation === operation);
  const full = idleShare(row) + (row.threshold.share - idleShare(row)) * times;
  return { at: fullText(row, named, full), why: own === undefined ? loadText(row, operations) : needText(row, own, operations) };
}

/** Why a use fits in part of the samples, or in none. */
export function useExplanation({ operations, capacity: { limit, rows } }: Explained): Explanation {
  if (limit === undefined) return UNKNOWN;
  const { low, mid, high } = limit.utilization;
  const full = [...new Set([low, mid, high].map(percent))].join(' – ');
  return {
    at: `${rowName(limit)} would be ${full} full, ${allowed(limit)}`,
    why: `${firstText(limit, rows)}${loadText(limit, operations)}`,
  };
}

function fillText(row: CapacityRow, named: string, times: number): string {
  return fullText(row, named, fillAt(row, times));
}

function fullText(row: CapacityRow, named: string, full: number): string {
  return `at ${named}, ${rowName(row)} would be ${percent(full)} full, ${allowed(row)}`;
}

function allowed({ threshold: { share } }: CapacityRow): string {
  return `${percent(share)} is allowed`;
}

/** Where one resource is not the first in most samples, it alone explains nothing: those after it are named too. */
function firstText(limit: CapacityRow, rows: readonly CapacityRow[]): string {
  if (limit.limitsInShare > 0.5) return '';
  const others = rows
    .filter((row) => row !== limit && row.limitsInShare > 0)
    .sort((left, right) => right.limitsInShare - left.limitsInShare);
  const named = others.slice(0, 2).map((row) => `${rowName(row)} in ${percent(row.limitsInShare)}`);
  return `it is the first in ${percent(limit.limitsInShare)} of the samples, ${named.join(', ')}; `;
}

/** By the middle of each figure: idle, and the load so many times. */
function fillAt(row: CapacityRow, times: number): number {
  return idleShare(row) + (row.threshold.share - idleShare(row)) * (times / row.timesWorkload.mid);
}

function idleShare({ base, supplied }: CapacityRow): number {
  return base.mid / supplied.mid;
}

/** The largest demand on a resource, with the source of its figure. */
export function loadText(row: ResourceNeed, operations: Explained['operations']): string {
  const [most, ...others] = [...row.demands].sort((left, right) => right.load.mid - left.load.mid);
  if (most === undefined) return 'no operation uses it';
  const all = [most, ...others].reduce((sum, { load }) => sum + load.mid, 0);
  const share = all === 0 || all === most.load.mid ? 'all' : percent(most.load.mid / all);
  return `${share} of its load is ${needText(row, most, operations)}`;
}

/** `chats, 30 – 55 – 100 MiB each (assumed: …)`. */
export function needText(
  { resource, unit }: Pick<ResourceNeed, 'resource' | 'unit'>,
  { operation, perUnit, evidence, sources }: DemandRow,
  operations: Explained['operations'],
): string {
  const { nature } = RESOURCES[resource];
  const event = operations[operation]?.kind === 'event';
  // An event holds something for a time; of a rate it passes on an amount, and not an amount a second.
  const timed = event && nature === 'held' ? `${unit} × s` : event ? unit.replace(/\/s$/, '') : unit;
  return `${operation}, ${significantRange(perUnit)} ${timed} each (${evidence}: ${sources.join('; ')})`;
}

/** A bound of a published figure, as it is named. */
export function boundText(bound: number, unit: string): string {
  return `${bound >= 10 ? bound.toLocaleString('en-US') : significant(bound)} ${unit}`.trim();
}
