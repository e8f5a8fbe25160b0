import type { Choice } from './choices';
import { RESOURCE_KEYS, type Resources } from './resources';

/**
 * What no packing of pods can cost less than: nodes may be cut into any fraction, and pods too. The linear program
 * "cheapest fractions of nodes whose room covers all requests", solved through its dual: the highest worth of what is
 * asked for, at prices of resources for which no node is worth more than it costs. In the unit of the choices' prices.
 */
export function leastCost(asked: Resources, choices: readonly Choice[]): number {
  const keys = RESOURCE_KEYS.filter((key) => asked[key] > 0);
  // Scaled so that what is asked for is 1 of each: bytes and processors are too far apart for one tolerance.
  const rows = choices.map(({ room, hourlyNanoUsd }) => [...keys.map((key) => room[key] / asked[key]), hourlyNanoUsd]);
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

/** The variable of the column takes the place of the row's slack, whose coefficients then stand in the column. */
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
