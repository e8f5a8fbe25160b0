import type { Choice } from './choices';
import { RESOURCE_KEYS, type Resources } from './resources';

/** Hourly prices of one unit of each resource. */
export type UnitPrices = Readonly<Record<keyof Resources, number>>;

/**
 * Prices of resources at which no choice is worth more than its price, and the requests are worth the most. So the worth of any pods
 * is a lower bound of the price of their nodes. They are the dual of the linear program "the cheapest fractions of nodes whose capacity
 * covers all requests". Resources without requests are free. In the unit of the choices' prices.
 */
export function unitPrices(requested: Resources, choices: readonly Choice[]): UnitPrices {
  const keys = RESOURCE_KEYS.filter((key) => requested[key] > 0);
  // Scaled so that 1 of each resource is requested: numbers of bytes and CPUs are too different for one tolerance.
  const rows = choices.map(({ room, hourlyNanoUsd }) => [...keys.map((key) => room[key] / requested[key]), hourlyNanoUsd]);
  const values = maximum(rows, keys.length);
  const prices = { cpuMillis: 0, memoryBytes: 0, gpus: 0, pods: 0 };
  for (const [index, key] of keys.entries()) prices[key] = (values[index] ?? 0) / requested[key];
  return prices;
}

/** The worth of resources at given prices. */
export function worthOf(resources: Resources, prices: UnitPrices): number {
  // Not 0 × infinity: a resource that no choice has is infinitely expensive.
  return RESOURCE_KEYS.reduce((sum, key) => sum + (resources[key] === 0 ? 0 : resources[key] * prices[key]), 0);
}

/**
 * Lower bound of the cost of any packing, in which nodes and pods may be divided: the cheapest fractions of nodes whose capacity covers
 * all requests. In the unit of the choices' prices.
 */
export function leastCost(requested: Resources, choices: readonly Choice[]): number {
  return worthOf(requested, unitPrices(requested, choices));
}

const TOLERANCE = 1e-9;

/** The values of `size` variables, none below zero, with the highest sum under rows of coefficients with their bound at the end. Simplex by Bland's rule. */
function maximum(rows: readonly (readonly number[])[], size: number): readonly number[] {
  const table = rows.map((row) => [...row]);
  const objective = [...Array.from({ length: size }, () => -1), 0];
  /** The variable of each row; slack variables are `size` or above. */
  const basis = rows.map((_, index) => size + index);
  const columns = Array.from({ length: size }, (_, index) => index);
  for (;;) {
    const column = objective.findIndex((value, index) => index < size && value < -TOLERANCE);
    if (column < 0) return Array.from({ length: size }, (_, variable) => table[basis.indexOf(variable)]?.[size] ?? 0);
    const row = tightest(table, column, size);
    if (row < 0) return Array.from({ length: size }, () => Number.POSITIVE_INFINITY);
    pivot(table, objective, row, column);
    [basis[row], columns[column]] = [columns[column] ?? 0, basis[row] ?? 0];
  }
}

function tightest(table: readonly (readonly number[])[], column: number, size: number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  table.forEach((row, index) => {
    const factor = row[column] ?? 0;
    const ratio = factor > TOLERANCE ? (row[size] ?? 0) / factor : Number.POSITIVE_INFINITY;
    if (ratio < least) [best, least] = [index, ratio];
  });
  return best;
}

/** The variable of the column replaces the slack variable of the row, whose coefficients are then in the column. */
function pivot(table: number[][], objective: number[], at: number, column: number): void {
  const row = table[at] ?? [];
  const factor = row[column] ?? 1;
  for (let index = 0; index < row.length; index++) row[index] = index === column ? 1 / factor : (row[index] ?? 0) / factor;
  for (const other of [...table, objective]) {
    if (other === row) continue;
    const share = other[column] ?? 0;
    for (let index = 0; index < other.length; index++)
      other[index] = index === column ? -share / factor : (other[index] ?? 0) - share * (row[index] ?? 0);
  }
}
