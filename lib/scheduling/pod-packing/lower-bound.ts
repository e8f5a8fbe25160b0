import type { Choice } from './choices';
import { RESOURCE_KEYS, type Resources } from './resources';

/**
 * Lower bound of the cost of any packing, in which nodes and pods may be divided. It is the linear program "the cheapest
 * fractions of nodes whose capacity covers all requests", solved by its dual: the highest value of the requests, at
 * prices of resources at which no node is worth more than its price. In the unit of the choices' prices.
 */
export function leastCost(requested: Resources, choices: readonly Choice[]): number {
  const keys = RESOURCE_KEYS.filter((key) => requested[key] > 0);
  // Scaled so that 1 of each resource is requested: numbers of bytes and CPUs are too different for one tolerance.
  const rows = choices.map(({ room, hourlyNanoUsd }) => [...keys.map((key) => room[key] / requested[key]), hourlyNanoUsd]);
  return maximum(rows, keys.length);
}

const TOLERANCE = 1e-9;

/** Maximizes the sum of `size` variables, none below zero, under rows of coefficients with their bound at the end. Simplex by Bland's rule. */
function maximum(rows: readonly (readonly number[])[], size: number): number {
  const table = rows.map((row) => [...row]);
  const objective = [...Array.from({ length: size }, () => -1), 0];
  for (;;) {
    const column = objective.findIndex((value, index) => index < size && value < -TOLERANCE);
    if (column < 0) return objective[size] ?? 0;
    const row = tightest(table, column, size);
    if (row < 0) return Number.POSITIVE_INFINITY;
    pivot(table, objective, row, column);
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
