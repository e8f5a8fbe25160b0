/** Rows of a small dense matrix. */
export type Matrix = readonly (readonly number[])[];

/** Entry of a matrix; 0 outside of it. */
function at(matrix: Matrix, row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}

/** The least-squares solution x of `rows × x = targets`; `damping` shortens it (Levenberg and Marquardt). */
export function solveLeastSquares(rows: Matrix, targets: readonly number[], damping: number): number[] {
  const columns = rows[0] ?? [];
  const right = columns.map((_, column) => rows.reduce((sum, row, index) => sum + (row[column] ?? 0) * (targets[index] ?? 0), 0));
  return solvePositive(normalMatrix(rows, damping), right);
}

/** JᵀJ of the rows J. Damping scales the diagonal, so that the scale of a column does not matter. */
export function normalMatrix(rows: Matrix, damping: number): Matrix {
  const columns = rows[0] ?? [];
  return columns.map((_, i) =>
    columns.map((__, j) => {
      const sum = rows.reduce((total, row) => total + (row[i] ?? 0) * (row[j] ?? 0), 0);
      return i === j ? sum * (1 + damping) : sum;
    }),
  );
}

/** Solves a symmetric positive definite system, by Cholesky after scaling its diagonal to ones. */
export function solvePositive(matrix: Matrix, right: readonly number[]): number[] {
  const scale = right.map((_, i) => 1 / Math.sqrt(at(matrix, i, i) || 1));
  const scaled = right.map((_, i) => right.map((__, j) => at(matrix, i, j) * (scale[i] ?? 0) * (scale[j] ?? 0)));
  const factor = cholesky(scaled);
  const solved = substituteBack(
    factor,
    substitute(
      factor,
      right.map((value, i) => value * (scale[i] ?? 0)),
    ),
  );
  return solved.map((value, i) => value * (scale[i] ?? 0));
}

/**
 * The lower triangle L with L Lᵀ = matrix. Where two columns are equal within rounding errors, the smallest positive pivot
 * keeps the step finite; the caller rejects that step and increases the damping.
 */
function cholesky(matrix: Matrix): Matrix {
  const factor: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const line: number[] = [];
    for (let j = 0; j <= i; j++) {
      let sum = row[j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (line[k] ?? 0) * (j === i ? (line[k] ?? 0) : at(factor, j, k));
      line.push(j === i ? Math.sqrt(Math.max(sum, Number.EPSILON)) : sum / at(factor, j, j));
    }
    factor.push(line);
  }
  return factor;
}

/** Solves L y = right. */
function substitute(factor: Matrix, right: readonly number[]): number[] {
  const solved: number[] = [];
  for (const [i, value] of right.entries()) {
    const known = solved.reduce((sum, other, k) => sum + at(factor, i, k) * other, 0);
    solved.push((value - known) / at(factor, i, i));
  }
  return solved;
}

/** Solves Lᵀ x = right. */
function substituteBack(factor: Matrix, right: readonly number[]): number[] {
  const solved = right.map(() => 0);
  for (let i = right.length - 1; i >= 0; i--) {
    let sum = right[i] ?? 0;
    for (let k = i + 1; k < right.length; k++) sum -= at(factor, k, i) * (solved[k] ?? 0);
    solved[i] = sum / at(factor, i, i);
  }
  return solved;
}
