/** Largest difference of the sessions that periods of one level start, as a share of the larger number. */
const SAME_RATE = 0.05;

/** Difference that periods of one arrival rate always may have: a session that starts at the boundary of two periods. */
const BOUNDARY_SESSIONS = 1;

/** Share of the periods in levels of two or more, from which single periods count as transitions between levels. */
const MOSTLY_STEADY = 0.5;

/** A range of periods that start sessions at one rate: from `from` to before `to`. */
export interface ArrivalLevel {
  /** Index of the first period. */
  readonly from: number;
  /** Index after the last period. */
  readonly to: number;
}

/**
 * Groups consecutive periods with the same arrival rate into levels, by the sessions that each period started. Phases of a test do not
 * begin with periods: if most periods are in levels of two or more, single periods are parts of two phases and in no level. Otherwise, as
 * in a ramp, each single period is a level. A period that starts no session is never part of a longer level, because its load ends.
 */
export function arrivalLevels(started: readonly number[]): ArrivalLevel[] {
  const levels: ArrivalLevel[] = [];
  for (let from = 0; from < started.length; ) {
    let to = from + 1;
    while (to < started.length && isSameRate(started[from] as number, started[to] as number)) to++;
    levels.push({ from, to });
    from = to;
  }
  const held = levels.filter(({ from, to }) => to - from > 1);
  const heldPeriods = held.reduce((sum, { from, to }) => sum + to - from, 0);
  return heldPeriods >= MOSTLY_STEADY * started.length ? held : levels;
}

function isSameRate(first: number, other: number): boolean {
  if (first === 0 || other === 0) return false;
  return Math.abs(first - other) <= Math.max(BOUNDARY_SESSIONS, SAME_RATE * Math.max(first, other));
}
